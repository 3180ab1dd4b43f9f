package dev.okx4j.tools.paper;

import dev.okx4j.client.json.Json;
import dev.okx4j.client.rest.Params;
import dev.okx4j.tools.ToolSession;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the fills of a just placed order rest on. */
public final class FillEvidence {
    private FillEvidence() {}

    /**
     * Returns grade, rule and source of an order's latest fill, or null where there is none to tell: on another venue
     * than paper, without a fill, or if the exchange does not answer.
     *
     * <p>Fills of one placement happen at one moment of the market, so that one stands for all. It never throws: the order
     * is placed, and what only explains it must not make it look failed.
     */
    public static @Nullable Map<String, Object> of(ToolSession session, String ordId) {
        if (!session.venue().isPaper()) {
            return null;
        }
        try {
            List<PaperEvent> fills = session.okx()
                    .rest()
                    .list(PaperEndpoints.FIDELITY, Params.of("ordId", ordId).and("limit", 1));
            return fills.stream()
                    .map(PaperEvent::evidence)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(Json::toTree)
                    .orElse(null);
        } catch (RuntimeException e) {
            return null;
        }
    }
}

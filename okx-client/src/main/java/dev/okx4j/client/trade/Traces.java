package dev.okx4j.client.trade;

import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.rest.Rest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What an order leaves behind besides itself: its fills. */
final class Traces {
    private static final int PAGE = 100;
    /** How far OKX's clock may have been behind what the write was stamped with. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private Traces() {}

    /** Returns whether a fill since the write belongs to the order that it names. */
    static boolean hold(Rest rest, WriteIntent intent) {
        Instant since = intent.createdAt().minus(SLACK);
        String after = null;
        while (true) {
            List<Fill> page = rest.list(
                    TradeApi.FILLS,
                    FillsRequest.builder()
                            .instId(intent.instId())
                            .after(after)
                            .limit(PAGE)
                            .build());
            if (page.stream().anyMatch(fill -> isOf(fill, intent))) {
                return true;
            }
            if (page.size() < PAGE || page.get(page.size() - 1).ts().isBefore(since)) {
                return false;
            }
            after = page.get(page.size() - 1).billId();
        }
    }

    private static boolean isOf(Fill fill, WriteIntent intent) {
        return (!intent.clOrdId().isEmpty() && intent.clOrdId().equals(fill.clOrdId()))
                || fill.ordId().equals(intent.request().get("ordId"));
    }
}

package dev.okx4j.mcp;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.trade.Order;
import dev.okx4j.client.trade.PendingOrdersRequest;
import dev.okx4j.tools.config.PaperConnection;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** The live orders of a paper account, asked for over OKX's REST wire by a client of its own. */
@NullMarked
final class PaperOrders {
    private static final int PAGE = 100;

    private PaperOrders() {}

    /** Returns how many orders are live on the default account of a home. */
    static int live(Path home) throws Exception {
        PaperConnection paper = new PaperAccess().open(home, "default", "replay");
        try (OkxClient okx = OkxClient.builder()
                .wire(paper.wire())
                .credentials(paper.credentials())
                .build()) {
            Set<String> ids = new HashSet<>();
            List<Order> page = okx.trade().pending(request(null));
            while (!page.isEmpty()) {
                page.forEach(order -> ids.add(order.ordId()));
                page = okx.trade().pending(request(page.get(page.size() - 1).ordId()));
            }
            return ids.size();
        } finally {
            paper.closing().close();
        }
    }

    private static PendingOrdersRequest request(@Nullable String after) {
        return PendingOrdersRequest.builder().after(after).limit(PAGE).build();
    }
}

package dev.okx4j.testing.prove.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What tells one write from all others, by what its caller chose and never by an id that the client made: a doubled order is
 * then seen whatever ids it went out with.
 */
public final class Marks {
    private static final Set<String> TAGGED = Set.of(
            "/api/v5/trade/order",
            "/api/v5/trade/batch-orders",
            "/api/v5/trade/order-algo",
            "/api/v5/trade/close-position");

    private Marks() {}

    /** Returns the mark of one write: the tag, or the amount, or the new size, or the target. */
    public static String of(String path, Map<String, ?> fields) {
        if (TAGGED.contains(path)) {
            return "tag " + text(fields, "tag");
        }
        return switch (path) {
            case "/api/v5/asset/transfer" -> "transfer " + text(fields, "amt");
            case "/api/v5/trade/amend-order", "/api/v5/trade/amend-batch-orders" ->
                "amend " + target(fields, "ordId", "clOrdId") + " to " + text(fields, "newSz") + "@"
                        + text(fields, "newPx");
            case "/api/v5/trade/amend-algos" ->
                "amend algo " + target(fields, "algoId", "algoClOrdId") + " to " + text(fields, "newSz");
            case "/api/v5/trade/cancel-order", "/api/v5/trade/cancel-batch-orders" ->
                "cancel " + target(fields, "ordId", "clOrdId");
            case "/api/v5/trade/cancel-algos" -> "cancel algo " + target(fields, "algoId", "algoClOrdId");
            case "/api/v5/trade/mass-cancel" -> "mass-cancel " + text(fields, "instFamily");
            case "/api/v5/trade/cancel-all-after" -> "timer " + text(fields, "timeOut");
            default -> path;
        };
    }

    /** Returns the marks of a request's body, in the order of its items. */
    static List<String> ofBody(String path, String body) {
        List<String> marks = new ArrayList<>();
        for (Map<String, Object> item : JsonText.rows(body)) {
            marks.add(of(path, item));
        }
        return marks;
    }

    /** Returns whether a write with this mark may leave more than once: it takes risk back, or sets the same timer. */
    static boolean repeatable(String mark) {
        return mark.startsWith("cancel ") || mark.startsWith("mass-cancel ") || mark.startsWith("timer ");
    }

    private static String target(Map<String, ?> fields, String serverId, String clientId) {
        String id = text(fields, serverId);
        return id.isEmpty() ? text(fields, clientId) : id;
    }

    private static String text(Map<String, ?> fields, String name) {
        return JsonText.text(fields, name);
    }
}

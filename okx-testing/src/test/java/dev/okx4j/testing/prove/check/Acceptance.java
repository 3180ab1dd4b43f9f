package dev.okx4j.testing.prove.check;

import dev.okx4j.testing.prove.check.Happened.Arrived;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A write that the exchange took, by its own true answer.
 *
 * @param mark which write
 * @param arrival the request
 * @param serverId OKX's id of what was made; empty for a timer
 * @param clientId the client id that it came with
 */
record Acceptance(String mark, Arrived arrival, String serverId, String clientId) {

    /** Returns the writes of a request that the exchange took. */
    static List<Acceptance> of(Arrived arrival) {
        List<Acceptance> taken = new ArrayList<>();
        List<Map<String, Object>> asked = JsonText.rows(arrival.body());
        Object tree = JsonText.parse(arrival.answer());
        String code = JsonText.text(tree, "code");
        List<Map<String, Object>> rows = JsonText.rows(arrival.answer());
        for (int i = 0; i < asked.size() && i < rows.size(); i++) {
            Map<String, Object> row = rows.get(i);
            String own = JsonText.text(row, "sCode");
            if (own.isEmpty() ? code.equals("0") : own.equals("0")) {
                taken.add(new Acceptance(
                        Marks.of(arrival.path(), asked.get(i)),
                        arrival,
                        first(row, "ordId", "algoId", "transId"),
                        first(asked.get(i), "clOrdId", "algoClOrdId", "clientId")));
            }
        }
        return taken;
    }

    /** Returns the first of the fields that holds anything. */
    static String first(@Nullable Map<String, Object> row, String... fields) {
        for (String field : fields) {
            String value = JsonText.text(row, field);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }
}

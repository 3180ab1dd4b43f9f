package dev.okx4j.paper.wire;

import dev.okx4j.paper.venue.Reply;
import java.util.List;
import java.util.Map;

/**
 * What a request is answered with, before it is written as JSON.
 *
 * @param status HTTP status
 * @param code OKX's code: 0 all succeeded, 1 none did, 2 some did, else why the request was refused
 * @param msg the reason in words, empty with 0
 * @param data rows, each a map or a list; rarely one object
 * @param timed whether the gateway times {@code inTime} and {@code outTime} go with it
 */
record Answer(int status, String code, String msg, Object data, boolean timed) {
    // OKX's statuses of the codes that this wire gives; every other one goes with 200.
    private static final Map<String, Integer> STATUS = Map.ofEntries(
            Map.entry("50000", 400),
            Map.entry("50001", 503),
            Map.entry("50002", 400),
            Map.entry("50006", 400),
            Map.entry("50011", 429),
            Map.entry("50014", 400),
            Map.entry("50015", 400),
            Map.entry("50016", 400),
            Map.entry("50026", 500),
            Map.entry("50102", 401),
            Map.entry("50103", 401),
            Map.entry("50104", 401),
            Map.entry("50105", 401),
            Map.entry("50106", 401),
            Map.entry("50107", 401),
            Map.entry("50111", 401),
            Map.entry("50112", 401),
            Map.entry("50113", 401),
            Map.entry("50115", 405),
            Map.entry("51000", 400),
            Map.entry("51115", 429),
            Map.entry("51406", 400),
            Map.entry("51501", 400),
            Map.entry("58114", 400),
            Map.entry("404", 404));

    /** Returns a success with these rows. */
    static Answer rows(List<?> rows) {
        return new Answer(200, "0", "", rows, false);
    }

    /** Returns a success with one row. */
    static Answer row(Row row) {
        return rows(List.of(row.fields()));
    }

    /** Returns a success whose data are one object, not a list of one, which OKX answers in a few places. */
    static Answer object(Row row) {
        return new Answer(200, "0", "", row.fields(), false);
    }

    /** Returns a refusal without rows, with the HTTP status that OKX documents for the code. */
    static Answer refused(String code, String msg) {
        return new Answer(STATUS.getOrDefault(code, 200), code, msg, List.of(), false);
    }

    /** Returns the refusal of a command by the venue as the answer's own code. */
    static Answer refused(Reply.Refused reply) {
        return refused(reply.refusal().code(), reply.refusal().msg());
    }

    /** Returns an answer whose rows carry their own codes: the envelope's tells whether all, none or some succeeded. */
    static Answer items(List<Row> rows) {
        long failed = rows.stream()
                .filter(row -> !"0".equals(row.fields().get("sCode")))
                .count();
        String code = failed == 0 ? "0" : failed == rows.size() ? "1" : "2";
        String msg = switch (code) {
            case "0" -> "";
            case "1" -> "All operations failed";
            default -> "Bulk operation partially succeeded.";
        };
        return new Answer(200, code, msg, rows.stream().map(Row::fields).toList(), false);
    }

    /** Returns this answer with the gateway's times, which OKX puts beside the answers about orders. */
    Answer withTimes() {
        return new Answer(status, code, msg, data, true);
    }
}

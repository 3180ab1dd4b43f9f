package dev.okx4j.tools.kit;

import dev.okx4j.tools.Answer;
import dev.okx4j.tools.ToolFailure;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists that are longer than a result, and how to go on in them. */
final class Paging {
    static final String AFTER_INSTRUMENT = "Go on after this instrument, as next of the last answer says";

    private Paging() {}

    /**
     * Returns rows of instruments under one header, from the one after the given id.
     *
     * <p>OKX sends such lists whole; the cursor is ours and names the last instrument shown.
     *
     * @param after the instrument to begin behind, or null for the first
     * @throws ToolFailure if that instrument is not in the list
     */
    static Answer table(List<String> columns, List<? extends Record> rows, @Nullable String after) {
        List<List<Object>> table = Trees.rows(columns, rows);
        int id = columns.indexOf("instId");
        int from = 0;
        if (after != null) {
            while (from < table.size() && !table.get(from).get(id).equals(after)) {
                from++;
            }
            if (from == table.size()) {
                throw ToolFailure.arguments(
                        after + " is not in this list (any more).", "Leave after out to begin with the first row.");
            }
            from++;
        }
        List<List<Object>> page = table.subList(from, table.size());
        return Answer.table(columns, page)
                .next("after", false, i -> (String) page.get(i).get(id));
    }

    /**
     * Returns rows that the exchange pages by the id of the last one.
     *
     * @param rows what it sent, newest first
     * @param limit how many it was asked for; as many as that means that there may be more
     * @param id what to go on behind
     */
    static <R extends Record> Answer rows(List<R> rows, int limit, Function<R, String> id) {
        return Answer.rows(rows).next("after", rows.size() >= limit, i -> id.apply(rows.get(i)));
    }
}

package dev.okx4j.tools.paper;

import dev.okx4j.client.rest.Params;
import dev.okx4j.tools.Answer;
import dev.okx4j.tools.Doc;
import dev.okx4j.tools.Tool;
import dev.okx4j.tools.ToolFailure;
import dev.okx4j.tools.ToolSession;
import dev.okx4j.tools.schema.Form;
import dev.okx4j.tools.schema.TextForm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What only the paper exchange can do: let its market's time pass, and begin again. */
public final class PaperTools {
    /** The module of these tools, offered whenever the venue is paper. */
    public static final String MODULE = "paper";

    private PaperTools() {}

    public record ClockArgs(
            @Doc("Let time run to this moment, e.g. 2026-08-21T00:00:00Z or milliseconds")
            @Form(TextForm.INSTANT)
            @Nullable
            String to,

            @Doc("Let this much time pass: 15m, 4H, 1D, 1W") @Form(TextForm.SPAN) @Nullable
            String by,

            @Doc("true: stop at the first fill of an order of yours; alone, runs to the end of the data") @Nullable
            Boolean untilFill) {}

    static final Tool<ClockArgs> CLOCK = Tool.write("paper_clock", ClockArgs.class)
            .title("Paper clock")
            .description("Tells and moves the time of the paper market, which stands still between calls: without "
                    + "arguments it only tells. Moving it returns what happened on the way, in order: fills with the "
                    + "evidence they rest on, triggered stops, funding. Time never goes back; paper_reset does.")
            .handler(PaperTools::clock);

    private static Answer clock(ToolSession session, ClockArgs args) {
        boolean untilFill = args.untilFill() != null && args.untilFill();
        if (args.to() == null && args.by() == null && !untilFill) {
            return answer(session.okx().rest().one(PaperEndpoints.CLOCK, Params.none()));
        }
        if (args.to() != null && args.by() != null) {
            throw ToolFailure.arguments("to and by are both given.", "Give one of the two.");
        }
        Params request = Params.of("to", args.to()).and("by", args.by()).and("untilFill", untilFill ? true : null);
        return answer(session.okx().rest().one(PaperEndpoints.MOVE, request));
    }

    public record ResetArgs(
            @Doc("Time to begin at, e.g. 2026-08-17T00:00:00Z; the scenario's own if left out")
            @Form(TextForm.INSTANT)
            @Nullable
            String start,

            @Doc("Money to begin with by currency, e.g. {\"USDT\":\"10000\"}; 10000 USDT if left out") @Nullable
            Map<String, BigDecimal> balances) {}

    static final Tool<ResetArgs> RESET = Tool.write("paper_reset", ResetArgs.class)
            .title("Paper reset")
            .description("Begins the paper account again: orders, positions and history are gone, "
                    + "money and market time are as given.")
            .handler(PaperTools::reset);

    private static Answer reset(ToolSession session, ResetArgs args) {
        Map<String, BigDecimal> given = args.balances();
        Map<String, String> balances = new LinkedHashMap<>();
        if (given != null) {
            given.forEach((currency, amount) -> balances.put(currency, amount.toPlainString()));
        }
        Params request = Params.of("start", args.start()).and("balances", balances.isEmpty() ? null : balances);
        return answer(session.okx().rest().one(PaperEndpoints.RESET, request));
    }

    /** Returns the exchange's row, its events as rows that may be cut. */
    private static Answer answer(Map<String, Object> row) {
        Map<String, Object> head = new LinkedHashMap<>();
        row.forEach((key, value) -> head.put(key, exact(value)));
        return head.remove("events") instanceof List<?> events ? Answer.rows(head, "events", events) : Answer.of(head);
    }

    /** Returns the tree with its numbers as decimals, as results are written. */
    private static Object exact(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, Object> exact = new LinkedHashMap<>();
            map.forEach((key, value) -> exact.put(String.valueOf(key), value == null ? "" : exact(value)));
            return exact;
        }
        if (tree instanceof List<?> list) {
            List<Object> exact = new ArrayList<>();
            list.forEach(value -> exact.add(value == null ? "" : exact(value)));
            return exact;
        }
        return tree instanceof Number number ? new BigDecimal(number.toString()).stripTrailingZeros() : tree;
    }

    /** Returns the tools in the order in which they are listed. */
    public static List<Tool<?>> all() {
        return List.of(CLOCK, RESET);
    }
}

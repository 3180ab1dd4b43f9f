package dev.okx4j.tools.paper;

import dev.okx4j.client.json.Json;
import dev.okx4j.client.rest.Params;
import dev.okx4j.tools.Answer;
import dev.okx4j.tools.Doc;
import dev.okx4j.tools.Tool;
import dev.okx4j.tools.ToolFailure;
import dev.okx4j.tools.ToolSession;
import dev.okx4j.tools.schema.Form;
import dev.okx4j.tools.schema.TextForm;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What only the paper exchange can do: let its market's time pass, and begin again. */
public final class PaperTools {
    /** The module of these tools, offered whenever the venue is paper. */
    public static final String MODULE = "paper";

    private PaperTools() {}

    /**
     * How far to let time run; without any of the three the time is only told.
     *
     * @param to the moment to run to, in ISO form or milliseconds; not together with by
     * @param by how long to run
     * @param untilFill true to stop at the first fill of an own order
     */
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

    /** Reads the time, or moves it: a POST only where something is to happen. */
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

    /**
     * How to begin again.
     *
     * @param start the moment to begin at; the scenario's own if null
     * @param balances positive amounts by currency, exact; 10,000 USDT if null
     */
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
    private static Answer answer(PaperClock clock) {
        Map<String, Object> head = Json.toTree(clock);
        return head.remove("events") instanceof List<?> events ? Answer.rows(head, "events", events) : Answer.of(head);
    }

    /** Returns the tools in the order in which they are listed. */
    public static List<Tool<?>> all() {
        return List.of(CLOCK, RESET);
    }
}

package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Scope.USER;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.PosSide;
import dev.okx4j.paper.venue.Reply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Answers what moves money into the account, or between it and a position. */
final class MarginDesk {
    /** How often a day a demo account is given something. */
    private static final String TIMES = "3";

    private static final int SECONDS_OF_A_DAY = 86_400;

    private final PaperAccount account;

    MarginDesk(PaperAccount account) {
        this.account = account;
    }

    /** Returns the paths that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.post("/api/v5/account/position/margin-balance", 20, 2, USER, this::adjust),
                Route.post("/api/v5/account/demo-adjust-balance", 3, SECONDS_OF_A_DAY, USER, this::demo));
    }

    /** Adds margin to an isolated position, or takes some out. */
    private Answer adjust(Call call) {
        Params params = call.params();
        params.text("instId");
        PosSide side = params.word("posSide", PosSide.values(), PosSide::wire);
        params.text("type");
        boolean add = params.oneOf("type", "add", "reduce").equals("add");
        BigDecimal amount = params.decimal("amt");
        InstrumentSpec spec = account.read(v -> new Listing(account.scenario(), v).contract(params));
        Reply reply = account.apply(new Command.AdjustMargin(spec.instId(), side, add, amount));
        if (reply instanceof Reply.Refused refused) {
            return Answer.refused(refused);
        }
        Reply.MarginAdjusted adjusted = (Reply.MarginAdjusted) reply;
        return Answer.row(new Row(Fields.MARGIN_ADJUSTED)
                .set("instId", adjusted.instId())
                .set("posSide", adjusted.posSide().wire())
                .set("amt", adjusted.amt())
                .set("type", adjusted.added() ? "add" : "reduce")
                .set("leverage", adjusted.lever())
                .set("ccy", adjusted.ccy()));
    }

    /** Gives or takes demo money, all of what is asked or nothing. */
    private Answer demo(Call call) {
        Params params = call.params();
        params.text("type");
        boolean increase = params.oneOf("type", "increase", "reduce").equals("increase");
        Reply reply = account.apply(new Command.DemoAdjust(increase, adjustments(params)));
        if (reply instanceof Reply.Refused refused) {
            return Answer.refused(refused);
        }
        Reply.DemoAdjusted adjusted = (Reply.DemoAdjusted) reply;
        List<Object> details = new ArrayList<>();
        adjusted.adjustments().forEach((ccy, amt) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("ccy", ccy);
            row.put("amt", Row.wire(amt));
            row.put("bal", Row.wire(adjusted.balances().get(ccy)));
            details.add(row);
        });
        return Answer.row(new Row(Fields.DEMO_ADJUSTED)
                .set("remainCnt", Integer.toString(adjusted.remaining()))
                .set("totalCnt", TIMES)
                .set("details", details));
    }

    private static Map<String, BigDecimal> adjustments(Params params) {
        if (!(params.values().get("adjustments") instanceof List<?> list)) {
            throw RefusedException.missing("adjustments");
        }
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        for (Object item : list) {
            if (!(item instanceof Map<?, ?> map)) {
                throw RefusedException.bad("adjustments");
            }
            Map<String, Object> fields = new LinkedHashMap<>();
            map.forEach((name, value) -> {
                if (value != null) {
                    fields.put((String) name, value);
                }
            });
            Params each = new Params(fields);
            if (amounts.put(each.text("ccy"), each.decimal("amt")) != null) {
                throw RefusedException.bad("adjustments", each.text("ccy") + " is named twice");
            }
        }
        return amounts;
    }
}

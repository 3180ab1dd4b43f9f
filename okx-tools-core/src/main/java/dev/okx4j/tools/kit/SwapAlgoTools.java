package dev.okx4j.tools.kit;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.algo.AlgoAck;
import dev.okx4j.client.algo.AlgoOrder;
import dev.okx4j.client.algo.AlgoOrdersRequest;
import dev.okx4j.client.algo.PlaceAlgoRequest;
import dev.okx4j.client.model.AlgoState;
import dev.okx4j.client.model.AlgoType;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.PosSide;
import dev.okx4j.client.model.PxType;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.tools.Answer;
import dev.okx4j.tools.Doc;
import dev.okx4j.tools.Tool;
import dev.okx4j.tools.ToolFailure;
import dev.okx4j.tools.ToolSession;
import dev.okx4j.tools.kit.Choices.AlgoKind;
import dev.okx4j.tools.kit.Choices.ContractKind;
import dev.okx4j.tools.kit.Choices.MarginMode;
import dev.okx4j.tools.kit.Choices.PositionSide;
import dev.okx4j.tools.kit.Choices.PriceType;
import dev.okx4j.tools.kit.Choices.Side;
import dev.okx4j.tools.kit.Choices.SizeUnit;
import dev.okx4j.tools.schema.Form;
import dev.okx4j.tools.schema.OneOf;
import dev.okx4j.tools.schema.OrMarket;
import dev.okx4j.tools.schema.Range;
import dev.okx4j.tools.schema.TextForm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders for perpetual contracts that wait for a price: stops, take-profits and trailing stops. */
final class SwapAlgoTools {
    private static final String GET = "swap_get_algo_orders";

    private SwapAlgoTools() {}

    /**
     * A stop, a take-profit, both, or a trailing stop. What each ordType needs is checked before anything is sent:
     * half a stop is a stop that does not work.
     *
     * @param instId the contract
     * @param tdMode how the position is margined
     * @param side sell closes a long, buy closes a short
     * @param posSide the side of the position; null is net
     * @param ordType the kind
     * @param sz the size, in contracts unless tgtCcy says money
     * @param tpTriggerPx the price at which to take profit, or null for no such leg
     * @param tpOrdPx the price of the order that this sets off, -1 for market
     * @param tpTriggerPxType the price that is watched; null is the last price
     * @param slTriggerPx the price at which to stop the loss, or null for no such leg
     * @param slOrdPx the price of the order that this sets off, -1 for market
     * @param slTriggerPxType the price that is watched; null is the last price
     * @param callbackRatio the trailing distance as a fraction, or null if callbackSpread says it
     * @param callbackSpread the trailing distance in quote currency, or null if callbackRatio says it
     * @param activePx the price from which the trailing begins; at once if null
     * @param tgtCcy the unit of sz; null is contracts
     * @param reduceOnly true if it may only close; null is false
     * @param clOrdId the caller's own id, sent as algoClOrdId; one is made if null
     */
    public record PlaceArgs(
            @Doc(ArgumentDocs.CONTRACT) @Form(TextForm.INSTRUMENT)
            String instId,

            MarginMode tdMode,
            @Doc("sell closes a long, buy closes a short") Side side,
            @Doc(ArgumentDocs.POSITION_SIDE) @Nullable PositionSide posSide,

            @Doc("conditional: stop-loss or take-profit; oco: both, one cancels the other; move_order_stop: trailing")
            AlgoKind ordType,

            @Doc(ArgumentDocs.SIZE) BigDecimal sz,
            @Doc(ArgumentDocs.TAKE_PROFIT) @Nullable BigDecimal tpTriggerPx,
            @Doc(ArgumentDocs.LEG_PRICE) @OrMarket @Nullable BigDecimal tpOrdPx,

            @Doc(ArgumentDocs.WATCHED_PRICE) @Nullable PriceType tpTriggerPxType,

            @Doc(ArgumentDocs.STOP_LOSS) @Nullable BigDecimal slTriggerPx,
            @Doc(ArgumentDocs.LEG_PRICE) @OrMarket @Nullable BigDecimal slOrdPx,

            @Doc(ArgumentDocs.WATCHED_PRICE) @Nullable PriceType slTriggerPxType,

            @Doc("Trailing distance as a fraction, 0.01 is 1 %; or callbackSpread") @Nullable
            BigDecimal callbackRatio,

            @Doc("Trailing distance in price") @Nullable BigDecimal callbackSpread,

            @Doc("Price from which the trailing begins; at once if left out") @Nullable
            BigDecimal activePx,

            @Doc(ArgumentDocs.SIZE_UNIT) @Nullable SizeUnit tgtCcy,

            @Doc("true: only close or reduce, never open") @Nullable
            Boolean reduceOnly,

            @Doc(ArgumentDocs.CLIENT_ID) @Form(TextForm.CLIENT_ID) @Nullable
            String clOrdId) {}

    static final Tool<PlaceArgs> PLACE = Tool.write("swap_place_algo_order", PlaceArgs.class)
            .title("Place swap stop")
            .description("Places a stop-loss, a take-profit, both, or a trailing stop that waits at the exchange. "
                    + "To protect a long: side sell, sz the position's contracts, slTriggerPx below the price, "
                    + "slOrdPx \"-1\", reduceOnly true. sz counts contracts, not money. "
                    + "Trades real money on a live venue.")
            .handler(SwapAlgoTools::place);

    private static Answer place(ToolSession session, PlaceArgs args) {
        check(args);
        OkxClient okx = session.okx();
        ContractSize size = ContractSize.of(
                okx, new ContractSize.Asked(args.instId(), args.tdMode(), args.posSide(), args.sz(), args.tgtCcy()));
        AlgoAck ack = Sent.confirmed(
                okx.algo()
                        .placeAlgo(PlaceAlgoRequest.builder()
                                .instId(args.instId())
                                .tdMode(Choices.as(TdMode.class, args.tdMode()))
                                .side(Choices.as(dev.okx4j.client.model.Side.class, args.side()))
                                .posSide(Choices.orNull(PosSide.class, args.posSide()))
                                .ordType(Choices.as(AlgoType.class, args.ordType()))
                                .sz(size.sz())
                                .tgtCcy(size.tgtCcy())
                                .tpTriggerPx(args.tpTriggerPx())
                                .tpOrdPx(args.tpOrdPx())
                                .tpTriggerPxType(Choices.orNull(PxType.class, args.tpTriggerPxType()))
                                .slTriggerPx(args.slTriggerPx())
                                .slOrdPx(args.slOrdPx())
                                .slTriggerPxType(Choices.orNull(PxType.class, args.slTriggerPxType()))
                                .callbackRatio(args.callbackRatio())
                                .callbackSpread(args.callbackSpread())
                                .activePx(args.activePx())
                                .reduceOnly(args.reduceOnly())
                                .algoClOrdId(args.clOrdId())
                                .tag(Orders.TAG)
                                .build()),
                "algo order",
                "Call " + GET + " with instId " + args.instId() + " and look for this id as algoClOrdId.");
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("instId", args.instId());
        data.putAll(Trees.pick(ack, List.of("algoId", "algoClOrdId")));
        data.put("ordType", args.ordType().toString());
        data.put("sz", size.sz().toPlainString());
        data.put("state", "accepted");
        return size.explain(Answer.of(data))
                .note("hint", "It waits at the exchange; " + GET + " shows it, swap_cancel_algo_orders cancels it.");
    }

    /** Throws unless the kind has exactly the prices that it needs. */
    private static void check(PlaceArgs args) {
        Legs.check("tp", args.tpTriggerPx(), args.tpOrdPx());
        Legs.check("sl", args.slTriggerPx(), args.slOrdPx());
        boolean tp = args.tpTriggerPx() != null;
        boolean sl = args.slTriggerPx() != null;
        boolean trailing = (args.callbackRatio() != null) != (args.callbackSpread() != null);
        switch (args.ordType()) {
            case conditional -> demand(tp || sl, args, "tpTriggerPx and tpOrdPx, or slTriggerPx and slOrdPx");
            case oco -> demand(tp && sl, args, "tpTriggerPx, tpOrdPx, slTriggerPx and slOrdPx");
            case move_order_stop -> demand(trailing, args, "either callbackRatio or callbackSpread");
        }
    }

    private static void demand(boolean met, PlaceArgs args, String what) {
        if (!met) {
            throw ToolFailure.arguments("ordType " + args.ordType() + " needs " + what + ".", "Add what is missing.");
        }
    }

    /**
     * Which algo orders to list; each filter that is null does not filter.
     *
     * @param status pending or history; null is pending
     * @param instType the kind of contract; null is SWAP
     * @param ordType one kind, whose list can be paged; all three if null
     * @param instId one contract
     * @param algoId one algo order
     * @param after the algoId that the list goes on behind, toward older ones
     * @param before the algoId that the list ends before, from newer ones
     * @param limit rows of each kind; 100 if null
     * @param state what became of those in the history; null is effective
     */
    public record GetArgs(
            @Doc("pending: waiting (default); history: done") @OneOf({"pending", "history"}) @Nullable
            String status,

            @Doc(ArgumentDocs.SWAP_BY_DEFAULT) @Nullable ContractKind instType,

            @Doc("All kinds if left out, each asked for separately") @Nullable
            AlgoKind ordType,

            @Form(TextForm.INSTRUMENT) @Nullable String instId,
            @Form(TextForm.ID) @Nullable String algoId,

            @Doc("Older than this algoId; with ordType only") @Form(TextForm.ID) @Nullable
            String after,

            @Doc("Newer than this algoId; with ordType only") @Form(TextForm.ID) @Nullable
            String before,

            @Doc("Rows of each kind; 100 if left out") @Range(min = 1, max = 100) @Nullable
            Integer limit,

            @Doc("With history: effective (set off, default), canceled or order_failed")
            @OneOf({"effective", "canceled", "order_failed"})
            @Nullable
            String state) {}

    static final Tool<GetArgs> GET_ORDERS = Tool.read(GET, GetArgs.class)
            .title("Swap stops")
            .description("Stops, take-profits and trailing stops of contracts: those that wait, or with status history "
                    + "those that were set off, cancelled or failed.")
            .handler(SwapAlgoTools::get);

    /** Asks for each kind separately, since OKX wants one; only a single kind has a cursor. */
    private static Answer get(ToolSession session, GetArgs args) {
        boolean history = "history".equals(args.status());
        int limit = args.limit() == null ? 100 : args.limit();
        List<String> cut = new ArrayList<>();
        List<AlgoOrder> found = new ArrayList<>();
        List<AlgoKind> kinds = args.ordType() == null ? List.of(AlgoKind.values()) : List.of(args.ordType());
        for (AlgoKind kind : kinds) {
            AlgoOrdersRequest request = AlgoOrdersRequest.builder()
                    .instType(args.instType() == null ? InstType.SWAP : Choices.as(InstType.class, args.instType()))
                    .instId(args.instId())
                    .algoId(args.algoId())
                    .after(args.after())
                    .before(args.before())
                    .limit(args.limit())
                    .state(history ? state(args.state()) : null)
                    .ordType(Choices.as(AlgoType.class, kind))
                    .build();
            List<AlgoOrder> ofKind = history
                    ? session.okx().algo().history(request)
                    : session.okx().algo().pending(request);
            if (ofKind.size() >= limit) {
                cut.add(kind.toString());
            }
            found.addAll(ofKind);
        }
        if (args.ordType() != null) {
            return Paging.rows(found, limit, AlgoOrder::algoId);
        }
        Answer answer = Answer.rows(found); // three lists in one have no common cursor
        return cut.isEmpty()
                ? answer
                : answer.note(
                        "hint",
                        "There may be more: repeat the call with ordType " + String.join(" or ", cut)
                                + ", whose list can be paged.");
    }

    /** Returns the state to ask the history for: OKX wants one, and what was set off is what is mostly meant. */
    private static AlgoState state(@Nullable String state) {
        return state == null ? AlgoState.effective : AlgoState.valueOf(state);
    }

    static List<Tool<?>> all() {
        return List.of(PLACE, GET_ORDERS);
    }
}

package dev.okx4j.tools.kit;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.PosSide;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.trade.AttachAlgo;
import dev.okx4j.client.trade.Order;
import dev.okx4j.client.trade.OrderAck;
import dev.okx4j.client.trade.PlaceOrderRequest;
import dev.okx4j.tools.Answer;
import dev.okx4j.tools.Doc;
import dev.okx4j.tools.Tool;
import dev.okx4j.tools.ToolSession;
import dev.okx4j.tools.kit.Choices.MarginMode;
import dev.okx4j.tools.kit.Choices.OrderType;
import dev.okx4j.tools.kit.Choices.PositionSide;
import dev.okx4j.tools.kit.Choices.Side;
import dev.okx4j.tools.kit.Choices.SizeUnit;
import dev.okx4j.tools.schema.Form;
import dev.okx4j.tools.schema.OrMarket;
import dev.okx4j.tools.schema.TextForm;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders for perpetual contracts. */
final class SwapOrderTools {
    private static final String GET = "swap_get_order";

    private SwapOrderTools() {}

    /**
     * An order for contracts. A price goes with every ordType but market, and each leg's two prices go together: a
     * call that breaks this is refused before anything is sent.
     *
     * @param instId the contract, e.g. BTC-USDT-SWAP
     * @param tdMode how the position is margined
     * @param side buy or sell
     * @param posSide the side of the position; null is net
     * @param ordType when and how it fills
     * @param sz the size, in contracts unless tgtCcy says money
     * @param tgtCcy the unit of sz; null is contracts
     * @param px the limit price in quote currency; null for a market order
     * @param reduceOnly true if it may only close; null is false
     * @param clOrdId the caller's own id; one is made if null
     * @param tpTriggerPx the price at which to take profit, or null for no such leg
     * @param tpOrdPx the price of the order that this sets off, -1 for market
     * @param slTriggerPx the price at which to stop the loss, or null for no such leg
     * @param slOrdPx the price of the order that this sets off, -1 for market
     */
    public record PlaceArgs(
            @Doc(ArgumentDocs.CONTRACT) @Form(TextForm.INSTRUMENT)
            String instId,

            MarginMode tdMode,

            @Doc("In one-way mode buy opens a long or closes a short; in hedge mode see posSide")
            Side side,

            @Doc(ArgumentDocs.POSITION_SIDE) @Nullable PositionSide posSide,

            @Doc(ArgumentDocs.ORDER_TYPE) OrderType ordType,

            @Doc(ArgumentDocs.SIZE) BigDecimal sz,
            @Doc(ArgumentDocs.SIZE_UNIT) @Nullable SizeUnit tgtCcy,
            @Doc(ArgumentDocs.LIMIT_PRICE) @Nullable BigDecimal px,

            @Doc("true: only close or reduce, never open (one-way mode)") @Nullable
            Boolean reduceOnly,

            @Doc(ArgumentDocs.CLIENT_ID) @Form(TextForm.CLIENT_ID) @Nullable
            String clOrdId,

            @Doc(ArgumentDocs.TAKE_PROFIT) @Nullable BigDecimal tpTriggerPx,
            @Doc(ArgumentDocs.LEG_PRICE) @OrMarket @Nullable BigDecimal tpOrdPx,
            @Doc(ArgumentDocs.STOP_LOSS) @Nullable BigDecimal slTriggerPx,
            @Doc(ArgumentDocs.LEG_PRICE) @OrMarket @Nullable BigDecimal slOrdPx) {}

    static final Tool<PlaceArgs> PLACE = Tool.write("swap_place_order", PlaceArgs.class)
            .title("Place swap order")
            .description("Opens, grows or closes a position in a perpetual contract. sz counts contracts, not money: "
                    + "to order for 50 USDT give sz 50 with tgtCcy quote_ccy; it is turned into whole lots, rounded "
                    + "down. The answer shows what filled and its notional. Leverage: swap_get_leverage. "
                    + "Trades real money on a live venue.")
            .handler(SwapOrderTools::place);

    /**
     * Turns money into contracts, sends the order once and reads it back.
     *
     * <p>An exchange never sees money as a size: what goes out counts contracts.
     */
    private static Answer place(ToolSession session, PlaceArgs args) {
        Orders.checkPrice(args.ordType(), args.px());
        OkxClient okx = session.okx();
        List<AttachAlgo> legs = Legs.of(args.tpTriggerPx(), args.tpOrdPx(), args.slTriggerPx(), args.slOrdPx());
        ContractSize size = ContractSize.of(
                okx, new ContractSize.Asked(args.instId(), args.tdMode(), args.posSide(), args.sz(), args.tgtCcy()));
        OrderAck ack = Sent.confirmed(
                okx.trade()
                        .placeOrder(PlaceOrderRequest.builder()
                                .instId(args.instId())
                                .tdMode(Choices.as(TdMode.class, args.tdMode()))
                                .side(Choices.as(dev.okx4j.client.model.Side.class, args.side()))
                                .posSide(Choices.orNull(PosSide.class, args.posSide()))
                                .ordType(Choices.as(OrdType.class, args.ordType()))
                                .sz(size.sz())
                                .tgtCcy(size.tgtCcy())
                                .px(args.px())
                                .reduceOnly(args.reduceOnly())
                                .clOrdId(args.clOrdId())
                                .tag(Orders.TAG)
                                .attachAlgoOrds(legs)
                                .build()),
                "order",
                ArgumentDocs.lookUp(GET, args.instId()));
        return size.explain(Orders.placed(
                session, args.instId(), ack, order -> notional(okx, order, size), ArgumentDocs.readBack(GET)));
    }

    /** Returns what was filled at its price, or what a resting order is worth at its own. */
    private static @Nullable BigDecimal notional(OkxClient okx, Order order, ContractSize size) {
        BigDecimal filled = order.accFillSz();
        boolean traded = filled != null && filled.signum() > 0 && order.avgPx() != null;
        BigDecimal contracts = traded ? filled : order.sz();
        BigDecimal price = traded ? order.avgPx() : order.px();
        if (contracts == null || price == null) {
            return null;
        }
        try {
            Contracts known = size.contracts();
            return (known == null ? Contracts.read(okx, order.instId()) : known).notional(contracts, price);
        } catch (RuntimeException e) {
            return null; // the order is placed; a figure that only explains it must not make it look failed
        }
    }

    /**
     * Which order: at least one of the two ids is needed, which the schema cannot say.
     *
     * @param instId the instrument
     * @param ordId the exchange's id, or null
     * @param clOrdId the caller's own id, or null
     */
    public record OrderArgs(
            @Doc(ArgumentDocs.CONTRACT) @Form(TextForm.INSTRUMENT)
            String instId,

            @Doc(ArgumentDocs.ORDER_ID) @Form(TextForm.ID) @Nullable
            String ordId,

            @Doc(ArgumentDocs.ORDER_ID) @Form(TextForm.CLIENT_ID) @Nullable
            String clOrdId) {}

    static final Tool<OrderArgs> CANCEL = Tool.write("swap_cancel_order", OrderArgs.class)
            .title("Cancel swap order")
            .description("Cancels what is left of an open contract order, named by ordId or clOrdId. "
                    + "Stops and take-profits are algo orders: see swap_cancel_algo_orders.")
            .handler((session, args) -> Orders.cancel(session, args.instId(), args.ordId(), args.clOrdId(), GET));

    static final Tool<OrderArgs> GET_ORDER = Tool.read(GET, OrderArgs.class)
            .title("Swap order")
            .description("State, fills, fee and profit of one contract order, named by ordId or clOrdId. "
                    + "This is how to learn what became of an order whose outcome was unknown.")
            .handler((session, args) -> Orders.get(session, args.instId(), args.ordId(), args.clOrdId()));

    static List<Tool<?>> all() {
        return List.of(PLACE, CANCEL, GET_ORDER);
    }
}

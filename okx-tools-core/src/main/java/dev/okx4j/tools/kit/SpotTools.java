package dev.okx4j.tools.kit;

import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.model.TgtCcy;
import dev.okx4j.client.trade.Order;
import dev.okx4j.client.trade.OrderAck;
import dev.okx4j.client.trade.PlaceOrderRequest;
import dev.okx4j.tools.Answer;
import dev.okx4j.tools.Doc;
import dev.okx4j.tools.Tool;
import dev.okx4j.tools.ToolSession;
import dev.okx4j.tools.kit.Choices.OrderType;
import dev.okx4j.tools.kit.Choices.Side;
import dev.okx4j.tools.kit.Choices.SpotMode;
import dev.okx4j.tools.kit.Choices.SpotSizeUnit;
import dev.okx4j.tools.schema.Form;
import dev.okx4j.tools.schema.OrMarket;
import dev.okx4j.tools.schema.TextForm;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Buying and selling coins and tokens. */
final class SpotTools {
    private static final String GET = "spot_get_order";

    private SpotTools() {}

    /**
     * A spot order. A price goes with every ordType but market, and each leg's two prices go together: a call that
     * breaks this is refused before anything is sent.
     *
     * @param instId the pair, e.g. BTC-USDT
     * @param tdMode how it is paid for
     * @param side buy or sell
     * @param ordType when and how it fills
     * @param sz the amount, in the currency that side, ordType and tgtCcy decide
     * @param tgtCcy the currency of sz in a market order; OKX's default if null
     * @param px the limit price in quote currency; null for a market order
     * @param clOrdId the caller's own id; one is made if null
     * @param tpTriggerPx the price at which to take profit, or null for no such leg
     * @param tpOrdPx the price of the order that this sets off, -1 for market
     * @param slTriggerPx the price at which to stop the loss, or null for no such leg
     * @param slOrdPx the price of the order that this sets off, -1 for market
     */
    public record PlaceArgs(
            @Doc("e.g. BTC-USDT") @Form(TextForm.INSTRUMENT) String instId,

            @Doc("cash: plain spot; cross, isolated: on margin")
            SpotMode tdMode,

            Side side,

            @Doc(ArgumentDocs.ORDER_TYPE) OrderType ordType,

            @Doc("Amount. Market buy: quote currency, e.g. USDT, unless tgtCcy is base_ccy; otherwise base currency")
            BigDecimal sz,

            @Doc("Unit of sz in a market order: base_ccy, e.g. BTC; quote_ccy, e.g. USDT") @Nullable
            SpotSizeUnit tgtCcy,

            @Doc(ArgumentDocs.LIMIT_PRICE) @Nullable BigDecimal px,

            @Doc(ArgumentDocs.CLIENT_ID) @Form(TextForm.CLIENT_ID) @Nullable
            String clOrdId,

            @Doc(ArgumentDocs.TAKE_PROFIT) @Nullable BigDecimal tpTriggerPx,
            @Doc(ArgumentDocs.LEG_PRICE) @OrMarket @Nullable BigDecimal tpOrdPx,
            @Doc(ArgumentDocs.STOP_LOSS) @Nullable BigDecimal slTriggerPx,
            @Doc(ArgumentDocs.LEG_PRICE) @OrMarket @Nullable BigDecimal slOrdPx) {}

    static final Tool<PlaceArgs> PLACE = Tool.write("spot_place_order", PlaceArgs.class)
            .title("Place spot order")
            .description("Buys or sells on the spot market, with take-profit and stop-loss if wanted. "
                    + "The answer shows what filled and its notional in quote currency. "
                    + "Trades real money on a live venue.")
            .handler(SpotTools::place);

    /** Sends the order once and reads it back; sz goes out as it was given. */
    private static Answer place(ToolSession session, PlaceArgs args) {
        Orders.checkPrice(args.ordType(), args.px());
        OrderAck ack = Sent.confirmed(
                session.okx()
                        .trade()
                        .placeOrder(PlaceOrderRequest.builder()
                                .instId(args.instId())
                                .tdMode(Choices.as(TdMode.class, args.tdMode()))
                                .side(Choices.as(dev.okx4j.client.model.Side.class, args.side()))
                                .ordType(Choices.as(OrdType.class, args.ordType()))
                                .sz(args.sz())
                                .tgtCcy(Choices.orNull(TgtCcy.class, args.tgtCcy()))
                                .px(args.px())
                                .clOrdId(args.clOrdId())
                                .tag(Orders.TAG)
                                .attachAlgoOrds(
                                        Legs.of(args.tpTriggerPx(), args.tpOrdPx(), args.slTriggerPx(), args.slOrdPx()))
                                .build()),
                "order",
                ArgumentDocs.lookUp(GET, args.instId()));
        return Orders.placed(session, args.instId(), ack, SpotTools::notional, ArgumentDocs.readBack(GET));
    }

    /** Returns what was filled at its price, or what a resting order is worth at its own. */
    private static @Nullable BigDecimal notional(Order order) {
        BigDecimal filled = order.accFillSz();
        BigDecimal price = order.avgPx();
        if (filled != null && filled.signum() > 0 && price != null) {
            return filled.multiply(price);
        }
        BigDecimal size = order.sz();
        BigDecimal limit = order.px();
        return size == null || limit == null ? null : size.multiply(limit);
    }

    /**
     * Which order: at least one of the two ids is needed, which the schema cannot say.
     *
     * @param instId the instrument
     * @param ordId the exchange's id, or null
     * @param clOrdId the caller's own id, or null
     */
    public record OrderArgs(
            @Doc("e.g. BTC-USDT") @Form(TextForm.INSTRUMENT) String instId,

            @Doc(ArgumentDocs.ORDER_ID) @Form(TextForm.ID) @Nullable
            String ordId,

            @Doc(ArgumentDocs.ORDER_ID) @Form(TextForm.CLIENT_ID) @Nullable
            String clOrdId) {}

    static final Tool<OrderArgs> CANCEL = Tool.write("spot_cancel_order", OrderArgs.class)
            .title("Cancel spot order")
            .description("Cancels what is left of an open spot order, named by ordId or clOrdId.")
            .handler((session, args) -> Orders.cancel(session, args.instId(), args.ordId(), args.clOrdId(), GET));

    static final Tool<OrderArgs> GET_ORDER = Tool.read(GET, OrderArgs.class)
            .title("Spot order")
            .description("State, fills and fee of one spot order, named by ordId or clOrdId. "
                    + "This is how to learn what became of an order whose outcome was unknown.")
            .handler((session, args) -> Orders.get(session, args.instId(), args.ordId(), args.clOrdId()));

    static List<Tool<?>> all() {
        return List.of(PLACE, CANCEL, GET_ORDER);
    }
}

package dev.okx4j.testing.prove.session;

import dev.okx4j.client.account.PositionsRequest;
import dev.okx4j.client.algo.CancelAlgoRequest;
import dev.okx4j.client.algo.PlaceAlgoRequest;
import dev.okx4j.client.funding.TransferAccount;
import dev.okx4j.client.funding.TransferRequest;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.model.AlgoType;
import dev.okx4j.client.model.MgnMode;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.trade.AmendOrderRequest;
import dev.okx4j.client.trade.CancelAllAfterRequest;
import dev.okx4j.client.trade.CancelOrderRequest;
import dev.okx4j.client.trade.ClosePositionRequest;
import dev.okx4j.client.trade.MassCancelRequest;
import dev.okx4j.client.trade.PlaceOrderRequest;
import dev.okx4j.client.trade.PlaceOrderRequestBuilder;
import dev.okx4j.testing.prove.world.World;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Calls the client's operations, each write with something that no other has: a tag, an amount or a size; so that it is known
 * again at the exchange whatever ids it went out with.
 */
public final class Caller {
    /** An order, by the id of whoever the caller knows it from. */
    public record Known(Instrument instrument, String ordId, String clOrdId) {}

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final BigDecimal STOP_AT = new BigDecimal("-1");

    private final World world;
    private final SplittableRandom random;
    private int count;

    public Caller(World world, SplittableRandom random) {
        this.world = world;
        this.random = random;
    }

    /** Returns a limit order at a ratio of the last price. */
    public PlaceOrderRequest limit(Instrument instrument, Side side, String ratio) {
        return order(instrument, side, OrdType.limit, instrument.price(world, ratio));
    }

    /** Returns an order. */
    public PlaceOrderRequest order(Instrument instrument, Side side, OrdType type, @Nullable BigDecimal px) {
        return PlaceOrderRequest.builder()
                .instId(instrument.instId())
                .tdMode(TdMode.cross)
                .side(side)
                .ordType(type)
                .sz(Instrument.LOT.multiply(BigDecimal.valueOf(1 + random.nextInt(5))))
                .px(px)
                .tag(unique("o"))
                .clOrdId(ownId())
                .build();
    }

    /** Returns an order that the exchange refuses: it is smaller than any that it takes. */
    public PlaceOrderRequest refused(Instrument instrument) {
        return PlaceOrderRequestBuilder.builder(limit(instrument, Side.buy, "0.9"))
                .sz(new BigDecimal("0.0001"))
                .build();
    }

    /** Places an order, and returns what is known of it then; null when that is nothing. */
    public @Nullable Known place(String operation, Instrument instrument, PlaceOrderRequest order) {
        List<? extends Outcome<?>> told = world.write(
                operation,
                "/api/v5/trade/order",
                true,
                List.of(order),
                okx -> World.one(okx.trade().placeOrder(order)));
        return told == null || told.isEmpty() ? null : known(instrument, told.get(0));
    }

    /** Places several orders in one request, and returns those that are known then. */
    public List<Known> placeAll(Instrument instrument, List<PlaceOrderRequest> orders) {
        List<? extends Outcome<?>> told = world.write(
                "batch-place",
                "/api/v5/trade/batch-orders",
                true,
                orders,
                okx -> okx.trade().placeOrders(orders));
        List<Known> known = new ArrayList<>();
        for (int i = 0; told != null && i < told.size(); i++) {
            Known one = known(instrument, told.get(i));
            if (one != null) {
                known.add(one);
            }
        }
        return known;
    }

    private static @Nullable Known known(Instrument instrument, Outcome<?> told) {
        boolean mayLive = told instanceof Outcome.Confirmed<?> || told instanceof Outcome.Unknown<?>;
        return mayLive ? new Known(instrument, "", told.clOrdId()) : null;
    }

    /** Changes the size of an order to one that no other change has. */
    public void amend(Known order) {
        AmendOrderRequest change = AmendOrderRequest.builder()
                .instId(order.instrument().instId())
                .ordId(order.ordId().isEmpty() ? null : order.ordId())
                .clOrdId(order.ordId().isEmpty() ? order.clOrdId() : null)
                .newSz(Instrument.LOT.multiply(BigDecimal.valueOf(10 + ++count)))
                .build();
        world.write(
                "amend",
                "/api/v5/trade/amend-order",
                true,
                List.of(change),
                okx -> World.one(okx.trade().amendOrder(change)));
    }

    /** Cancels an order. */
    public void cancel(Known order) {
        CancelOrderRequest cancel = request(order);
        world.write(
                "cancel",
                "/api/v5/trade/cancel-order",
                false,
                List.of(cancel),
                okx -> World.one(okx.trade().cancelOrder(cancel)));
    }

    /** Cancels several orders in one request. */
    public void cancelAll(List<Known> orders) {
        List<CancelOrderRequest> cancels = orders.stream().map(Caller::request).toList();
        world.write(
                "batch-cancel",
                "/api/v5/trade/cancel-batch-orders",
                false,
                cancels,
                okx -> okx.trade().cancelOrders(cancels));
    }

    private static CancelOrderRequest request(Known order) {
        return CancelOrderRequest.builder()
                .instId(order.instrument().instId())
                .ordId(order.ordId().isEmpty() ? null : order.ordId())
                .clOrdId(order.ordId().isEmpty() ? order.clOrdId() : null)
                .build();
    }

    /** Sets the timer that cancels all orders, or stops it with 0. */
    public void cancelAllAfter(int seconds) {
        CancelAllAfterRequest timer =
                CancelAllAfterRequest.builder().timeOut(seconds).build();
        world.write(
                "cancel-all-after",
                "/api/v5/trade/cancel-all-after",
                false,
                List.of(timer),
                okx -> World.one(okx.trade().cancelAllAfter(timer)));
    }

    /** Cancels all orders of a family of options that are under market-maker protection. */
    public void massCancel() {
        MassCancelRequest family = MassCancelRequest.of("BTC-USD");
        world.write(
                "mass-cancel",
                "/api/v5/trade/mass-cancel",
                false,
                List.of(family),
                okx -> World.one(okx.trade().massCancel(family)));
    }

    /** Places a stop far from the market, and returns what is known of it. */
    public @Nullable Known placeAlgo(Instrument instrument) {
        PlaceAlgoRequest stop = PlaceAlgoRequest.builder()
                .instId(instrument.instId())
                .tdMode(TdMode.cross)
                .side(Side.sell)
                .ordType(AlgoType.conditional)
                .sz(Instrument.LOT)
                .slTriggerPx(instrument.price(world, "0.5"))
                .slOrdPx(STOP_AT)
                .tag(unique("a"))
                .algoClOrdId(ownId())
                .build();
        List<? extends Outcome<?>> told = world.write(
                "algo-place",
                "/api/v5/trade/order-algo",
                true,
                List.of(stop),
                okx -> World.one(okx.algo().placeAlgo(stop)));
        return told == null || told.isEmpty() ? null : known(instrument, told.get(0));
    }

    /** Cancels a stop. */
    public void cancelAlgo(Known algo) {
        CancelAlgoRequest cancel = CancelAlgoRequest.builder()
                .instId(algo.instrument().instId())
                .algoId(algo.ordId().isEmpty() ? null : algo.ordId())
                .algoClOrdId(algo.ordId().isEmpty() ? algo.clOrdId() : null)
                .build();
        world.write(
                "algo-cancel",
                "/api/v5/trade/cancel-algos",
                false,
                List.of(cancel),
                okx -> World.one(okx.algo().cancelAlgo(cancel)));
    }

    /** Closes the position in an instrument. */
    public void close(Instrument instrument) {
        ClosePositionRequest close = ClosePositionRequest.builder()
                .instId(instrument.instId())
                .mgnMode(MgnMode.cross)
                .autoCxl(true)
                .tag(unique("c"))
                .clOrdId(ownId())
                .build();
        world.write(
                "close",
                "/api/v5/trade/close-position",
                false,
                List.of(close),
                okx -> World.one(okx.trade().closePosition(close)));
    }

    /** Moves an amount that no other transfer has to the funding account. */
    public void transfer() {
        TransferRequest transfer = TransferRequest.builder()
                .ccy("USDT")
                .amt(BigDecimal.valueOf(1_000 + ++count, 3))
                .from(TransferAccount.trading)
                .to(TransferAccount.funding)
                .clientId(ownId())
                .build();
        world.write(
                "transfer",
                "/api/v5/asset/transfer",
                true,
                List.of(transfer),
                okx -> World.one(okx.funding().transfer(transfer)));
    }

    /** Reads the account. */
    public void readAccount() {
        world.read(
                "get-account",
                okx -> okx.account().positions(PositionsRequest.builder().build()));
    }

    /** Reads the market. */
    public void readMarket(Instrument instrument) {
        world.read("get-market", okx -> okx.market().ticker(instrument.instId()));
    }

    private String unique(String kind) {
        return kind + Integer.toString(++count, 36);
    }

    /** Returns an id of the caller's own for one write in four, else null, so that the client makes one. */
    private @Nullable String ownId() {
        if (random.nextInt(4) > 0) {
            return null;
        }
        StringBuilder id = new StringBuilder("own");
        while (id.length() < 20) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}

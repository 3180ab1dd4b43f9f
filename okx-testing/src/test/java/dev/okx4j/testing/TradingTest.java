package dev.okx4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.account.BalanceDetail;
import dev.okx4j.client.account.Bill;
import dev.okx4j.client.account.BillsRequest;
import dev.okx4j.client.account.Position;
import dev.okx4j.client.account.PositionsRequest;
import dev.okx4j.client.algo.AlgoAck;
import dev.okx4j.client.algo.AlgoOrder;
import dev.okx4j.client.algo.AlgoOrdersRequest;
import dev.okx4j.client.algo.CancelAlgoRequest;
import dev.okx4j.client.algo.PlaceAlgoRequest;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.model.AlgoType;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.MgnMode;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.OrderState;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.model.TgtCcy;
import dev.okx4j.client.rest.Access;
import dev.okx4j.client.rest.Endpoint;
import dev.okx4j.client.rest.Params;
import dev.okx4j.client.trade.CancelOrderRequest;
import dev.okx4j.client.trade.Fill;
import dev.okx4j.client.trade.FillsRequest;
import dev.okx4j.client.trade.Order;
import dev.okx4j.client.trade.OrderAck;
import dev.okx4j.client.trade.OrderRequest;
import dev.okx4j.client.trade.PendingOrdersRequest;
import dev.okx4j.client.trade.PlaceOrderRequest;
import dev.okx4j.client.trade.PlaceOrderRequestBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Orders from placing to the last bill, through the client, on recorded prices. */
@ParameterizedClass
@EnumSource(Over.class)
class TradingTest {
    private static final String NVDA = "NVDA-USDT-SWAP";
    private static final String XNVDA = "XNVDA-USDT";

    @RegisterExtension
    static final PaperOkx OKX = PaperOkx.start().balance("USDT", "10000000");

    private final OkxClient client;

    TradingTest(Over over) {
        client = over.builder(OKX)
                .gate(WriteGate.open())
                .journal(IntentJournal.inMemory())
                .build();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void marketOrder_opensAPosition() {
        Order order = order(place(buy("0.22")));

        assertThat(order.state()).isEqualTo(OrderState.filled);
        assertThat(order.accFillSz()).isEqualByComparingTo("0.22");
        assertThat(order.fee()).isNegative();
        assertThat(position().pos()).isEqualByComparingTo("0.22");
        assertThat(position().avgPx()).isEqualByComparingTo(order.avgPx());
        assertThat(fills(order))
                .extracting(Fill::fillSz)
                .satisfiesExactly(size -> assertThat(size).isEqualByComparingTo("0.22"));
    }

    @Test
    void spotMarketOrder_forFiftyDollars_buysWholeLotsOfTheToken() {
        OrderAck ack = place(spot(Side.buy, "50").tgtCcy(TgtCcy.quote_ccy));

        Order order = client.trade()
                .order(OrderRequest.builder().instId(XNVDA).ordId(ack.ordId()).build());
        assertThat(order.state()).isEqualTo(OrderState.filled);
        assertThat(order.feeCcy()).isEqualTo("XNVDA");
        assertThat(order.accFillSz()).isBetween(new BigDecimal("0.22"), new BigDecimal("0.2218"));
    }

    @Test
    void limitOrder_belowTheMarket_restsUntilItIsCanceled() {
        OrderAck ack = place(buy("1").ordType(OrdType.limit).px(new BigDecimal("200")));

        assertThat(client.trade().pending(PendingOrdersRequest.builder().build()))
                .singleElement()
                .satisfies(order -> {
                    assertThat(order.ordId()).isEqualTo(ack.ordId());
                    assertThat(order.state()).isEqualTo(OrderState.live);
                });
        assertThat(usdt().ordFrozen()).isPositive();

        assertThat(client.trade()
                        .cancelOrder(CancelOrderRequest.builder()
                                .instId(NVDA)
                                .ordId(ack.ordId())
                                .build()))
                .isInstanceOf(Outcome.Confirmed.class);

        assertThat(order(ack).state()).isEqualTo(OrderState.canceled);
        assertThat(usdt().ordFrozen()).isZero();
        assertThat(usdt().availBal()).isEqualByComparingTo("10000000");
    }

    @Test
    void limitOrder_thatThePriceReaches_fillsAtItsLimit() {
        OrderAck ack = place(buy("1").ordType(OrdType.limit).px(new BigDecimal("220")));

        OKX.advance(Duration.ofDays(2)); // 18 August falls to 218.96

        Order order = order(ack);
        assertThat(order.state()).isEqualTo(OrderState.filled);
        assertThat(order.avgPx()).isEqualByComparingTo("220");
        assertThat(order.fillTime()).isBefore(OKX.now());
    }

    @Test
    void limitOrder_largerThanTheBestLevel_fillsInPart() {
        var best = client.market().books(NVDA, 1).asks().get(0);
        OrderAck ack = place(buy(best.sz().add(BigDecimal.ONE).toPlainString())
                .ordType(OrdType.limit)
                .px(best.px()));

        Order order = order(ack);
        assertThat(order.state()).isEqualTo(OrderState.partially_filled);
        assertThat(order.accFillSz()).isEqualByComparingTo(best.sz());
        assertThat(position().pos()).isEqualByComparingTo(best.sz());
    }

    @Test
    void size_notAMultipleOfTheLot_isRejectedWithOkxsCode() {
        assertThat(client.trade().placeOrder(buy("0.015").build()))
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.code()).isEqualTo("51121"));
        assertThat(client.trade().pending(PendingOrdersRequest.builder().build()))
                .isEmpty();
    }

    @Test
    void order_isFoundByItsClientId() {
        OrderAck ack =
                place(buy("1").ordType(OrdType.limit).px(new BigDecimal("200")).clOrdId("mine1"));

        assertThat(client.trade()
                        .order(OrderRequest.builder()
                                .instId(NVDA)
                                .clOrdId("mine1")
                                .build())
                        .ordId())
                .isEqualTo(ack.ordId());
    }

    @Test
    void stop_thatThePriceReaches_closesThePosition() {
        place(buy("0.22"));
        AlgoAck stop = stop("214.33");
        assertThat(algos()).extracting(AlgoOrder::algoId).containsExactly(stop.algoId());

        OKX.advanceTo(Instant.parse("2026-08-22T00:00:00Z")); // 21 August falls to 213.18

        assertThat(positions()).isEmpty();
        assertThat(algos()).isEmpty();
        assertThat(client.algo()
                        .history(AlgoOrdersRequest.builder()
                                .ordType(AlgoType.conditional)
                                .algoId(stop.algoId())
                                .build()))
                .singleElement()
                .satisfies(algo -> assertThat(algo.ordId()).isNotEmpty());
        assertThat(client.algo().algo(stop.algoId()).triggerTime())
                .isBetween(Instant.parse("2026-08-21T00:00:00Z"), Instant.parse("2026-08-22T00:00:00Z"));
    }

    @Test
    void stop_canBeCanceled() {
        place(buy("0.22"));
        AlgoAck stop = stop("214.33");

        assertThat(client.algo()
                        .cancelAlgo(CancelAlgoRequest.builder()
                                .instId(NVDA)
                                .algoId(stop.algoId())
                                .build()))
                .isInstanceOf(Outcome.Confirmed.class);

        assertThat(algos()).isEmpty();
        OKX.advanceTo(Instant.parse("2026-08-22T00:00:00Z"));
        assertThat(position().pos()).isEqualByComparingTo("0.22");
    }

    @Test
    void bills_sumToTheChangeOfTheBalance_toTheLastDigit() {
        place(buy("12.34"));
        place(buy("3").tdMode(TdMode.cross).side(Side.sell));
        stop("214.33");
        OKX.advanceTo(Instant.parse("2026-08-22T00:00:00Z"));
        place(buy("3").tdMode(TdMode.cross));
        place(spot(Side.buy, "1.00001").tgtCcy(TgtCcy.base_ccy));
        place(spot(Side.sell, "0.5"));

        assertThat(positions()).isEmpty();
        List<Bill> bills = client.account().bills(BillsRequest.builder().build());
        BalanceDetail usdt = usdt();
        assertThat(bills.get(bills.size() - 1).balChg()).as("the first deposit").isEqualByComparingTo("10000000");
        assertThat(sum(bills, "USDT")).isEqualByComparingTo(usdt.cashBal());
        assertThat(usdt.eq()).isEqualByComparingTo(usdt.cashBal());
        assertThat(client.account().balance("XNVDA").details())
                .singleElement()
                .satisfies(token -> assertThat(sum(bills, "XNVDA")).isEqualByComparingTo(token.cashBal()));
    }

    @Test
    void fills_ofFourDaysAgo_areInTheArchiveOnly() {
        Order order = order(place(buy("0.22")));
        OKX.advance(Duration.ofDays(4));

        assertThat(fills(order)).isEmpty();
        assertThat(client.rest()
                        .list(
                                Endpoint.get("/api/v5/trade/fills-history", Fill.class)
                                        .needs(Access.READ),
                                Params.of("instType", InstType.SWAP)))
                .extracting(Fill::ordId)
                .containsExactly(order.ordId());
    }

    private static BigDecimal sum(List<Bill> bills, String ccy) {
        return bills.stream()
                .filter(bill -> ccy.equals(bill.ccy()))
                .map(Bill::balChg)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static PlaceOrderRequestBuilder buy(String size) {
        return PlaceOrderRequest.builder()
                .instId(NVDA)
                .tdMode(TdMode.isolated)
                .side(Side.buy)
                .ordType(OrdType.market)
                .sz(new BigDecimal(size));
    }

    private static PlaceOrderRequestBuilder spot(Side side, String size) {
        return buy(size).instId(XNVDA).tdMode(TdMode.cash).side(side);
    }

    private OrderAck place(PlaceOrderRequestBuilder request) {
        Outcome<OrderAck> outcome = client.trade().placeOrder(request.build());
        assertThat(outcome).isInstanceOf(Outcome.Confirmed.class);
        return ((Outcome.Confirmed<OrderAck>) outcome).ack();
    }

    private AlgoAck stop(String px) {
        Outcome<AlgoAck> outcome = client.algo()
                .placeAlgo(PlaceAlgoRequest.builder()
                        .instId(NVDA)
                        .tdMode(TdMode.isolated)
                        .side(Side.sell)
                        .ordType(AlgoType.conditional)
                        .sz(position().pos())
                        .slTriggerPx(new BigDecimal(px))
                        .slOrdPx(new BigDecimal("-1"))
                        .reduceOnly(true)
                        .build());
        assertThat(outcome).isInstanceOf(Outcome.Confirmed.class);
        return ((Outcome.Confirmed<AlgoAck>) outcome).ack();
    }

    private Order order(OrderAck ack) {
        return client.trade()
                .order(OrderRequest.builder().instId(NVDA).ordId(ack.ordId()).build());
    }

    private List<Fill> fills(Order order) {
        return client.trade().fills(FillsRequest.builder().ordId(order.ordId()).build());
    }

    private List<AlgoOrder> algos() {
        return client.algo()
                .pending(AlgoOrdersRequest.builder()
                        .ordType(AlgoType.conditional)
                        .build());
    }

    private List<Position> positions() {
        return client.account().positions(PositionsRequest.builder().build());
    }

    private Position position() {
        return positions().stream()
                .filter(position -> position.instId().equals(NVDA) && position.mgnMode() == MgnMode.isolated)
                .findFirst()
                .orElseThrow();
    }

    private BalanceDetail usdt() {
        return client.account().balance("USDT").details().get(0);
    }
}

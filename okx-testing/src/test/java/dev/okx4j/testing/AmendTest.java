package dev.okx4j.testing;

import static dev.okx4j.testing.Trader.NVDA;
import static dev.okx4j.testing.Trader.confirmed;
import static dev.okx4j.testing.Trader.number;
import static dev.okx4j.testing.Trader.resting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.algo.AlgoAck;
import dev.okx4j.client.algo.AlgoOrder;
import dev.okx4j.client.algo.AlgoOrdersRequest;
import dev.okx4j.client.algo.AmendAlgoRequest;
import dev.okx4j.client.algo.CancelAlgoRequest;
import dev.okx4j.client.algo.PlaceAlgoRequest;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.model.AlgoType;
import dev.okx4j.client.model.OrderState;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.trade.AmendAck;
import dev.okx4j.client.trade.AmendOrderRequest;
import dev.okx4j.client.trade.AmendOrderRequestBuilder;
import dev.okx4j.client.trade.Order;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Orders and stops that change while they wait, through the client. */
@ParameterizedClass
@EnumSource(Over.class)
class AmendTest {

    @RegisterExtension
    static final PaperOkx OKX = PaperOkx.start().balance("USDT", "10000000");

    private final Trader trader;

    AmendTest(Over over) {
        trader = Trader.over(over, OKX);
    }

    @AfterEach
    void disconnect() {
        trader.close();
    }

    private static AmendOrderRequestBuilder change(String clOrdId) {
        return AmendOrderRequest.builder().instId(NVDA).clOrdId(clOrdId);
    }

    private Outcome<AmendAck> amend(AmendOrderRequestBuilder change) {
        return trader.okx().trade().amendOrder(change.build());
    }

    @Test
    void restingOrder_takesANewSizeAndPrice_andKeepsItsId() {
        Order before = trader.place(resting("mine"));

        AmendAck ack = confirmed(amend(change("mine").newSz(number("3")).newPx(number("201.5"))));

        assertThat(ack.ordId()).isEqualTo(before.ordId());
        assertThat(ack.reqId()).matches("[A-Za-z0-9]{32}");
        Order after = trader.byClientId("mine");
        assertThat(after.sz()).isEqualByComparingTo("3");
        assertThat(after.px()).isEqualByComparingTo("201.5");
        assertThat(after.ordId()).isEqualTo(before.ordId());
        assertThat(after.state()).isEqualTo(OrderState.live);
    }

    @Test
    void reqId_ofTheCaller_comesBack() {
        trader.place(resting("mine"));

        assertThat(confirmed(amend(change("mine").newSz(number("2")).reqId("change1")))
                        .reqId())
                .isEqualTo("change1");
    }

    @Test
    void price_beyondTheMarket_fillsTheOrder() {
        trader.place(resting("mine"));

        confirmed(amend(change("mine").newPx(number("226.5"))));

        assertThat(trader.byClientId("mine").state()).isEqualTo(OrderState.filled);
    }

    @Test
    void size_notAMultipleOfTheLot_isRejected_andTheOrderStays() {
        trader.place(resting("mine"));

        assertThat(Trader.rejected(amend(change("mine").newSz(number("1.005")))))
                .isEqualTo("51121");

        assertThat(trader.byClientId("mine").sz()).isEqualByComparingTo("1");
    }

    @Test
    void change_thatFails_cancelsTheOrder_whereAskedTo() {
        trader.place(resting("mine"));

        amend(change("mine").newSz(number("1.005")).cxlOnFail(true));

        assertThat(trader.byClientId("mine").state()).isEqualTo(OrderState.canceled);
    }

    @Test
    void filledOrder_takesNoChange() {
        trader.place(Trader.market(Side.buy, "0.22").clOrdId("done"));

        assertThat(amend(change("done").newSz(number("5")))).isInstanceOf(Outcome.Rejected.class);

        assertThat(trader.byClientId("done").accFillSz()).isEqualByComparingTo("0.22");
    }

    @Test
    void changes_inABatch_areDecidedEach() {
        trader.place(resting("one"));
        trader.place(resting("two"));

        List<Outcome<AmendAck>> outcomes = trader.okx()
                .trade()
                .amendOrders(List.of(
                        change("two").newSz(number("1.005")).build(),
                        change("one").newSz(number("4")).build()));

        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Rejected.class);
        assertThat(confirmed(outcomes.get(1)).clOrdId()).isEqualTo("one");
        assertThat(trader.byClientId("one").sz()).isEqualByComparingTo("4");
        assertThat(trader.byClientId("two").sz()).isEqualByComparingTo("1");
    }

    @Test
    void stop_movesToANewPrice() {
        trader.place(Trader.market(Side.buy, "0.22"));
        AlgoAck stop = stop("210");

        confirmed(trader.okx()
                .algo()
                .amendAlgo(AmendAlgoRequest.builder()
                        .instId(NVDA)
                        .algoId(stop.algoId())
                        .newSlTriggerPx(number("214.33"))
                        .newSlOrdPx(number("-1"))
                        .build()));

        assertThat(stops()).singleElement().satisfies(algo -> {
            assertThat(algo.slTriggerPx()).isEqualByComparingTo("214.33");
            assertThat(algo.sz()).isEqualByComparingTo("0.22");
        });
    }

    @Test
    void stops_areCanceledInOneCall() {
        trader.place(Trader.market(Side.buy, "0.44"));
        AlgoAck first = stop("210");
        AlgoAck second = stop("211");

        List<Outcome<AlgoAck>> outcomes = trader.okx()
                .algo()
                .cancelAlgos(List.of(
                        new CancelAlgoRequest(NVDA, second.algoId(), null),
                        new CancelAlgoRequest(NVDA, null, first.algoClOrdId())));

        assertThat(confirmed(outcomes.get(0)).algoId()).isEqualTo(second.algoId());
        assertThat(confirmed(outcomes.get(1)).algoId()).isEqualTo(first.algoId());
        assertThat(stops()).isEmpty();
    }

    private AlgoAck stop(String px) {
        return confirmed(trader.okx()
                .algo()
                .placeAlgo(PlaceAlgoRequest.builder()
                        .instId(NVDA)
                        .tdMode(TdMode.isolated)
                        .side(Side.sell)
                        .ordType(AlgoType.conditional)
                        .sz(number("0.22"))
                        .slTriggerPx(number(px))
                        .slOrdPx(number("-1"))
                        .reduceOnly(true)
                        .build()));
    }

    private List<AlgoOrder> stops() {
        return trader.okx()
                .algo()
                .pending(AlgoOrdersRequest.builder()
                        .ordType(AlgoType.conditional)
                        .build());
    }
}

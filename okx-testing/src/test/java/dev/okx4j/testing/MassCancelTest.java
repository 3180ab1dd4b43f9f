package dev.okx4j.testing;

import static dev.okx4j.testing.Trader.confirmed;
import static dev.okx4j.testing.Trader.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.account.MmpConfig;
import dev.okx4j.client.account.MmpLimits;
import dev.okx4j.client.account.SetMmpConfigRequest;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.OrderState;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.rest.Limiter;
import dev.okx4j.client.trade.MassCancelAck;
import dev.okx4j.client.trade.MassCancelRequest;
import dev.okx4j.client.trade.Order;
import dev.okx4j.client.trade.OrderAck;
import dev.okx4j.client.trade.OrderHistoryRequest;
import dev.okx4j.client.trade.OrderRequest;
import dev.okx4j.client.trade.PendingOrdersRequest;
import dev.okx4j.client.trade.PlaceOrderRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Orders under market-maker protection, through the client: what triggers it, and the cancel of all of them. */
@NullUnmarked
@ParameterizedClass
@EnumSource(Over.class)
class MassCancelTest {
    private static final String MASS_CANCEL = "POST /api/v5/trade/mass-cancel";
    private static final String FAMILY = "BTC-USD";
    private static final String CALL = "BTC-USD-260925-64000-C";

    @RegisterExtension
    static final PaperOkx OKX = PaperOkx.start()
            .scenario("../okx-paper/src/test/resources/dev/okx4j/paper/wire/products")
            .balance("BTC", "1");

    private final OkxClient client;
    private BigDecimal ask;

    MassCancelTest(Over over) {
        client = over.builder(OKX)
                .gate(WriteGate.open())
                .journal(IntentJournal.inMemory())
                .limiter(new Limiter())
                .build();
    }

    @BeforeEach
    void openTheMarket() {
        OKX.advance(Duration.ofHours(1));
        ask = client.market().ticker(CALL).askPx();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    private Outcome<OrderAck> place(OrdType type, String ratio) {
        return client.trade()
                .placeOrder(PlaceOrderRequest.builder()
                        .instId(CALL)
                        .tdMode(TdMode.cross)
                        .side(Side.buy)
                        .ordType(type)
                        .sz(BigDecimal.ONE)
                        .px(ask.multiply(new BigDecimal(ratio)))
                        .build());
    }

    private Order order(OrderAck ack) {
        return client.trade()
                .order(OrderRequest.builder().instId(CALL).ordId(ack.ordId()).build());
    }

    private Outcome<MassCancelAck> massCancel() {
        return client.trade().massCancel(MassCancelRequest.of(FAMILY));
    }

    private List<Order> pending() {
        return client.trade()
                .pending(
                        PendingOrdersRequest.builder().instType(InstType.OPTION).build());
    }

    @Test
    void massCancel_cancelsTheOrdersUnderProtection_andNoOther() {
        OrderAck mmp = confirmed(place(OrdType.mmp, "0.8"));
        OrderAck posted = confirmed(place(OrdType.mmp_and_post_only, "0.7"));
        OrderAck bare = confirmed(place(OrdType.limit, "0.8"));

        assertThat(confirmed(massCancel()).result()).isTrue();

        assertThat(order(mmp).state()).isEqualTo(OrderState.canceled);
        assertThat(order(mmp).cancelSource()).isEqualTo("38");
        assertThat(order(posted).state()).isEqualTo(OrderState.canceled);
        assertThat(pending()).extracting(Order::ordId).containsExactly(bare.ordId());
    }

    @Test
    void lock_refusesWhatIsPlacedMeanwhile() {
        confirmed(client.trade()
                .massCancel(MassCancelRequest.builder()
                        .instFamily(FAMILY)
                        .lockInterval(Duration.ofSeconds(10))
                        .build()));

        assertThat(rejected(place(OrdType.mmp, "0.8"))).isEqualTo("54008");

        OKX.advance(Duration.ofSeconds(10));
        confirmed(place(OrdType.mmp, "0.8"));
    }

    @Test
    void massCancel_ofAFamilyWithoutOptions_isRejected() {
        assertThat(rejected(client.trade().massCancel(MassCancelRequest.of("DOGE-USD"))))
                .isEqualTo("51000");
    }

    @Test
    void protection_isSetAndTriggered_andReset() {
        assertThat(client.account().mmpConfig(null)).isEmpty();
        SetMmpConfigRequest limits = SetMmpConfigRequest.builder()
                .instFamily(FAMILY)
                .timeInterval(Duration.ofSeconds(5))
                .frozenInterval(Duration.ofSeconds(2))
                .qtyLimit(BigDecimal.ONE)
                .build();
        assertThat(client.account().setMmpConfig(limits))
                .isEqualTo(new MmpLimits(FAMILY, Duration.ofSeconds(5), Duration.ofSeconds(2), BigDecimal.ONE));
        OrderAck resting = confirmed(place(OrdType.mmp_and_post_only, "0.8"));
        OrderAck taking = confirmed(place(OrdType.mmp, "1.1"));

        assertThat(order(taking).state()).isEqualTo(OrderState.filled);
        assertThat(order(resting).state()).isEqualTo(OrderState.mmp_canceled);
        assertThat(client.trade()
                        .history(OrderHistoryRequest.builder()
                                .instType(InstType.OPTION)
                                .state(OrderState.mmp_canceled)
                                .build()))
                .extracting(Order::ordId)
                .containsExactly(resting.ordId());
        MmpConfig frozen = client.account().mmpConfig(FAMILY).get(0);
        assertThat(frozen.mmpFrozen()).isTrue();
        assertThat(frozen.mmpFrozenUntil()).isEqualTo(OKX.now().plusSeconds(2));
        assertThat(rejected(place(OrdType.mmp, "0.8"))).isEqualTo("51034");

        assertThat(client.account().mmpReset(FAMILY).result()).isTrue();

        assertThat(client.account().mmpConfig(FAMILY).get(0).mmpFrozenUntil()).isNull();
        confirmed(place(OrdType.mmp, "0.8"));
    }

    @Test
    void answerLost_afterTheExchangeTookIt_isConfirmed() {
        confirmed(place(OrdType.mmp, "0.8"));
        OKX.faults().on(MASS_CANCEL).nth(1).then(Fault.resetAfterRead(Effect.ACCEPTED));

        confirmed(massCancel());

        assertThat(pending()).isEmpty();
    }

    @Test
    void requestLost_isSentOnceMore() {
        confirmed(place(OrdType.mmp, "0.8"));
        OKX.faults().on(MASS_CANCEL).nth(1).then(Fault.resetBefore());

        confirmed(massCancel());

        assertThat(pending()).isEmpty();
    }
}

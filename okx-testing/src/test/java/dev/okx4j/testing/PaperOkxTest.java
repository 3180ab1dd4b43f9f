package dev.okx4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.account.BalanceDetail;
import dev.okx4j.client.error.OkxException;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.trade.PendingOrdersRequest;
import dev.okx4j.client.trade.PlaceOrderRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The extension as its users meet it. */
class PaperOkxTest {
    private static final Instant BEGIN = Instant.parse("2026-08-10T12:00:00Z");

    @RegisterExtension
    static final PaperOkx OKX =
            PaperOkx.start().balance("USDT", "500").balance("XNVDA", "2").beginningAt(BEGIN);

    @RepeatedTest(2)
    void eachTest_findsANewAccount() {
        assertThat(OKX.now()).isEqualTo(BEGIN);
        assertThat(OKX.client().trade().pending(PendingOrdersRequest.builder().build()))
                .isEmpty();

        assertThat(OKX.client().trade().placeOrder(restingOrder())).isInstanceOf(Outcome.Confirmed.class);
        OKX.advance(Duration.ofHours(1));
    }

    @Test
    void account_holdsWhatItWasGiven_andNothingElse() {
        assertThat(OKX.client().account().balance().details())
                .extracting(BalanceDetail::ccy)
                .containsExactlyInAnyOrder("USDT", "XNVDA");
        assertThat(OKX.client().account().balance("USDT").details())
                .singleElement()
                .satisfies(usdt -> assertThat(usdt.cashBal()).isEqualByComparingTo("500"));
    }

    @Test
    void time_movesByWhatATestSays_andNotByItself() {
        OKX.advance(Duration.ofMinutes(90));
        assertThat(OKX.now()).isEqualTo(Instant.parse("2026-08-10T13:30:00Z"));

        OKX.advanceTo(Instant.parse("2026-08-11T00:00:00Z"));
        assertThat(OKX.client().market().ticker("BTC-USDT-SWAP").ts()).isEqualTo(OKX.now());
    }

    @Test
    void time_beyondTheData_stopsAtTheirEnd() {
        OKX.advance(Duration.ofDays(365));

        assertThat(OKX.now()).isBefore(Instant.parse("2026-08-23T00:00:00Z"));
    }

    @Test
    void journal_holdsWhatTheClientWrote() {
        OKX.client().trade().placeOrder(restingOrder());

        assertThat(OKX.journal().entries())
                .last()
                .satisfies(entry -> assertThat(entry.outcome()).isInstanceOf(Outcome.Confirmed.class));
    }

    @Test
    void clientOverHttp_meetsTheSameAccount() {
        OKX.client().trade().placeOrder(restingOrder());

        try (OkxClient http = OKX.httpClientBuilder().build()) {
            assertThat(http.trade().pending(PendingOrdersRequest.builder().build()))
                    .hasSize(1);
        }
    }

    @RepeatedTest(2)
    void eachTest_beginsWithoutFaults_andWithAClientThatNoneHasBlocked() {
        assertThat(OKX.faults().seen()).isEmpty();
        OkxClient client = OKX.client();
        assertThat(client.trade().placeOrder(restingOrder())).isInstanceOf(Outcome.Confirmed.class);

        OKX.faults().on("*").each().then(Fault.ban(Duration.ofHours(1)));

        assertThatThrownBy(() ->
                        client.trade().pending(PendingOrdersRequest.builder().build()))
                .isInstanceOf(OkxException.class);
        assertThat(OKX.now()).as("the methods of this class meet no fault").isEqualTo(BEGIN);
    }

    @Test
    void faults_meetClientsOverHttpToo() {
        OKX.faults().on("GET /api/v5/trade/orders-pending").each().then(Fault.code("50026", Effect.NONE));

        try (OkxClient http = OKX.httpClientBuilder().build()) {
            assertThatThrownBy(() ->
                            http.trade().pending(PendingOrdersRequest.builder().build()))
                    .isInstanceOf(OkxException.class)
                    .hasMessageContaining("50026");

            OKX.faults().clear();

            assertThat(http.trade().pending(PendingOrdersRequest.builder().build()))
                    .isEmpty();
        }
    }

    @Test
    void skew_isNoObstacleForThisClassItself() {
        OKX.faults().on("GET /api/v5/public/time").then(Fault.skew(Duration.ofMinutes(10)));

        Instant time = OKX.client().publicData().time();

        assertThat(time).isAfter(Clock.system().now().plus(Duration.ofMinutes(9)));
        OKX.advance(Duration.ofHours(1));
        assertThat(OKX.now()).isEqualTo(BEGIN.plus(Duration.ofHours(1)));
    }

    private static PlaceOrderRequest restingOrder() {
        return PlaceOrderRequest.builder()
                .instId("BTC-USDT-SWAP")
                .tdMode(TdMode.cross)
                .side(Side.buy)
                .ordType(OrdType.limit)
                .sz(new BigDecimal("0.01"))
                .px(new BigDecimal("20000"))
                .build();
    }
}

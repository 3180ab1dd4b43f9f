package dev.okx4j.client.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.fixture.Clients;
import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.MemoryJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cancel of all orders under market-maker protection, whose answer comes, is lost or says nothing. */
@NullUnmarked
class MassCancelTest {
    private static final String MASS_CANCEL = "POST /api/v5/trade/mass-cancel";
    private static final String PENDING = "GET /api/v5/trade/orders-pending";
    private static final String DONE = "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"result\":true}]}";
    private static final String NONE = "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}";

    private static final String OPEN =
            "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"instType\":\"OPTION\",\"instId\":\"BTC-USD-260925-64000-C\","
                    + "\"ordId\":\"7\",\"ordType\":\"mmp\",\"side\":\"buy\",\"state\":\"live\"}]}";

    private final VirtualTime time = new VirtualTime();
    private final ScriptedWire wire = new ScriptedWire().tellingTime(time);
    private final MemoryJournal journal = IntentJournal.inMemory();

    private OkxClient client() {
        return Clients.writing(wire, time).journal(journal).build();
    }

    private Outcome<MassCancelAck> massCancel(Duration lock) {
        return client().trade()
                .massCancel(MassCancelRequest.builder()
                        .instFamily("BTC-USD")
                        .lockInterval(lock)
                        .build());
    }

    private void lost() {
        wire.on(MASS_CANCEL, request -> {
            throw new IOException("reset");
        });
    }

    private void open(String answer) {
        wire.on(PENDING, request -> ScriptedWire.json(200, answer));
    }

    private Duration passed() {
        return Duration.ofNanos(time.nanos() - 1);
    }

    @Test
    void massCancel_answered_isConfirmed_andWasJournalledBefore() {
        wire.on(MASS_CANCEL, request -> {
            assertThat(journal.entries()).hasSize(1);
            return ScriptedWire.json(200, DONE);
        });
        assertThat(massCancel(null)).isEqualTo(new Outcome.Confirmed<>(new MassCancelAck(true), ""));
        assertThat(wire.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"51411", "51000", "50011"})
    void massCancel_refused_isRejected(String code) {
        wire.on(
                MASS_CANCEL,
                request -> ScriptedWire.json(200, "{\"code\":\"" + code + "\",\"msg\":\"no\",\"data\":[]}"));
        assertThat(massCancel(null))
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"result\":false}]}",
                "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"result\":\"\"}]}",
                "{\"code\":\"0\",\"msg\":\"\",\"data\":[{}]}",
                "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}"
            })
    void answerThatAcknowledgesNothing_isLookedUp(String answer) {
        wire.on(MASS_CANCEL, request -> ScriptedWire.json(200, answer));
        open(OPEN);
        assertThat(massCancel(null)).isInstanceOf(Outcome.Unknown.class);
        open(NONE);
        assertThat(massCancel(null)).isInstanceOf(Outcome.Confirmed.class);
    }

    @Test
    void answerLost_withOrdersOpen_isSentOnceMore() {
        int[] sent = {0};
        wire.on(MASS_CANCEL, request -> {
            if (sent[0]++ == 0) {
                throw new IOException("reset");
            }
            return ScriptedWire.json(200, DONE);
        });
        open(OPEN);
        assertThat(massCancel(null)).isInstanceOf(Outcome.Confirmed.class);
        assertThat(wire.posts()).isEqualTo(2);
        assertThat(passed()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void answersLost_withNoneOpenAnyMore_areConfirmedOnceAnOrderWouldBeInView() {
        lost();
        open(NONE);
        assertThat(massCancel(null)).isEqualTo(new Outcome.Confirmed<>(new MassCancelAck(true), ""));
        assertThat(passed()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5));
        assertThat(wire.count(PENDING + "?instType=OPTION&instFamily=BTC-USD&ordType=mmp_and_post_only&limit=1"))
                .isPositive();
        assertThat(wire.count(PENDING + "?instType=OPTION&instFamily=BTC-USD&ordType=mmp&limit=1"))
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 500})
    void answersLost_ofALock_areConfirmedOnceTheLongestLockIsOver(long millis) {
        lost();
        open(NONE);
        assertThat(massCancel(Duration.ofMillis(millis))).isInstanceOf(Outcome.Confirmed.class);
        assertThat(passed()).isBetween(Duration.ofSeconds(13), Duration.ofSeconds(17));
    }

    @Test
    void answersLost_withAnOrderStillOpen_areUnknown_andSayWhatIsSafe() {
        lost();
        open(OPEN);
        assertThat(massCancel(null))
                .isInstanceOfSatisfying(
                        Outcome.Unknown.class,
                        unknown -> assertThat(unknown.nextStep())
                                .contains("another mass cancel is safe")
                                .contains("placed since"));
        assertThat(wire.posts()).isEqualTo(3);
    }

    @Test
    void openOrdersOfEitherKind_count() {
        lost();
        wire.on(
                PENDING,
                request ->
                        ScriptedWire.json(200, request.target().contains("ordType=mmp_and_post_only") ? OPEN : NONE));
        assertThat(massCancel(null)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void orderThatComesIntoViewLate_isSeenBeforeAnythingIsConcluded() {
        lost();
        wire.on(
                PENDING,
                request -> ScriptedWire.json(200, passed().compareTo(Duration.ofMillis(2_500)) < 0 ? NONE : OPEN));
        assertThat(massCancel(null)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void clockOfTheMachineThatIsAnHourBehind_concludesNothingSooner() {
        time.setWallAhead(Duration.ofHours(-1));
        orderThatComesIntoViewLate_isSeenBeforeAnythingIsConcluded();
    }

    @Test
    void openOrders_thatCannotBeRead_proveNothing() {
        lost();
        wire.on(PENDING, request -> ScriptedWire.json(500, "{\"code\":\"50001\",\"msg\":\"\",\"data\":[]}"));
        assertThat(massCancel(null)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void massCancelOfAnEarlierRun_isLookedUp_andHoldsBackNoOtherOne() throws InterruptedException {
        lost();
        open(OPEN);
        assertThat(massCancel(null)).isInstanceOf(Outcome.Unknown.class);
        long posts = wire.posts();
        OkxClient next = client();

        assertThat(next.trade().placeOrder(mmp()))
                .isInstanceOfSatisfying(
                        Outcome.NotSent.class,
                        held -> assertThat(held.cause()).isEqualTo(Outcome.NotSent.Cause.RECOVERING));
        next.recovery().work(Duration.ofSeconds(5));
        assertThat(wire.posts()).as("after a restart it is not repeated").isEqualTo(posts);
        wire.on(MASS_CANCEL, request -> ScriptedWire.json(200, DONE));
        assertThat(next.trade().massCancel(MassCancelRequest.of("BTC-USD"))).isInstanceOf(Outcome.Confirmed.class);
        open(NONE);
        next.recovery().work(Duration.ofSeconds(5));

        assertThat(next.recovery().open()).isEmpty();
        assertThat(next.recovery().recovering()).isFalse();
    }

    private static PlaceOrderRequest mmp() {
        return PlaceOrderRequest.builder()
                .instId("BTC-USD-260925-64000-C")
                .tdMode(TdMode.cross)
                .side(Side.buy)
                .ordType(OrdType.mmp)
                .sz(BigDecimal.ONE)
                .px(BigDecimal.ONE)
                .build();
    }
}

package dev.okx4j.testing.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.error.AuthenticationException;
import dev.okx4j.client.market.Ticker;
import dev.okx4j.client.seam.Entropy;
import dev.okx4j.client.stream.Bar;
import dev.okx4j.client.stream.Channels;
import dev.okx4j.client.stream.Standing;
import dev.okx4j.client.trade.Order;
import dev.okx4j.testing.StreamFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows D1 to D9 of the failure modes: connections that die, lie, refuse and limit. */
class ConnectionFailureModesTest {
    private static final String BTC = Stage.BTC;
    private static final String CLOCK = Integer.toString(Integer.getInteger("streams.factor", 4));

    @ParameterizedTest
    @EnumSource
    void d1_halfOpenConnection_isFoundOutWithin25Seconds_andReplaced(StreamFault.Way way) {
        int factor = Integer.parseInt(CLOCK);
        try (Stage stage = new Stage(factor)) {
            Heard<Ticker> tickers = stage.hear(Channels.TICKERS.of(BTC)).live();
            long cut = stage.time.nanos();

            stage.world.streams().now("public", StreamFault.blackhole(way));
            tickers.stale(1);

            // The client looks ten times in a real second: by a clock that is fast, less often.
            Duration looks = Duration.ofMillis(100L * (factor - 1) * 3);
            assertThat(Duration.ofNanos(stage.time.nanos() - cut))
                    .isLessThan(Duration.ofSeconds(25).plus(looks));
            tickers.live();
            assertThat(stage.world.streams().attempts()).isEqualTo(2);
            stage.moveUntil(
                    "a ticker of the new connection", () -> tickers.rows().size() > 1);
        }
    }

    @Test
    void d2_idleConnection_isKeptAlive_byThe30SecondsRule() {
        try (Stage stage = new Stage(60)) {
            Heard<Order> orders = stage.hear(Stage.ORDERS).live();

            stage.time.pass(Duration.ofMinutes(4));

            assertThat(orders.count(Standing.State.STALE)).isZero();
            assertThat(stage.world.streams().attempts()).isOne();
            String id = stage.world.rest(BTC);
            Until.holds(
                    "the order is heard of",
                    () -> orders.has(order -> order.ordId().equals(id)));
        }
    }

    @Test
    void d3_mutedBook_isStaleWithinItsMinute_andMended_whileHeartbeatsGoOn() {
        try (Stage stage = new Stage(30);
                var book = stage.stream().book(BTC)) {
            Stage.fresh(book);
            stage.on("books").nth(1).then(StreamFault.muted());

            stage.move();
            Until.holds(
                    "the book is asked for anew",
                    () -> book.resyncs() > 0 || book.now().stale());

            Until.holds("the book is the exchange's", () -> stage.world.isBookOf(BTC, book.now()));
        }
    }

    @Test
    void d3_mutedOrders_areFoundByTheAudit_whileHeartbeatsGoOn() {
        try (Stage stage = new Stage(30);
                var orders = stage.stream().orders()) {
            Until.holds("live", () -> orders.standing().state() == Standing.State.LIVE);
            stage.on("orders").nth(1).then(StreamFault.muted());

            String id = stage.world.rest(BTC);
            Until.holds("the order is found", () -> orders.order(BTC, id) != null);

            stage.world.cancel(BTC, id);
            Until.holds("its end is found", () -> orders.open().isEmpty());
            Until.holds("live again", () -> orders.standing().state() == Standing.State.LIVE);
        }
    }

    @Test
    void d4_notice_movesTheConnection_withoutALossOrARepeat() {
        try (Stage stage = new Stage(1);
                OrderTruth truth = new OrderTruth(stage.world.paper(), stage.time)) {
            Heard<Order> orders = stage.hear(Stage.ORDERS).live();
            for (int i = 0; i < 60; i++) {
                if (i == 5) {
                    stage.world.streams().now("private", StreamFault.noticed(Duration.ofSeconds(2)));
                }
                stage.world.fill(BTC, i % 2 == 0 ? "buy" : "sell");
                stage.time.pass(Duration.ofMillis(60));
            }

            Until.holds(
                    () -> {
                        List<String> missing = new ArrayList<>(truth.told());
                        orders.rows().forEach(order -> missing.remove(OrderTruth.words(order)));
                        return "all is told, but of " + truth.told().size() + " these are not: " + missing + ", "
                                + orders.standings();
                    },
                    () -> orders.rows().size() >= truth.told().size());
            assertThat(orders.rows()).extracting(OrderTruth::words).containsExactlyElementsOf(truth.told());
            assertThat(orders.count(Standing.State.STALE)).isZero();
            assertThat(stage.world.streams().attempts()).isGreaterThan(1);
        }
    }

    @Test
    void d4_businessAddress_givesNoNotice_andIsConnectedToAnew() {
        try (Stage stage = new Stage(1)) {
            var candles = stage.hear(Channels.candles(Bar.M5).of(BTC)).live();

            stage.world.streams().now("business", StreamFault.ended());

            candles.stale(1).live();
        }
    }

    @Test
    void d5_tenMinutesDown_areAtMost40Attempts_andThenAllIsBack() {
        try (Stage stage = new Stage(50)) {
            Heard<Ticker> tickers = stage.hear(Channels.TICKERS.of(BTC)).live();
            int before = stage.world.streams().attempts();

            stage.world.streams().down();
            stage.time.pass(Duration.ofMinutes(10));
            int attempts = stage.world.streams().attempts() - before;
            stage.world.streams().up();

            assertThat(attempts).isBetween(5, 40);
            tickers.live();
            assertThat(tickers.standings().get(tickers.standings().size() - 1).gap())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 10})
    void d6_subscriptions_waitForTheLogin_howeverLateItsAnswerIs(int seconds) {
        try (Stage stage = new Stage(5)) {
            stage.on("event login")
                    .then(StreamFault.delayed(Duration.ofSeconds(seconds).dividedBy(5)));
            stage.on("event error").then(StreamFault.rewritten(text -> text));

            Heard<Order> orders = stage.hear(Stage.ORDERS).live();

            assertThat(errors(stage)).isEmpty();
            String id = stage.world.rest(BTC);
            Until.holds(
                    "the order is heard of",
                    () -> orders.has(order -> order.ordId().equals(id)));
        }
    }

    @Test
    void d6_acknowledgementsInAnotherOrder_areToldApart() {
        try (Stage stage = new Stage(1)) {
            stage.on("event subscribe").oneIn(2, Entropy.seeded(6)).then(StreamFault.delayed(Duration.ofMillis(300)));
            List<Heard<?>> all = new ArrayList<>();
            for (String instId : List.of(BTC, "ETH-USDT-SWAP", "SOL-USDT-SWAP")) {
                all.add(stage.hear(Channels.TICKERS.of(instId)));
                all.add(stage.hear(Channels.TRADES.of(instId)));
                all.add(stage.hear(Channels.BOOKS5.of(instId)));
            }

            all.forEach(Heard::live);
        }
    }

    @Test
    void d7_wrongKey_endsAtOnce_andIsNotTriedAgain() {
        try (Stage stage = new Stage(20);
                OkxClient wrong = stage.world
                        .clientBuilder()
                        .clock(stage.time)
                        .waits(stage.time)
                        .credentials(Credentials.of(
                                stage.world.paper().credentials().apiKey(), "not the secret", "nor the word"))
                        .build()) {
            Heard<Order> orders = new Heard<>();
            wrong.stream().subscribe(Stage.ORDERS, orders);

            orders.ended();

            Standing end = orders.standings().get(orders.standings().size() - 1);
            assertThat(end.cause()).isInstanceOf(AuthenticationException.class);
            stage.time.pass(Duration.ofMinutes(1));
            assertThat(stage.world.streams().attempts()).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"60023", "63999"})
    void d7_busyLogin_isTriedAgain_afterFiveSeconds(String code) {
        try (Stage stage = new Stage(5)) {
            stage.on("event login")
                    .nth(1)
                    .then(StreamFault.rewritten(text -> "{\"event\":\"error\",\"code\":\"" + code
                            + "\",\"msg\":\"Login failed\",\"connId\":\"a4d3ae55\"}"));
            long begun = stage.time.nanos();

            stage.hear(Stage.ORDERS).live();

            assertThat(Duration.ofNanos(stage.time.nanos() - begun)).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
            assertThat(stage.world.streams().attempts()).isEqualTo(2);
        }
    }

    @Test
    void d8_manyTopics_areSpreadOverConnections_withinAllLimits() {
        try (ManyMarkets many = new ManyMarkets(60, 1)) {
            List<Heard<?>> all = new ArrayList<>();
            for (String instId : many.instIds()) {
                all.add(many.hear(Channels.TICKERS.of(instId)));
                all.add(many.hear(Channels.BOOKS5.of(instId)));
                all.add(many.hear(Channels.TRADES.of(instId)));
            }

            all.forEach(Heard::live);

            assertThat(many.world().streams().attempts()).isBetween(2, 4);
        }
    }

    @Test
    void d8_tooManyConnections_saidBehindTheAcknowledgement_isNotTakenForLife() {
        try (Stage stage = new Stage(5)) {
            stage.on("event subscribe orders").nth(1).then(StreamFault.tooManyConnections("orders"));

            Heard<Order> orders = stage.hear(Stage.ORDERS);

            Until.holds(
                    () -> "mended or over, but it is " + orders.standings(),
                    () -> orders.isNow(Standing.State.ENDED)
                            || orders.count(Standing.State.STALE) > 0 && orders.isNow(Standing.State.LIVE));
        }
    }

    @Test
    void d9_oneRefusedArgument_endsAlone() {
        try (Stage stage = new Stage(1)) {
            Heard<Ticker> refused = stage.hear(Channels.TICKERS.of("NO-SUCH-THING"));
            Heard<Ticker> btc = stage.hear(Channels.TICKERS.of(BTC));
            Heard<Ticker> eth = stage.hear(Channels.TICKERS.of("ETH-USDT-SWAP"));

            refused.ended();
            btc.live();
            eth.live();
            assertThat(stage.world.streams().attempts()).isOne();
        }
    }

    @Test
    void d9_oneArgumentThatFailsForNow_isTriedAgain() {
        try (Stage stage = new Stage(5)) {
            stage.on("op subscribe").nth(1).then(StreamFault.refusedArgument(0, "63999"));

            Heard<Ticker> btc = stage.hear(Channels.TICKERS.of(BTC));

            btc.live();
            assertThat(stage.world.streams().attempts()).isOne();
        }
    }

    private static List<String> errors(Stage stage) {
        return stage.world.streams().seen().stream()
                .map(struck -> struck.message())
                .filter(message -> message.equals("event error"))
                .toList();
    }
}

package dev.okx4j.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Disk;
import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.Scenario;
import dev.okx4j.paper.feed.live.LiveMarket;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.OrderTicketBuilder;
import dev.okx4j.paper.venue.OrderType;
import dev.okx4j.paper.venue.Reply;
import dev.okx4j.paper.venue.TargetCcy;
import dev.okx4j.paper.venue.TradeMode;
import dev.okx4j.paper.venue.Venue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The live feed against another paper exchange, served on a port of this machine, in OKX's place. */
@NullUnmarked
@Timeout(120)
class LiveExchangeTest {
    private static final String BTC = "BTC-USDT";

    @TempDir
    Path folder;

    private PaperExchange okx;
    private Caller caller;
    private int port;
    private LiveMarket market;

    @BeforeEach
    void serveAnExchangeInOkxsPlace() throws IOException {
        okx = PaperExchange.builder().scenario("books-2022-05").open();
        caller = new Caller(okx.wire(), okx.credentials());
        port = okx.serve(0);
        run("2022-05-13T16:27:06Z");
    }

    @AfterEach
    void stop() throws IOException {
        if (market != null) {
            market.close();
        }
        okx.close();
    }

    /** Lets the market in OKX's place run to a moment. */
    private void run(String to) throws IOException {
        assertThat(caller.post("/paper/v1/clock", "{\"to\":\"" + to + "\"}")).contains("\"code\":\"0\"");
    }

    private void open() throws IOException {
        market = LiveMarket.open(
                OkxClient.builder().baseUrl("http://127.0.0.1:" + port).build(),
                Disk.system(),
                folder.resolve("live"),
                List.of(BTC),
                Clock.system(),
                Duration.ofSeconds(15));
    }

    private void poll(PaperAccount account) throws IOException {
        account.apply(new Command.Advance(market.poll(), false));
    }

    /** Takes what is told until something holds: pushes come when they come. */
    private void until(PaperAccount account, Predicate<Venue> holds) throws IOException {
        poll(account);
        while (!account.read(holds::test)) {
            Thread.onSpinWait();
            poll(account);
        }
    }

    private static Predicate<Venue> isAfter(String moment) {
        return venue -> venue.now().isAfter(Instant.parse(moment));
    }

    private static String place(PaperAccount account, Side side, OrderType type, String sz, BigDecimal px) {
        OrderTicketBuilder ticket = OrderTicketBuilder.builder()
                .instId(BTC)
                .tdMode(TradeMode.CASH)
                .side(side)
                .ordType(type)
                .sz(new BigDecimal(sz))
                .px(px)
                .tgtCcy(px == null ? TargetCcy.BASE_CCY : null)
                .attachAlgoOrds(List.of());
        Reply reply = account.apply(new Command.Place(ticket.build()));
        assertThat(reply).isInstanceOf(Reply.Placed.class);
        return ((Reply.Placed) reply).ordId();
    }

    @Test
    void accountOnALiveMarket_tradesOnItsBookAndTrades_andIsRestoredFromWhatItRecorded() throws IOException {
        open();
        Path state = folder.resolve("account");
        PaperAccount account = PaperAccount.open(market.scenario(), state);
        poll(account);
        BigDecimal bid = account.read(venue -> venue.quote(BTC).bidPx());
        assertThat(caller.get("/api/v5/market/ticker?instId=BTC-USDT"))
                .contains("\"bidPx\":\"" + bid.toPlainString() + "\"");
        place(account, Side.BUY, OrderType.MARKET, "0.01", null);
        String resting = place(account, Side.BUY, OrderType.LIMIT, "0.01", bid);
        run("2022-05-13T16:27:09Z");
        until(account, isAfter("2022-05-13T16:27:08Z"));
        run("2022-05-13T16:27:12Z");
        until(
                account,
                isAfter("2022-05-13T16:27:11Z")
                        .and(venue ->
                                venue.order(BTC, resting, null).accFillSz().signum() > 0));
        String lived = account.read(Venue::digest);
        String grade = account.read(venue -> venue.fills().get(0).evidence().grade());
        assertThat(grade).isEqualTo("A");
        BigDecimal filled =
                account.read(venue -> venue.order(BTC, resting, null).accFillSz());
        assertThat(filled).isPositive();
        account.close();
        market.close();

        open();
        PaperAccount again = PaperAccount.open(market.scenario(), state);
        assertThat(again.read(Venue::digest)).isEqualTo(lived);
        run("2022-05-13T16:27:14Z");
        until(again, isAfter("2022-05-13T16:27:13Z"));
        again.close();
    }

    @Test
    void recordingOfALiveMarket_isAScenario_onWhichTheSameCommandsGiveTheSameState() throws IOException {
        open();
        PaperAccount account = PaperAccount.inMemory(market.scenario());
        Instant reached = null;
        String lived = null;
        for (String to : List.of("2022-05-13T16:27:08Z", "2022-05-13T16:27:10Z", "2022-05-13T16:27:12Z")) {
            place(account, Side.BUY, OrderType.MARKET, "0.01", null);
            run(to);
            until(account, isAfter(Instant.parse(to).minusSeconds(1).toString()));
            reached = account.read(Venue::now);
            lived = account.read(Venue::digest);
        }
        List<Instant> placed = account.read(
                venue -> venue.orders().stream().map(order -> order.cTime()).toList());
        market.close();

        PaperAccount replay =
                PaperAccount.inMemory(Scenario.named(folder.resolve("live").toString()));
        for (Instant moment : placed) {
            replay.apply(new Command.Advance(moment, false));
            place(replay, Side.BUY, OrderType.MARKET, "0.01", null);
        }
        replay.apply(new Command.Advance(reached, false));
        assertThat(replay.read(Venue::digest)).isEqualTo(lived);
    }

    @Test
    void liveMarket_isPushed_andAskedForAgain_whenTheStreamsEnd() throws IOException {
        open();
        PaperAccount account = PaperAccount.inMemory(market.scenario());
        until(account, venue -> market.asked(BTC) == null);
        BigDecimal before = account.read(venue -> venue.quote(BTC).bidPx());
        run("2022-05-13T16:27:12Z");
        until(account, isAfter("2022-05-13T16:27:11Z"));
        assertThat(market.asked(BTC)).isNull();
        assertThat(market.stale(BTC)).isNull();
        String row = caller.get("/api/v5/market/ticker?instId=BTC-USDT");
        until(
                account,
                venue -> row.contains("\"bidPx\":\"" + venue.quote(BTC).bidPx().toPlainString() + "\""));
        assertThat(account.<BigDecimal>read(venue -> venue.quote(BTC).bidPx())).isNotEqualTo(before);
        okx.close();
        until(account, venue -> market.asked(BTC) != null);
    }

    @Test
    void liveExchange_followsByItself_saysSo_andRefusesWhatIsStale() throws Exception {
        try (PaperExchange live = PaperExchange.builder()
                .live(OkxClient.builder().baseUrl("http://127.0.0.1:" + port).build(), List.of(BTC))
                .state(folder.resolve("state"))
                .record(folder.resolve("recorded"))
                .open()) {
            Caller trader = new Caller(live.wire(), live.credentials());
            assertThat(live.feedLabel()).isEqualTo("live");
            String clock = trader.get("/paper/v1/clock");
            while (!clock.contains("\"stale\":{}")) {
                Thread.onSpinWait();
                clock = trader.get("/paper/v1/clock");
            }
            assertThat(clock).contains("\"feed\":\"live\"");
            while (!clock.contains("\"asked\":{}")) {
                Thread.onSpinWait();
                clock = trader.get("/paper/v1/clock");
            }
            assertThat(trader.post("/paper/v1/clock", "{\"by\":\"1D\"}")).contains("nobody can move it");
            assertThat(trader.post("/api/v5/trade/order", """
                    {"instId":"BTC-USDT","tdMode":"cash","side":"buy","ordType":"market","sz":"100"}""")).contains("\"sCode\":\"0\"");
        }
        assertThat(Scenario.named(folder.resolve("recorded").toString()).instruments())
                .containsKey(BTC);
        assertThat(Scenario.named(folder.resolve("state").resolve("live").toString())
                        .instruments())
                .containsKey(BTC);
    }

    @Test
    void stalePrice_refusesOrders_withASentence_andCancelsStillGo() throws IOException {
        open();
        PaperAccount account = PaperAccount.inMemory(market.scenario());
        account.guard(instId -> null);
        poll(account);
        String order = place(account, Side.BUY, OrderType.LIMIT, "0.01", new BigDecimal("30000"));
        account.guard(instId -> "OKX's price of " + instId + " is 20 s old");
        OrderTicketBuilder ticket = OrderTicketBuilder.builder()
                .instId(BTC)
                .tdMode(TradeMode.CASH)
                .side(Side.BUY)
                .ordType(OrderType.MARKET)
                .sz(BigDecimal.ONE)
                .attachAlgoOrds(List.of());
        assertThat(account.apply(new Command.Place(ticket.build())))
                .isInstanceOfSatisfying(Reply.Refused.class, refused -> {
                    assertThat(refused.refusal().code()).isEqualTo("51022");
                    assertThat(refused.refusal().msg()).isEqualTo("OKX's price of BTC-USDT is 20 s old");
                });
        assertThat(account.apply(new Command.Cancel(BTC, order, null))).isNotInstanceOf(Reply.Refused.class);
    }
}

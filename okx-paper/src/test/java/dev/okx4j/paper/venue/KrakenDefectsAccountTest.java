package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.BTC;
import static dev.okx4j.paper.venue.Fixture.NVDA;
import static dev.okx4j.paper.venue.Fixture.XNVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.Scenario;
import dev.okx4j.paper.state.PaperAccount;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another exchange's local paper trading gets wrong about money and what it keeps: this exchange does not. */
@NullUnmarked
class KrakenDefectsAccountTest {

    @TempDir
    Path folder;

    @Test
    void noBalance_canBeSoldOrMovedBelowZero() {
        Fixture at = new Fixture(Fixture.market(), Map.of("USDT", new BigDecimal("100"), "XNVDA", BigDecimal.ONE));

        assertThat(at.refused(Fixture.order(XNVDA, Side.SELL, OrderType.MARKET, "1.01"))
                        .code())
                .isEqualTo("51008");
        assertThat(at.refused(Fixture.order(XNVDA, Side.BUY, OrderType.LIMIT, "1")
                                .px(new BigDecimal("220")))
                        .code())
                .isEqualTo("51008");
        assertThat(at.refused(new Command.Transfer("USDT", new BigDecimal("100.01"), false, null))
                        .code())
                .isEqualTo("58116");
        assertThat(at.venue.balances()).allMatch(balance -> balance.cashBal().signum() >= 0);
    }

    @Test
    void equity_countsEachCurrencyAtItsOwnPrice_neverAtFaceValue() {
        Fixture at = new Fixture(
                Fixture.products(),
                Map.of("USDT", new BigDecimal("50"), "XNVDA", BigDecimal.TEN, "WDC", new BigDecimal("3")));

        assertThat(at.balance("USDT").eqUsd()).isEqualByComparingTo("50");
        assertThat(at.balance("XNVDA").eqUsd()).isEqualByComparingTo("2200"); // 10 × 220, not 10
        assertThat(at.balance("WDC").eqUsd()).isEqualByComparingTo("240"); // 3 × 80, the price of its contract
    }

    @Test
    void realisedProfit_isToldForEachTrade_andForThePosition() {
        Fixture at = new Fixture(Fixture.market());
        at.market(NVDA, Side.BUY, "2");
        at.market(NVDA, Side.SELL, "1");

        FillView closing = at.venue.fills().get(1);
        assertThat(closing.fillPnl()).isEqualByComparingTo("-0.02"); // 224.99 − 225.01
        assertThat(at.position(NVDA).pnl()).isEqualByComparingTo("-0.02");
        assertThat(at.position(NVDA).realizedPnl())
                .isEqualByComparingTo(
                        new BigDecimal("-0.02").add(at.position(NVDA).fee()));
    }

    @Test
    void twoWriters_onOneAccount_loseNoUpdate() throws Exception {
        try (PaperAccount account = PaperAccount.open(Scenario.named(Scenario.DEFAULT), folder)) {
            List<Thread> writers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                Thread writer = new Thread(() -> {
                    for (int n = 0; n < 100; n++) {
                        account.apply(new Command.Deposit("USDT", BigDecimal.ONE));
                    }
                });
                writers.add(writer);
                writer.start();
            }
            for (Thread writer : writers) {
                writer.join();
            }
            assertThat(usdt(account)).isEqualByComparingTo("10200");
        }
        try (PaperAccount again = PaperAccount.open(Scenario.named(Scenario.DEFAULT), folder)) {
            assertThat(usdt(again)).as("read back from disk").isEqualByComparingTo("10200");
        }
    }

    @Test
    void reset_givesNoIdTwice() {
        Fixture at = new Fixture(Fixture.market());
        Set<String> ids = new HashSet<>();
        for (int life = 0; life < 3; life++) {
            OrderView order = at.market(NVDA, Side.BUY, "1");
            assertThat(ids.add(order.ordId())).isTrue();
            assertThat(ids.add(at.venue.fills().get(0).billId())).isTrue();
            assertThat(ids.add(at.position(NVDA).posId())).isTrue();

            at.venue.apply(new Command.Reset(null, Map.of("USDT", new BigDecimal("10000"))));

            assertThat(at.venue.positions()).isEmpty();
            assertThat(at.balance("USDT").cashBal()).isEqualByComparingTo("10000");
        }
    }

    @Test
    void marketClock_canBeLivedThroughAgain_withTheSameOutcome() {
        ScriptedFeed feed =
                Fixture.market().to(BTC, "63000", "900").funding(BTC, "0.0001").to(BTC, "64500", "900");
        List<String> outcomes = new ArrayList<>();
        for (int life = 0; life < 2; life++) {
            Fixture at = new Fixture(feed);
            at.limit(BTC, Side.BUY, "2", "63500");
            at.advance(2);
            at.limit(BTC, Side.SELL, "2", "64300");
            at.advance(1);
            assertThat(at.venue.fills()).hasSize(2);
            outcomes.add(at.venue.digest());
        }
        assertThat(outcomes.get(0)).isEqualTo(outcomes.get(1));
    }

    private static BigDecimal usdt(PaperAccount account) {
        return account.read(venue -> venue.balances().stream()
                .filter(balance -> balance.ccy().equals("USDT"))
                .map(BalanceView::cashBal)
                .findFirst()
                .orElseThrow());
    }
}

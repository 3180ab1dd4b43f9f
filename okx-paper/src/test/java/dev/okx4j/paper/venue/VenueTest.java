package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.NVDA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class VenueTest {

    private final ScriptedFeed feed = Fixture.market().to(NVDA, "219", "2000").to(NVDA, "230", "2000");
    private final Fixture at = new Fixture(feed);

    @Test
    void open_beginsAtTheFeedsBegin_withTheBalances() {
        assertThat(at.venue.now()).isEqualTo(ScriptedFeed.START);
        assertThat(at.balance("USDT").eq()).isEqualByComparingTo("10000");
        assertThat(at.balance("USDT").eqUsd()).isEqualByComparingTo("10000");
        assertThat(at.venue.bills().get(0).type()).isEqualTo("1");
        assertThat(at.venue.bills().get(0).subType()).isEqualTo("11");
        assertThat(at.venue.instruments()).hasSize(3);
        assertThat(Objects.requireNonNull(at.venue.instrument(NVDA)).isContract())
                .isTrue();
        assertThat(at.venue.instrument("NOPE")).isNull();
    }

    @Test
    void open_withACurrencyThatNothingTrades_isAnErrorOfTheCaller() {
        assertThatThrownBy(() -> Venue.open(feed, Map.of("DOGE", BigDecimal.ONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DOGE");
    }

    @Test
    void advance_stopsAtTheTarget_andAtTheEndOfTheData() {
        assertThat(at.advance(1).stopped()).isEqualTo(Reply.Stop.TARGET);
        assertThat(Objects.requireNonNull(at.venue.quote(NVDA)).last()).isEqualByComparingTo("219");
        Reply.Advanced end = at.advance(1000);
        assertThat(end.stopped()).isEqualTo(Reply.Stop.END_OF_DATA);
        assertThat(end.now()).isEqualTo(feed.end());
        assertThat(at.refused(new Command.Advance(ScriptedFeed.START, false)).code())
                .isEqualTo("51000");
    }

    @Test
    void deposit_addsMoney() {
        assertThat(at.venue.apply(new Command.Deposit("USDT", new BigDecimal("5"))))
                .isInstanceOf(Reply.Deposited.class);
        assertThat(at.balance("USDT").cashBal()).isEqualByComparingTo("10005");
        assertThat(at.refused(new Command.Deposit("DOGE", BigDecimal.ONE)).code())
                .isEqualTo("51012");
        assertThat(at.refused(new Command.Deposit("USDT", BigDecimal.ZERO)).code())
                .isEqualTo("51000");
    }

    @Test
    void reset_forgetsTheAccount_butNeverRepeatsAnId() {
        at.advance(2);
        OrderView before = at.market(NVDA, Side.BUY, "1");

        assertThat(at.venue.apply(
                        new Command.Reset(ScriptedFeed.START.plusSeconds(60), Map.of("USDT", BigDecimal.TEN))))
                .isEqualTo(new Reply.WasReset(ScriptedFeed.START.plusSeconds(60)));

        assertThat(at.venue.orders()).isEmpty();
        assertThat(at.balance("USDT").cashBal()).isEqualByComparingTo("10");
        assertThat(Objects.requireNonNull(at.venue.quote(NVDA)).last()).isEqualByComparingTo("219");
        OrderView after = at.market(NVDA, Side.BUY, "0.01");
        assertThat(Long.parseLong(after.ordId())).isGreaterThan(Long.parseLong(before.ordId()));
        assertThat(after.ordId()).hasSize(19);
        assertThat(at.refused(new Command.Reset(feed.end().plusSeconds(1), Map.of()))
                        .code())
                .isEqualTo("51000");
        assertThat(at.refused(new Command.Reset(null, Map.of("DOGE", BigDecimal.ONE)))
                        .code())
                .isEqualTo("51012");
    }

    @Test
    void reset_refused_changesNothing_notEvenTheNextId() {
        Fixture at = new Fixture(Fixture.market());
        Map<String, BigDecimal> unknown = Map.of("USDT", new BigDecimal("10"), "XYZ", BigDecimal.ONE);
        Map<String, BigDecimal> negative = Map.of("NVDA", BigDecimal.ONE, "USDT", new BigDecimal("-1"));

        assertThat(at.refused(new Command.Reset(null, unknown)).code()).isEqualTo("51012");
        assertThat(at.refused(new Command.Reset(null, negative)).code()).isEqualTo("51000");
        assertThat(at.refused(new Command.Reset(at.venue.now().minusSeconds(1), Map.of()))
                        .code())
                .isEqualTo("51000");
    }

    @Test
    void looking_changesNothing() {
        Fixture looked = new Fixture(feed);
        looked.venue.book(NVDA, 400);
        looked.limit(NVDA, Side.BUY, "1", "224.99");
        looked.venue.quote(NVDA);
        looked.market(NVDA, Side.SELL, "3");
        at.limit(NVDA, Side.BUY, "1", "224.99");
        at.market(NVDA, Side.SELL, "3");

        assertThat(looked.venue.digest()).isEqualTo(at.venue.digest());
    }

    @Test
    void book_showsTheModelledDepthAndTheAccountsOrdersTogether() {
        at.limit(NVDA, Side.BUY, "7", "224.99");
        BookView book = Objects.requireNonNull(at.venue.book(NVDA, 2));

        assertThat(book.bids().get(0)).isEqualTo(new BookView.Row(new BigDecimal("224.99"), new BigDecimal("107"), 2));
        assertThat(book.asks().get(0).px()).isEqualByComparingTo("225.01");
        assertThat(book.asks()).hasSize(2);
        assertThat(at.venue.book("NOPE", 1)).isNull();
    }

    @Test
    void quote_saysThePriceLimits() {
        QuoteView quote = Objects.requireNonNull(at.venue.quote(NVDA));

        assertThat(quote.buyLmt()).isEqualByComparingTo("236.25");
        assertThat(quote.sellLmt()).isEqualByComparingTo("213.75");
        assertThat(quote.bidPx()).isEqualByComparingTo("224.99");
        assertThat(quote.askSz()).isEqualByComparingTo("100");
    }

    @Test
    void ledger_thatDoesNotSumToZero_stopsEverything() {
        Ledger ledger = new Ledger();
        ledger.move(Wallet.of(Wallet.Kind.EXTERNAL, "USDT"), Wallet.of(Wallet.Kind.CASH, "USDT"), BigDecimal.TEN);
        ledger.verify();
        ledger.move(Wallet.of(Wallet.Kind.EXTERNAL, "USDT"), Wallet.of(Wallet.Kind.CASH, "USDT"), BigDecimal.ONE);
        ledger.wallets().put(Wallet.of(Wallet.Kind.CASH, "USDT"), new BigDecimal("12"));

        assertThatThrownBy(ledger::verify)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("USDT sums to 1");
        assertThatThrownBy(() -> ledger.move(
                        Wallet.of(Wallet.Kind.CASH, "USDT"), Wallet.of(Wallet.Kind.CASH, "BTC"), BigDecimal.ONE))
                .isInstanceOf(IllegalStateException.class);
    }
}

package dev.okx4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.account.AccountBalance;
import dev.okx4j.client.account.BalanceDetail;
import dev.okx4j.client.account.LeverageRequest;
import dev.okx4j.client.account.PositionsRequest;
import dev.okx4j.client.account.SetLeverageRequest;
import dev.okx4j.client.error.OkxApiException;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.market.Candle;
import dev.okx4j.client.market.CandlesRequest;
import dev.okx4j.client.market.OrderBook;
import dev.okx4j.client.market.Ticker;
import dev.okx4j.client.market.TickersRequest;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.MgnMode;
import dev.okx4j.client.publicdata.Instrument;
import dev.okx4j.client.publicdata.InstrumentsRequest;
import dev.okx4j.client.publicdata.MarkPriceRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Every reading method of every section, against the exchange's own JSON. */
@ParameterizedClass
@EnumSource(Over.class)
class SectionsTest {
    private static final String NVDA = "NVDA-USDT-SWAP";

    @RegisterExtension
    static final PaperOkx OKX = PaperOkx.start();

    private final OkxClient client;

    SectionsTest(Over over) {
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
    void ticker_isThePriceAtMarketTime() {
        Ticker ticker = client.market().ticker(NVDA);

        assertThat(ticker.instId()).isEqualTo(NVDA);
        assertThat(ticker.instType()).isEqualTo(InstType.SWAP);
        assertThat(ticker.last()).isEqualByComparingTo("225.6");
        assertThat(ticker.askPx()).isGreaterThan(ticker.bidPx());
        assertThat(ticker.ts()).isEqualTo(OKX.now());
    }

    @Test
    void tickers_areThoseOfTheType() {
        assertThat(client.market()
                        .tickers(
                                TickersRequest.builder().instType(InstType.SPOT).build()))
                .extracting(Ticker::instId)
                .containsExactly("XNVDA-USDT");
        assertThat(client.market()
                        .tickers(
                                TickersRequest.builder().instType(InstType.SWAP).build()))
                .extracting(Ticker::instId)
                .contains(NVDA, "BTC-USDT-SWAP", "ETH-USDT-SWAP", "SOL-USDT-SWAP");
    }

    @Test
    void books_areSortedFromTheSpreadOutwards() {
        OrderBook book = client.market().books(NVDA, 5);

        assertThat(book.asks()).hasSize(5);
        assertThat(book.bids()).hasSize(5);
        assertThat(book.asks().get(0).px()).isGreaterThan(book.bids().get(0).px());
        assertThat(book.asks().get(1).px()).isGreaterThan(book.asks().get(0).px());
        assertThat(book.bids().get(1).px()).isLessThan(book.bids().get(0).px());
    }

    @Test
    void candles_areRecordedHistory_newestFirst() {
        List<Candle> candles = client.market()
                .candles(CandlesRequest.builder()
                        .instId(NVDA)
                        .bar("1Dutc")
                        .limit(3)
                        .build());

        assertThat(candles).hasSize(3);
        assertThat(candles.get(0).ts()).isAfter(candles.get(1).ts());
        assertThat(candles).allSatisfy(candle -> assertThat(candle.ts()).isBeforeOrEqualTo(OKX.now()));
    }

    @Test
    void historyCandles_reachBehindTheBeginning() {
        List<Candle> candles = client.market()
                .historyCandles(CandlesRequest.builder()
                        .instId("BTC-USDT-SWAP")
                        .bar("1H")
                        .after(Instant.parse("2026-08-01T00:00:00Z"))
                        .limit(2)
                        .build());

        assertThat(candles)
                .extracting(Candle::ts)
                .containsExactly(Instant.parse("2026-07-31T23:00:00Z"), Instant.parse("2026-07-31T22:00:00Z"));
    }

    @Test
    void instruments_carryTheRulesOfTrading() {
        Instrument nvda = client.publicData()
                .instruments(InstrumentsRequest.builder()
                        .instType(InstType.SWAP)
                        .instId(NVDA)
                        .build())
                .get(0);

        assertThat(nvda.ctVal()).isEqualByComparingTo("1");
        assertThat(nvda.ctValCcy()).isEqualTo("NVDA");
        assertThat(nvda.settleCcy()).isEqualTo("USDT");
        assertThat(nvda.lotSz()).isEqualByComparingTo("0.01");
        assertThat(nvda.tickSz()).isEqualByComparingTo("0.01");
    }

    @Test
    void time_isTheWall_notTheMarket() {
        assertThat(client.publicData().time()).isAfter(OKX.now().plus(Duration.ofDays(1)));
    }

    @Test
    void markPrice_isNearTheLastPrice() {
        assertThat(client.publicData()
                        .markPrice(MarkPriceRequest.builder()
                                .instType(InstType.SWAP)
                                .instId(NVDA)
                                .build()))
                .singleElement()
                .satisfies(mark -> assertThat(mark.markPx()).isBetween(new BigDecimal("200"), new BigDecimal("250")));
    }

    @Test
    void balance_isWhatTheAccountWasGiven() {
        AccountBalance balance = client.account().balance("USDT");

        assertThat(balance.details()).singleElement().satisfies(usdt -> {
            assertThat(usdt.ccy()).isEqualTo("USDT");
            assertThat(usdt.cashBal()).isEqualByComparingTo("10000");
            assertThat(usdt.availBal()).isEqualByComparingTo("10000");
            assertThat(usdt.frozenBal()).isZero();
        });
        assertThat(client.account().balance().details())
                .extracting(BalanceDetail::ccy)
                .contains("USDT");
    }

    @Test
    void positions_ofANewAccount_areNone() {
        assertThat(client.account().positions(PositionsRequest.builder().build()))
                .isEmpty();
    }

    @Test
    void config_saysFuturesModeAndNetPositions() {
        assertThat(client.account().config().acctLv()).hasToString("2");
        assertThat(client.account().config().posMode()).hasToString("net_mode");
    }

    @Test
    void leverage_isOne_untilItIsSet() {
        LeverageRequest isolated = LeverageRequest.builder()
                .instId(List.of(NVDA))
                .mgnMode(MgnMode.isolated)
                .build();
        assertThat(client.account().leverage(isolated))
                .singleElement()
                .satisfies(leverage -> assertThat(leverage.lever()).isEqualByComparingTo("1"));

        client.account()
                .setLeverage(SetLeverageRequest.builder()
                        .instId(NVDA)
                        .lever(new BigDecimal("3"))
                        .mgnMode(MgnMode.isolated)
                        .build());

        assertThat(client.account().leverage(isolated))
                .singleElement()
                .satisfies(leverage -> assertThat(leverage.lever()).isEqualByComparingTo("3"));
    }

    @Test
    void instrumentThatTheFeedDoesNotHave_isRefusedWith51001() {
        assertThatThrownBy(() -> client.market().ticker("DOGE-USDT"))
                .isInstanceOfSatisfying(
                        OkxApiException.class, e -> assertThat(e.code()).isEqualTo("51001"));
    }
}

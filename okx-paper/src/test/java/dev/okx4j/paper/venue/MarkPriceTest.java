package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.BTC;
import static dev.okx4j.paper.venue.Fixture.INVERSE;
import static dev.okx4j.paper.venue.Fixture.NVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Mark and index prices: margin, unrealised profit, funding and liquidation go by the mark price when the feed tells it. */
class MarkPriceTest {

    @Test
    void withoutOne_theLastPriceIsTheMarkPrice_andTheIndexPrice() {
        Fixture at = new Fixture(Fixture.market());
        at.market(NVDA, Side.BUY, "2");

        PositionView position = at.position(NVDA);
        assertThat(position.markPx()).isEqualByComparingTo("225");
        assertThat(position.idxPx()).isEqualByComparingTo("225");
    }

    @Test
    void profitAndMargin_goByTheMarkPrice_andTheLastPriceIsToldBeside() {
        Fixture at = new Fixture(Fixture.market().mark(NVDA, "221"));
        at.market(NVDA, Side.BUY, "2");
        at.advance(1);

        PositionView position = at.position(NVDA);
        assertThat(position.markPx()).isEqualByComparingTo("221");
        assertThat(position.last()).isEqualByComparingTo("225");
        assertThat(position.upl()).isEqualByComparingTo("-8.02"); // (221 − 225.01) × 2
        assertThat(position.uplLastPx()).isEqualByComparingTo("-0.02");
        assertThat(position.mmr()).isEqualByComparingTo("4.42"); // 442 × 0.01
    }

    @Test
    void aTrade_doesNotLiquidate_whileTheMarkPriceStands() {
        Fixture at = new Fixture(Fixture.market().mark(NVDA, "225").to(NVDA, "180", "20000"));
        at.lever(NVDA, TradeMode.ISOLATED, "10");
        at.market(NVDA, Side.BUY, "2");

        at.advance(2);

        assertThat(at.venue.positions()).hasSize(1);
        assertThat(at.position(NVDA).upl()).isEqualByComparingTo("-0.02");
    }

    @Test
    void theMarkPrice_liquidates_atTheBookOfTheLastPrice() {
        Fixture at = new Fixture(Fixture.market().mark(NVDA, "200"));
        at.lever(NVDA, TradeMode.ISOLATED, "10");
        at.market(NVDA, Side.BUY, "2");

        at.advance(1);

        assertThat(at.venue.positions()).isEmpty();
        FillView fill = at.venue.fills().get(1);
        assertThat(fill.fillPx()).isEqualByComparingTo("224.99");
        assertThat(fill.fillMarkPx()).isEqualByComparingTo("200");
    }

    @Test
    void funding_isChargedOnTheMarkPrice() {
        Fixture at = new Fixture(Fixture.market().mark(NVDA, "230").funding(NVDA, "0.001"));
        at.place(Fixture.order(NVDA, Side.BUY, OrderType.MARKET, "2").tdMode(TradeMode.CROSS));

        at.advance(2);

        assertThat(at.position(NVDA).fundingFee()).isEqualByComparingTo("-0.46"); // 2 × 230 × 0.001
    }

    @Test
    void theIndexPrice_isAsTold_elseThatOfTheSpotMarketOfThePair() {
        Fixture at = new Fixture(Fixture.products().index("BTC-USD", "63500").to("BTC-USDT", "63900", "10"));
        at.market(BTC, Side.BUY, "1");
        at.venue.apply(new Command.DemoAdjust(true, Map.of("BTC", BigDecimal.ONE)));
        at.market(INVERSE, Side.BUY, "1");

        at.advance(2);

        assertThat(at.position(BTC).idxPx()).isEqualByComparingTo("63900");
        assertThat(at.position(INVERSE).idxPx()).isEqualByComparingTo("63500");
    }
}

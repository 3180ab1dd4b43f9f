package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.INVERSE;
import static dev.okx4j.paper.venue.Fixture.NVDA;
import static dev.okx4j.paper.venue.Fixture.WDC;
import static dev.okx4j.paper.venue.Fixture.XNVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.InstrumentSpec;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The largest order that could be placed is taken, and one lot more is refused. */
@NullUnmarked
class CapacityTest {

    @ParameterizedTest
    @CsvSource({
        "NVDA-USDT-SWAP, ISOLATED, 7, BUY, 224",
        "NVDA-USDT-SWAP, CROSS, 7, SELL, 226",
        "NVDA-USDT-SWAP, CROSS, 1, BUY, 220.13",
        "BTC-USDT-SWAP, ISOLATED, 33, SELL, 64001.7",
        "BTC-USD-SWAP, ISOLATED, 3, BUY, 63999.3",
        "BTC-USD-SWAP, CROSS, 77, SELL, 64017.9",
        "BTC-USDT-260817, CROSS, 13, BUY, 64001.3",
        "BTC-USD-260817, ISOLATED, 20, SELL, 64201.3",
        "WDC-USDT-SWAP, ISOLATED, 9.52, BUY, 79",
        "XNVDA-USDT, CASH, 1, BUY, 219.77",
        "XNVDA-USDT, CASH, 1, SELL, 220.33"
    })
    void theLargest_isTaken_andALotMore_refused(String instId, TradeMode mode, String lever, Side side, String px) {
        Fixture at = rich();
        InstrumentSpec spec = at.venue.instrument(instId);
        if (spec.isContract()) {
            at.lever(instId, mode, lever);
        }

        BigDecimal largest = largest(at, instId, mode, side, px);

        assertThat(largest).isPositive();
        OrderTicketBuilder order = Fixture.order(instId, side, OrderType.LIMIT, largest.toPlainString())
                .tdMode(mode)
                .px(new BigDecimal(px));
        assertThat(at.refused(order.sz(largest.add(spec.lotSz()))).code()).isIn("51008", "51004");
        at.place(order.sz(largest));
        assertThat(largest(at, instId, mode, side, px)).isZero();
    }

    @Test
    void whatCloses_needsNoMargin_andIsPartOfIt() {
        Fixture at = new Fixture(Fixture.market(), Map.of("USDT", new BigDecimal("1000")));
        at.market(NVDA, Side.BUY, "3");

        BigDecimal sells = largest(at, NVDA, TradeMode.ISOLATED, Side.SELL, "226");

        // 324.63… are left: 3 close, 1.43 open at 226 with the fee of all 4.43
        assertThat(sells).isEqualByComparingTo("4.43");
        assertThat(largest(at, NVDA, TradeMode.ISOLATED, Side.BUY, "224")).isEqualByComparingTo("1.44");
    }

    @Test
    void anotherLeverage_canBeAskedFor() {
        Fixture at = rich();
        BigDecimal one = largest(at, Fixture.BTC, TradeMode.CROSS, Side.BUY, "63000");

        BigDecimal ten = at.venue.largest(
                Fixture.BTC, TradeMode.CROSS, PosSide.NET, Side.BUY, new BigDecimal("63000"), BigDecimal.TEN);

        assertThat(ten).isGreaterThan(one.multiply(new BigDecimal("9")));
    }

    @Test
    void theTier_boundsIt_whateverTheMoney() {
        Fixture at = rich();

        assertThat(at.venue.largest(WDC, TradeMode.CROSS, PosSide.NET, Side.BUY, null, BigDecimal.TEN))
                .isEqualByComparingTo("10");
        assertThat(at.venue.largest(WDC, TradeMode.CROSS, PosSide.NET, Side.BUY, null, new BigDecimal("11")))
                .isZero();
    }

    @Test
    void longShort_eachSideOpensItsOwn() {
        Fixture at = rich();
        at.longShort();
        at.lever(WDC, TradeMode.ISOLATED, PosSide.LONG, "10");
        at.place(Fixture.order(WDC, Side.BUY, OrderType.MARKET, "4").posSide(PosSide.LONG));

        assertThat(at.venue.largest(WDC, TradeMode.ISOLATED, PosSide.LONG, Side.BUY, null, null))
                .isEqualByComparingTo("6");
        assertThat(at.venue.largest(WDC, TradeMode.ISOLATED, PosSide.SHORT, Side.SELL, null, null))
                .isEqualByComparingTo("40");
    }

    @Test
    void available_isWhatTheOrderPaysWith() {
        Fixture at = rich();

        assertThat(at.venue.available(XNVDA, TradeMode.CASH, Side.BUY)).isEqualByComparingTo("100000");
        assertThat(at.venue.available(XNVDA, TradeMode.CASH, Side.SELL)).isEqualByComparingTo("12.3");
        assertThat(at.venue.available(INVERSE, TradeMode.CROSS, Side.BUY)).isEqualByComparingTo("1.5");
        assertThat(at.venue.available(INVERSE, TradeMode.CROSS, Side.SELL)).isEqualByComparingTo("1.5");
    }

    private static Fixture rich() {
        return new Fixture(
                Fixture.products(),
                Map.of(
                        "USDT", new BigDecimal("100000"),
                        "BTC", new BigDecimal("1.5"),
                        "XNVDA", new BigDecimal("12.3")));
    }

    private static BigDecimal largest(Fixture at, String instId, TradeMode mode, Side side, String px) {
        return at.venue.largest(instId, mode, PosSide.NET, side, new BigDecimal(px), null);
    }
}

package dev.okx4j.paper.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathRuleTest {
    private static final Instant OPEN = Instant.parse("2026-08-20T00:00:00Z");

    @Test
    void legs_closeAboveOpen_goDownFirst() {
        assertThat(path(bar("10", "14", "8", "12"))).containsExactly("10>10", "10>8", "8>14", "14>12");
    }

    @Test
    void legs_closeBelowOpen_goUpFirst() {
        assertThat(path(bar("10", "14", "8", "9"))).containsExactly("10>10", "10>14", "14>8", "8>9");
    }

    @Test
    void legs_closeEqualToOpen_goDownFirst() {
        assertThat(path(bar("10", "14", "8", "10"))).containsExactly("10>10", "10>8", "8>14", "14>10");
    }

    @Test
    void legs_ofADay_standAtItsThirds() {
        assertThat(legs(bar("10", "14", "8", "12")))
                .extracting(leg -> leg.ts().toString())
                .containsExactly(
                        "2026-08-20T00:00:00Z",
                        "2026-08-20T08:00:00Z",
                        "2026-08-20T16:00:00Z",
                        "2026-08-20T23:59:59.999Z");
    }

    @Test
    void legs_volume_isSharedInWholeLotsAndAddsUp() {
        List<MarketEvent.Move> legs = legs(bar("10", "14", "8", "12"));
        assertThat(legs)
                .extracting(leg -> leg.volume().stripTrailingZeros().toPlainString())
                .containsExactly("0", "33.37", "33.37", "33.37");
        assertThat(legs.stream().map(MarketEvent.Move::volume).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("100.11");
    }

    @Test
    void legs_volumeNotDivisible_goesToTheLast() {
        assertThat(PathRule.legs("X-USDT-SWAP", null, bar("10", "14", "8", "12"), BarSize.D1_UTC, BigDecimal.ONE))
                .extracting(leg -> leg.volume().stripTrailingZeros().toPlainString())
                .containsExactly("0", "33", "33", "34.11");
    }

    @Test
    void legs_openingPrint_hasTheLiquidityOfTheCandleBefore_neverItsOwn() {
        assertThat(legs(bar("10", "14", "8", "12")))
                .extracting(MarketEvent.Move::liquidity)
                .first()
                .isEqualTo(BigDecimal.ZERO);
        Bar before = bar("10", "14", "8", "12");
        assertThat(PathRule.legs("X-USDT-SWAP", before, before, BarSize.D1_UTC, new BigDecimal("0.01")))
                .extracting(leg -> leg.liquidity().stripTrailingZeros().toPlainString())
                .containsExactly("33.37", "33.37", "33.37", "33.37");
    }

    @Test
    void legs_evidence_namesTheCandleTheRuleAndTheGrade() {
        Evidence evidence = legs(bar("10", "14", "8", "12")).get(2).evidence();
        assertThat(evidence.source()).isEqualTo("candle 1Dutc 2026-08-20T00:00:00Z of X-USDT-SWAP");
        assertThat(evidence.rule()).startsWith("close >= open: open, low, high, close");
        assertThat(evidence.grade()).isEqualTo("D");
    }

    @Test
    void bar_highBelowItsOpen_isRefused() {
        assertThatThrownBy(() -> bar("10", "9", "8", "9")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> path(Bar bar) {
        return legs(bar).stream().map(leg -> leg.from() + ">" + leg.to()).toList();
    }

    private static List<MarketEvent.Move> legs(Bar bar) {
        return PathRule.legs("X-USDT-SWAP", null, bar, BarSize.D1_UTC, new BigDecimal("0.01"));
    }

    private static Bar bar(String o, String h, String l, String c) {
        return new Bar(
                OPEN,
                new BigDecimal(o),
                new BigDecimal(h),
                new BigDecimal(l),
                new BigDecimal(c),
                new BigDecimal("100.11"),
                null,
                null);
    }
}

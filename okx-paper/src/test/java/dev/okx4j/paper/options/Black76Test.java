package dev.okx4j.paper.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.paper.feed.OptionType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class Black76Test {
    private static final long SEED = 20260817;
    private static final int RANDOM = 200;

    /** Textbook examples: price, interest rate (which discounts there and is taken off here). */
    @ParameterizedTest
    @CsvSource({
        // Haug, The Complete Guide to Option Pricing Formulas, Black-76: options on Brent futures
        "C, 19, 19, 0.75, 0.28, 0.1, 1.7011, 0.00005",
        "P, 19, 19, 0.75, 0.28, 0.1, 1.7011, 0.00005",
        // Hull, Options, Futures, and Other Derivatives: put on crude oil futures, four months
        "P, 20, 20, 0.33333333, 0.25, 0.09, 1.12, 0.005"
    })
    void price_isThatOfTheTextbooks(
            OptionType type,
            BigDecimal forward,
            BigDecimal strike,
            BigDecimal years,
            BigDecimal sigma,
            BigDecimal rate,
            BigDecimal published,
            BigDecimal rounding) {
        BigDecimal discount = Real.exp(rate.multiply(years).negate());
        BigDecimal price =
                Black76.of(type, forward, strike, years, sigma).price().multiply(discount);
        assertThat(price.subtract(published).abs()).isLessThanOrEqualTo(rounding);
    }

    /**
     * Rows of OKX's documentation of opt-summary. OKX takes an interest rate from somewhere that it does not tell; without
     * it the Greeks agree to about three digits, and theta of a day's rest as well.
     */
    @ParameterizedTest
    @CsvSource({
        "C, 39016.8143629068452065, 33000, 1.5551965233045728, 1646733631242, 2022-03-09T08:00:00Z,"
                + " 0.9857332101544538, 0.000011933182397798109, 0.7089307622132419, 0.8310206676289528,"
                + " -1.1965483553276135, -0.0014131955002093717, 0.000018173851073258973",
        "P, 39016.8143629068452065, 33000, 1.5551965233045728, 1646733631242, 2022-03-09T08:00:00Z,"
                + " -0.01426678984554619, 0.000011933182397798109, 0.7089307622132419, -0.014668822072611904,"
                + " 0.49483062407551576, -0.0014131955002093717, 0.000018173851073258973"
    })
    void greeks_agreeWithOkxsSample(
            OptionType type,
            BigDecimal forward,
            BigDecimal strike,
            BigDecimal sigma,
            long at,
            Instant end,
            BigDecimal deltaBS,
            BigDecimal gammaBS,
            BigDecimal vegaBS,
            BigDecimal deltaPA,
            BigDecimal gammaPA,
            BigDecimal thetaPA,
            BigDecimal vegaPA) {
        BigDecimal years = Black76.years(Instant.ofEpochMilli(at), end);
        Greeks greeks = Black76.of(type, forward, strike, years, sigma).greeks();
        close(greeks.deltaBS(), deltaBS, "0.0001");
        close(greeks.gammaBS(), gammaBS, "0.00000005");
        close(greeks.vegaBS(), vegaBS, "0.003");
        close(greeks.deltaPA(), deltaPA, "0.0001");
        close(greeks.gammaPA(), gammaPA, "0.002");
        close(greeks.thetaPA(), thetaPA, "0.00001");
        close(greeks.vegaPA(), vegaPA, "0.0000001");
    }

    @Test
    void callLessPut_isForwardLessStrike() {
        Random random = new Random(SEED);
        for (int i = 0; i < RANDOM; i++) {
            Case it = Case.of(random);
            BigDecimal parity = it.call().price().subtract(it.put().price());
            assertThat(parity.subtract(it.forward.subtract(it.strike)).abs())
                    .as("seed %s, %s", SEED, it)
                    .isLessThan(new BigDecimal("1E-15"));
        }
    }

    @Test
    void callWithForwardAndStrikeSwapped_isThePut() {
        Random random = new Random(SEED);
        for (int i = 0; i < RANDOM; i++) {
            Case it = Case.of(random);
            Case swapped = new Case(it.strike, it.forward, it.years, it.sigma);
            assertThat(swapped.put().price())
                    .as("seed %s, %s", SEED, it)
                    .isEqualTo(it.call().price());
        }
    }

    @Test
    void price_liesBetweenItsBounds_andRisesWithVolatilityTimeAndForward() {
        Random random = new Random(SEED);
        BigDecimal more = new BigDecimal("1.1");
        for (int i = 0; i < RANDOM; i++) {
            Case it = Case.of(random);
            BigDecimal price = it.call().price();
            String seed = "seed " + SEED + ", " + it;
            assertThat(price)
                    .as(seed)
                    .isGreaterThanOrEqualTo(it.forward.subtract(it.strike).max(BigDecimal.ZERO))
                    .isLessThan(it.forward)
                    .isLessThanOrEqualTo(new Case(it.forward, it.strike, it.years, it.sigma.multiply(more))
                            .call()
                            .price())
                    .isLessThanOrEqualTo(new Case(it.forward, it.strike, it.years.multiply(more), it.sigma)
                            .call()
                            .price())
                    .isLessThanOrEqualTo(new Case(it.forward.multiply(more), it.strike, it.years, it.sigma)
                            .call()
                            .price());
        }
    }

    @Test
    void greeks_areTheSlopesOfThePrice() {
        Random random = new Random(SEED);
        for (int i = 0; i < RANDOM; i++) {
            Case it = Case.of(random);
            BigDecimal step = it.forward.movePointLeft(5).setScale(6, RoundingMode.HALF_EVEN);
            BigDecimal up = new Case(it.forward.add(step), it.strike, it.years, it.sigma)
                    .call()
                    .price();
            BigDecimal down = new Case(it.forward.subtract(step), it.strike, it.years, it.sigma)
                    .call()
                    .price();
            BigDecimal slope = up.subtract(down).divide(step.add(step), 12, RoundingMode.HALF_EVEN);
            assertThat(it.call().greeks().deltaBS().subtract(slope).abs())
                    .as("seed %s, %s", SEED, it)
                    .isLessThan(new BigDecimal("0.0001"));
            assertThat(it.call().greeks().deltaBS().subtract(it.put().greeks().deltaBS()))
                    .as("seed %s, %s", SEED, it)
                    .isCloseTo(BigDecimal.ONE, org.assertj.core.api.Assertions.within(new BigDecimal("2E-16")));
            assertThat(it.call().greeks().vegaBS()).isEqualTo(it.put().greeks().vegaBS());
        }
    }

    @Test
    void withoutTimeOrVolatility_onlyExerciseIsLeft() {
        BigDecimal forward = new BigDecimal("64000");
        BigDecimal strike = new BigDecimal("60000");
        BigDecimal vol = new BigDecimal("0.6");
        BigDecimal zero = BigDecimal.ZERO;
        assertThat(Black76.of(OptionType.C, forward, strike, zero, vol).price()).isEqualByComparingTo("4000");
        assertThat(Black76.of(OptionType.C, forward, strike, zero, vol).coinPrice())
                .isEqualByComparingTo("0.0625");
        assertThat(Black76.of(OptionType.P, forward, strike, zero, vol).price()).isEqualByComparingTo("0");
        assertThat(Black76.of(OptionType.C, forward, strike, vol, zero).price()).isEqualByComparingTo("4000");
        Greeks in = Black76.of(OptionType.C, forward, strike, zero, vol).greeks();
        assertThat(in.deltaBS()).isEqualByComparingTo("1");
        assertThat(in.deltaPA()).isEqualByComparingTo("0.9375");
        assertThat(in.vegaBS()).isEqualByComparingTo("0");
        assertThat(Black76.of(OptionType.P, strike, forward, zero, vol).greeks().deltaBS())
                .isEqualByComparingTo("-1");
        assertThat(Black76.of(OptionType.P, forward, strike, zero, vol).greeks().deltaBS())
                .isEqualByComparingTo("0");
    }

    @Test
    void beyondAllVolatility_aCallIsWorthTheCoin() {
        assertThat(Black76.of(
                                OptionType.C,
                                new BigDecimal("64000"),
                                new BigDecimal("60000"),
                                BigDecimal.ONE,
                                new BigDecimal("50"))
                        .price())
                .isEqualByComparingTo("64000");
    }

    @Test
    void whatHasNoPrice_isRefused() {
        assertThatThrownBy(
                        () -> Black76.of(OptionType.C, BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void impliedVolatility_givesThePriceBack() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20; i++) {
            Case it = Case.of(random);
            BigDecimal implied = ImpliedVolatility.of(
                    OptionType.C, it.forward, it.strike, it.years, it.call().price());
            BigDecimal price =
                    new Case(it.forward, it.strike, it.years, implied).call().price();
            BigDecimal vega = it.call().greeks().vegaBS().add(new BigDecimal("0.001"));
            assertThat(price.subtract(it.call().price()).abs())
                    .as("seed %s, %s", SEED, it)
                    .isLessThan(vega.movePointLeft(3));
        }
    }

    @Test
    void impliedVolatility_hasItsEnds() {
        BigDecimal forward = new BigDecimal("64000");
        BigDecimal strike = new BigDecimal("60000");
        assertThat(ImpliedVolatility.of(OptionType.C, forward, strike, BigDecimal.ONE, new BigDecimal("3999")))
                .isEqualByComparingTo("0");
        assertThat(ImpliedVolatility.of(OptionType.C, forward, strike, BigDecimal.ONE, new BigDecimal("64001")))
                .isEqualByComparingTo("100");
        assertThat(ImpliedVolatility.of(OptionType.C, forward, strike, BigDecimal.ZERO, new BigDecimal("5000")))
                .isEqualByComparingTo("0");
    }

    private static void close(BigDecimal figure, BigDecimal published, String within) {
        assertThat(figure.subtract(published).abs())
                .as("%s and %s", figure, published)
                .isLessThan(new BigDecimal(within));
    }

    /** One option, its volatility and its time. */
    private record Case(BigDecimal forward, BigDecimal strike, BigDecimal years, BigDecimal sigma) {

        static Case of(Random random) {
            return new Case(
                    BigDecimal.valueOf(1_000_000 + random.nextInt(9_000_000), 2),
                    BigDecimal.valueOf(1_000_000 + random.nextInt(9_000_000), 2),
                    BigDecimal.valueOf(1 + random.nextInt(2_000), 3),
                    BigDecimal.valueOf(10 + random.nextInt(190), 2));
        }

        Black76 call() {
            return Black76.of(OptionType.C, forward, strike, years, sigma);
        }

        Black76 put() {
            return Black76.of(OptionType.P, forward, strike, years, sigma);
        }
    }
}

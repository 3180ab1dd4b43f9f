package dev.okx4j.paper.options;

import static dev.okx4j.paper.options.Real.FINE;
import static dev.okx4j.paper.options.Real.MC;

import dev.okx4j.paper.feed.OptionType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/**
 * A European option on a forward price, by the formula of Black (1976) without interest.
 *
 * <p>{@code call = F Φ(d1) − K Φ(d2)}, {@code put = K Φ(−d2) − F Φ(−d1)}, {@code d1 = (ln(F/K) + σ²T/2) / (σ√T)},
 * {@code d2 = d1 − σ√T}. Worked out with 34 digits; what is returned is rounded to 16 decimals, half to even. With no
 * time or no volatility left it is worth what its exercise would give.
 */
public final class Black76 {

    /** Decimals of every figure. */
    public static final int SCALE = 16;

    private static final BigDecimal MILLIS_OF_YEAR = BigDecimal.valueOf(Duration.ofDays(365).toMillis());
    private static final BigDecimal DAY = BigDecimal.ONE.divide(BigDecimal.valueOf(365), MC);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final boolean call;
    private final BigDecimal forward;
    private final BigDecimal strike;
    private final BigDecimal years;
    private final BigDecimal sigma;
    /** σ√T; zero when nothing can change any more. */
    private final BigDecimal spread;

    private final BigDecimal d1;
    private final BigDecimal exact;

    private Black76(OptionType type, BigDecimal forward, BigDecimal strike, BigDecimal years, BigDecimal sigma) {
        this.call = type == OptionType.C;
        this.forward = forward;
        this.strike = strike;
        this.years = years;
        this.sigma = sigma;
        this.spread = years.signum() <= 0 ? BigDecimal.ZERO : sigma.multiply(Real.sqrt(years), FINE);
        if (spread.signum() == 0) {
            this.d1 = BigDecimal.ZERO;
            this.exact = intrinsic();
        } else {
            this.d1 = Real.ln(forward.divide(strike, FINE))
                    .divide(spread, FINE)
                    .add(spread.divide(Real.TWO, FINE), FINE);
            this.exact = worth().max(BigDecimal.ZERO);
        }
    }

    /**
     * Returns the option under these circumstances.
     *
     * @param forward forward price of the coin at expiry, above zero
     * @param strike strike price, above zero
     * @param years time to expiry in years of 365 days; none or less means it is being exercised
     * @param sigma a year's volatility as a fraction, not negative
     */
    public static Black76 of(
            OptionType type, BigDecimal forward, BigDecimal strike, BigDecimal years, BigDecimal sigma) {
        if (forward.signum() <= 0 || strike.signum() <= 0 || sigma.signum() < 0) {
            throw new IllegalArgumentException("an option needs prices above 0 and a volatility of at least 0, not "
                    + forward + ", " + strike + " and " + sigma);
        }
        return new Black76(type, forward, strike, years, sigma);
    }

    /** Returns the time between two moments in years of 365 days, to 34 digits. */
    public static BigDecimal years(Instant from, Instant to) {
        return BigDecimal.valueOf(Duration.between(from, to).toMillis()).divide(MILLIS_OF_YEAR, MC);
    }

    /** Returns its worth in dollars. */
    public BigDecimal price() {
        return rounded(exact);
    }

    /** Returns its worth in coins at the forward price. */
    public BigDecimal coinPrice() {
        return rounded(exact.divide(forward, MC));
    }

    /** Returns how its worth changes, with everything else as it is. */
    public Greeks greeks() {
        BigDecimal inCoins = exact.divide(forward, MC);
        if (spread.signum() == 0) {
            BigDecimal delta = intrinsic().signum() == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(call ? 1 : -1);
            BigDecimal ofCoins = delta.subtract(inCoins);
            return greeks(delta, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, ofCoins);
        }
        BigDecimal delta = call ? Normal.below(d1) : Normal.below(d1.negate()).negate();
        BigDecimal density = Normal.density(d1);
        BigDecimal gamma = density.divide(forward.multiply(spread, FINE), MC);
        BigDecimal ofSigma = forward.multiply(density, FINE).multiply(Real.sqrt(years), MC);
        BigDecimal vega = ofSigma.divide(HUNDRED, MC);
        BigDecimal theta = ofSigma.multiply(sigma, FINE)
                .divide(years.multiply(Real.TWO), FINE)
                .multiply(years.min(DAY), MC)
                .negate();
        return greeks(delta, gamma, theta, vega, delta.subtract(inCoins));
    }

    private Greeks greeks(
            BigDecimal delta, BigDecimal gamma, BigDecimal theta, BigDecimal vega, BigDecimal deltaOfCoins) {
        return new Greeks(
                rounded(delta),
                rounded(gamma),
                rounded(theta),
                rounded(vega),
                rounded(deltaOfCoins),
                rounded(gamma.multiply(forward).subtract(deltaOfCoins.multiply(Real.TWO))),
                rounded(theta.divide(forward, MC)),
                rounded(vega.divide(forward, MC)));
    }

    private BigDecimal worth() {
        BigDecimal d2 = d1.subtract(spread);
        return call
                ? forward.multiply(Normal.below(d1), FINE).subtract(strike.multiply(Normal.below(d2), FINE), MC)
                : strike.multiply(Normal.below(d2.negate()), FINE)
                        .subtract(forward.multiply(Normal.below(d1.negate()), FINE), MC);
    }

    private BigDecimal intrinsic() {
        return (call ? forward.subtract(strike) : strike.subtract(forward)).max(BigDecimal.ZERO);
    }

    private static BigDecimal rounded(BigDecimal figure) {
        return figure.setScale(SCALE, RoundingMode.HALF_EVEN);
    }
}

package dev.okx4j.paper.options;

import java.math.BigDecimal;

/**
 * How the worth of an option on one coin, or of a position, changes. Names are OKX's.
 *
 * <p>BS figures are of the worth in dollars; PA figures are of the worth in coins, which the price of the coin itself
 * moves too.
 *
 * @param deltaBS dollars of worth for each dollar of the forward price
 * @param gammaBS deltaBS for each dollar of the forward price
 * @param thetaBS dollars of worth that the next day takes, or the rest of the last day
 * @param vegaBS dollars of worth for each hundredth of volatility
 * @param deltaPA coins of worth for each 100 % that the coin rises: deltaBS less the worth in coins
 * @param gammaPA coins: {@code gammaBS × forward − 2 × deltaPA}
 * @param thetaPA coins of worth that the next day takes
 * @param vegaPA coins of worth for each hundredth of volatility
 */
public record Greeks(
        BigDecimal deltaBS,
        BigDecimal gammaBS,
        BigDecimal thetaBS,
        BigDecimal vegaBS,
        BigDecimal deltaPA,
        BigDecimal gammaPA,
        BigDecimal thetaPA,
        BigDecimal vegaPA) {

    /** The Greeks of nothing. */
    public static final Greeks NONE = delta(BigDecimal.ZERO);

    /** Returns the Greeks of something whose worth moves by so many coins with the coin, and with nothing else. */
    public static Greeks delta(BigDecimal coins) {
        BigDecimal zero = BigDecimal.ZERO;
        return new Greeks(coins, zero, zero, zero, coins, zero, zero, zero);
    }

    /** Returns the Greeks of both together. */
    public Greeks plus(Greeks other) {
        return new Greeks(
                deltaBS.add(other.deltaBS),
                gammaBS.add(other.gammaBS),
                thetaBS.add(other.thetaBS),
                vegaBS.add(other.vegaBS),
                deltaPA.add(other.deltaPA),
                gammaPA.add(other.gammaPA),
                thetaPA.add(other.thetaPA),
                vegaPA.add(other.vegaPA));
    }

    /** Returns the Greeks of so many coins; a negative number is short. */
    public Greeks times(BigDecimal coins) {
        return new Greeks(
                deltaBS.multiply(coins),
                gammaBS.multiply(coins),
                thetaBS.multiply(coins),
                vegaBS.multiply(coins),
                deltaPA.multiply(coins),
                gammaPA.multiply(coins),
                thetaPA.multiply(coins),
                vegaPA.multiply(coins));
    }
}

package dev.okx4j.client.stream.event;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The greeks of what an account holds in one currency.
 *
 * @param ccy the currency
 * @param deltaBS delta by Black-Scholes, in dollars
 * @param deltaPA delta in coins
 * @param gammaBS gamma by Black-Scholes, in dollars
 * @param gammaPA gamma in coins
 * @param thetaBS theta by Black-Scholes, in dollars
 * @param thetaPA theta in coins
 * @param vegaBS vega by Black-Scholes, in dollars
 * @param vegaPA vega in coins
 * @param ts when OKX made the statement
 */
public record AccountGreeks(
        String ccy,
        @Nullable BigDecimal deltaBS,
        @Nullable BigDecimal deltaPA,
        @Nullable BigDecimal gammaBS,
        @Nullable BigDecimal gammaPA,
        @Nullable BigDecimal thetaBS,
        @Nullable BigDecimal thetaPA,
        @Nullable BigDecimal vegaBS,
        @Nullable BigDecimal vegaPA,
        Instant ts) {}

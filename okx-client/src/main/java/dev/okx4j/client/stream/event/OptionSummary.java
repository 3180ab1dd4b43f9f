package dev.okx4j.client.stream.event;

import dev.okx4j.client.model.InstType;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The greeks and volatilities of an option.
 *
 * @param instType the kind of instrument
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param uly the underlying index, such as BTC-USD
 * @param delta delta in coins
 * @param gamma gamma in coins
 * @param vega vega in coins
 * @param theta theta in coins, per day
 * @param deltaBS delta by Black-Scholes, in dollars
 * @param gammaBS gamma by Black-Scholes, in dollars
 * @param vegaBS vega by Black-Scholes, in dollars
 * @param thetaBS theta by Black-Scholes, in dollars, per day
 * @param lever the leverage
 * @param markVol the volatility of the mark price; 0.5 is 50 %
 * @param bidVol the volatility of the best bid
 * @param askVol the volatility of the best ask
 * @param realVol the realised volatility; no longer computed
 * @param volLv the implied volatility of options at the money
 * @param fwdPx the forward price
 * @param ts when OKX made the statement
 */
public record OptionSummary(
        InstType instType,
        String instId,
        String uly,
        @Nullable BigDecimal delta,
        @Nullable BigDecimal gamma,
        @Nullable BigDecimal vega,
        @Nullable BigDecimal theta,
        @Nullable BigDecimal deltaBS,
        @Nullable BigDecimal gammaBS,
        @Nullable BigDecimal vegaBS,
        @Nullable BigDecimal thetaBS,
        @Nullable BigDecimal lever,
        @Nullable BigDecimal markVol,
        @Nullable BigDecimal bidVol,
        @Nullable BigDecimal askVol,
        @Nullable BigDecimal realVol,
        @Nullable BigDecimal volLv,
        @Nullable BigDecimal fwdPx,
        Instant ts) {}

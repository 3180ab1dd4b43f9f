package dev.okx4j.client.stream.event;

import dev.okx4j.client.model.InstType;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How near a security fund is to auto-deleveraging: pushed only while that is near or going on.
 *
 * @param instType the kind of instrument
 * @param instFamily the family, such as BTC-USD
 * @param state whether it is near or going on
 * @param bal the balance of the security fund
 * @param ccy the currency of the balance; no longer used
 * @param maxBal the largest balance of the last eight hours; no longer used
 * @param maxBalTs when that was; no longer used
 * @param adlType what started or ended it; no longer used
 * @param adlBal the balance at which it starts; no longer used
 * @param adlRecBal the balance at which it ends; no longer used
 * @param ts when OKX made the statement
 * @param decRate the rate at which the fund falls; no longer used
 * @param adlRate the rate at which it starts; no longer used
 * @param adlRecRate the rate at which it ends; no longer used
 */
public record AdlWarning(
        InstType instType,
        String instFamily,
        AdlState state,
        @Nullable BigDecimal bal,
        @Nullable String ccy,
        @Nullable BigDecimal maxBal,
        @Nullable Instant maxBalTs,
        @Nullable String adlType,
        @Nullable BigDecimal adlBal,
        @Nullable BigDecimal adlRecBal,
        Instant ts,
        @Nullable BigDecimal decRate,
        @Nullable BigDecimal adlRate,
        @Nullable BigDecimal adlRecRate) {}

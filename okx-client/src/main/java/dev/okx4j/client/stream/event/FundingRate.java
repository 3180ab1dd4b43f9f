package dev.okx4j.client.stream.event;

import dev.okx4j.client.model.InstType;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The funding of a perpetual contract: what holders of one side pay the other.
 *
 * @param instType the kind of instrument
 * @param instId the contract, such as BTC-USDT-SWAP
 * @param method in which period a rate is both computed and charged
 * @param formulaType by which formula it is computed
 * @param fundingRate the rate that the next settlement charges, as a ratio; longs pay when it is positive
 * @param nextFundingRate the forecast of the rate after that; no longer used
 * @param fundingTime when the next settlement is
 * @param nextFundingTime when the settlement after that is
 * @param minFundingRate the lower limit of the rate
 * @param maxFundingRate the upper limit of the rate
 * @param interestRate the interest rate in the formula
 * @param impactValue the depth at which the premium is measured, in the quote currency
 * @param settState whether a settlement is going on
 * @param settFundingRate the rate of that settlement, or of the last one when it is over
 * @param premium how far the contract is above its index, as a ratio
 * @param ts when OKX made the statement
 */
public record FundingRate(
        InstType instType,
        String instId,
        @Nullable FundingMethod method,
        @Nullable FundingFormula formulaType,
        BigDecimal fundingRate,
        @Nullable BigDecimal nextFundingRate,
        Instant fundingTime,
        @Nullable Instant nextFundingTime,
        @Nullable BigDecimal minFundingRate,
        @Nullable BigDecimal maxFundingRate,
        @Nullable BigDecimal interestRate,
        @Nullable BigDecimal impactValue,
        @Nullable SettlementState settState,
        @Nullable BigDecimal settFundingRate,
        @Nullable BigDecimal premium,
        Instant ts) {}

package dev.okx4j.client.publicdata;

import dev.okx4j.client.model.CtType;
import dev.okx4j.client.model.InstState;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.OptType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be traded, and by which rules.
 *
 * @param instType the kind of instrument
 * @param seriesId the series of an event contract
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param uly the underlying index, such as BTC-USD
 * @param groupId the fee group of the instrument
 * @param instFamily the family, such as BTC-USD; absent for spot
 * @param category the old currency category; no longer used
 * @param baseCcy the base currency, for spot and margin
 * @param quoteCcy the quote currency, for spot and margin
 * @param settleCcy the currency that the contract settles in
 * @param ctVal what one contract stands for, in ctValCcy
 * @param ctMult the multiplier of the contract value
 * @param ctValCcy the currency of the contract value
 * @param optType call or put
 * @param stk the strike price
 * @param listTime when it was listed
 * @param auctionEndTime when the call auction ends; no longer used
 * @param contTdSwTime when continuous trading starts
 * @param preMktSwTime when a pre-market instrument becomes a normal one
 * @param openType how trading opens: fix_price, pre_quote or call_auction
 * @param expTime when it is delivered, exercised or taken off
 * @param lever the largest leverage
 * @param tickSz the step of the price
 * @param lotSz the step of the size
 * @param minSz the smallest size of an order
 * @param ctType linear or inverse
 * @param alias the old name of the expiry, such as this_week
 * @param state whether it trades
 * @param ruleType which trading rules apply: normal, pre_market and others
 * @param maxLmtSz the largest size of a limit order
 * @param maxMktSz the largest size of a market order
 * @param maxLmtAmt the largest value of a limit order, in US dollars
 * @param maxMktAmt the largest value of a market order, in US dollars
 * @param maxTwapSz the largest size of a TWAP order
 * @param maxIcebergSz the largest size of an iceberg order
 * @param maxTriggerSz the largest size of a trigger order
 * @param maxStopSz the largest size of a stop
 * @param futureSettlement whether the contract settles daily
 * @param tradeQuoteCcyList the quote currencies that it can be traded in
 * @param instIdCode the instrument's number, which survives a change of name
 * @param instCategory what the base asset is: 1 crypto, 3 stock, 4 commodity, 5 foreign exchange, 6 bond
 * @param initPxLmtPct the price limit just after listing, as a ratio
 * @param floatPxLmtPct the price limit in normal trading, as a ratio
 * @param maxPxLmtPct the widest price limit, as a ratio
 * @param rpiMinLevel the smallest step between retail-price-improvement orders
 * @param rpiMinPxBand how close such an order may come to the other side's best price
 * @param upcChg what is about to change
 * @param posLmtAmt the largest position, in US dollars
 * @param posLmtPct the largest position, as a ratio of the platform's open interest
 * @param maxPlatOILmt the largest open interest of the platform, in US dollars
 */
public record Instrument(
        InstType instType,
        @Nullable String seriesId,
        String instId,
        @Nullable String uly,
        @Nullable String groupId,
        @Nullable String instFamily,
        @Nullable String category,
        @Nullable String baseCcy,
        @Nullable String quoteCcy,
        @Nullable String settleCcy,
        @Nullable BigDecimal ctVal,
        @Nullable BigDecimal ctMult,
        @Nullable String ctValCcy,
        @Nullable OptType optType,
        @Nullable BigDecimal stk,
        @Nullable Instant listTime,
        @Nullable Instant auctionEndTime,
        @Nullable Instant contTdSwTime,
        @Nullable Instant preMktSwTime,
        @Nullable String openType,
        @Nullable Instant expTime,
        @Nullable BigDecimal lever,
        @Nullable BigDecimal tickSz,
        @Nullable BigDecimal lotSz,
        @Nullable BigDecimal minSz,
        @Nullable CtType ctType,
        @Nullable String alias,
        @Nullable InstState state,
        @Nullable String ruleType,
        @Nullable BigDecimal maxLmtSz,
        @Nullable BigDecimal maxMktSz,
        @Nullable BigDecimal maxLmtAmt,
        @Nullable BigDecimal maxMktAmt,
        @Nullable BigDecimal maxTwapSz,
        @Nullable BigDecimal maxIcebergSz,
        @Nullable BigDecimal maxTriggerSz,
        @Nullable BigDecimal maxStopSz,
        @Nullable Boolean futureSettlement,
        @Nullable List<String> tradeQuoteCcyList,
        @Nullable Long instIdCode,
        @Nullable String instCategory,
        @Nullable BigDecimal initPxLmtPct,
        @Nullable BigDecimal floatPxLmtPct,
        @Nullable BigDecimal maxPxLmtPct,
        @Nullable BigDecimal rpiMinLevel,
        @Nullable BigDecimal rpiMinPxBand,
        @Nullable List<UpcomingChange> upcChg,
        @Nullable BigDecimal posLmtAmt,
        @Nullable BigDecimal posLmtPct,
        @Nullable BigDecimal maxPlatOILmt) {}

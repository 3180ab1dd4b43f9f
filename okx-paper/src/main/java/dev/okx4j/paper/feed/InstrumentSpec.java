package dev.okx4j.paper.feed;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The trading rules of one instrument. Component names are OKX's.
 *
 * @param instId instrument id, e.g. {@code NVDA-USDT-SWAP}
 * @param instType kind of instrument
 * @param instFamily family of a contract, e.g. {@code NVDA-USDT}; empty for spot
 * @param baseCcy base currency; of a contract the coin that it is about, whatever {@code ctVal} is counted in
 * @param quoteCcy quote currency, in which the price is; of an option the currency of its strike
 * @param settleCcy currency of margin, profit and fees of a contract; the quote currency for spot
 * @param ctVal face value of one contract, in {@code baseCcy} or, of an inverse swap or future, in {@code quoteCcy}; 1
 *     for spot
 * @param ctMult contract multiplier; 1 for spot
 * @param tickSz price increment
 * @param lotSz size increment, in contracts or base currency
 * @param minSz smallest order size
 * @param maxLmtSz largest size of a limit order, or null for no cap
 * @param maxMktSz largest size of a market order, or null for no cap
 * @param maxLmtAmt largest value of a limit order in quote currency, or null for no cap
 * @param maxMktAmt largest value of a market order in quote currency, or null for no cap
 * @param lever highest leverage; 1 for spot
 * @param posLmtAmt largest value of a position with its open orders, or null for no cap
 * @param pxLmtPct how far from the last price an order may be priced, as a fraction
 * @param makerFee maker fee rate with OKX's sign: negative is charged
 * @param takerFee taker fee rate with OKX's sign: negative is charged
 * @param ctType which way its value depends on its price, or null for spot
 * @param uly index that a contract follows, e.g. {@code BTC-USD}; empty for spot
 * @param listTime when it was listed, or null when that is not known
 * @param expTime when a future or an option expires, or null for what does not expire
 * @param optType call or put, or null for what is no option
 * @param stk strike price of an option, or null
 * @param instIdCode OKX's number for it; made from the name when it was not recorded
 * @param tiers position tiers, smallest first; empty for spot
 */
@RecordBuilder
public record InstrumentSpec(
        String instId,
        InstrumentType instType,
        String instFamily,
        String baseCcy,
        String quoteCcy,
        String settleCcy,
        BigDecimal ctVal,
        BigDecimal ctMult,
        BigDecimal tickSz,
        BigDecimal lotSz,
        BigDecimal minSz,
        @Nullable BigDecimal maxLmtSz,
        @Nullable BigDecimal maxMktSz,
        @Nullable BigDecimal maxLmtAmt,
        @Nullable BigDecimal maxMktAmt,
        BigDecimal lever,
        @Nullable BigDecimal posLmtAmt,
        BigDecimal pxLmtPct,
        BigDecimal makerFee,
        BigDecimal takerFee,
        @Nullable ContractType ctType,
        String uly,
        @Nullable Instant listTime,
        @Nullable Instant expTime,
        @Nullable OptionType optType,
        @Nullable BigDecimal stk,
        long instIdCode,
        List<PositionTier> tiers) {

    /** Numbers that are made from names lie beyond those that OKX has given so far. */
    private static final long OWN_CODES = 1_000_000_000L;

    public InstrumentSpec {
        tiers = List.copyOf(tiers);
        if (instIdCode == 0) {
            CRC32 code = new CRC32();
            code.update(instId.getBytes(StandardCharsets.UTF_8));
            instIdCode = OWN_CODES + code.getValue() % OWN_CODES;
        }
    }

    /** Returns a builder for a spot pair with OKX's lowest-tier fees and a price band of 5 %. */
    public static InstrumentSpecBuilder spot(String instId, String baseCcy, String quoteCcy) {
        return common(instId, InstrumentType.SPOT, "", baseCcy, quoteCcy)
                .settleCcy(quoteCcy)
                .ctVal(BigDecimal.ONE)
                .lever(BigDecimal.ONE)
                .makerFee(new BigDecimal("-0.0008"))
                .takerFee(new BigDecimal("-0.001"))
                .tiers(List.of());
    }

    /**
     * Returns a builder for a linear perpetual swap with OKX's lowest-tier fees, a price band of 5 % and one tier.
     *
     * <p>Its maintenance margin rate is half the initial margin rate at the highest leverage, {@code 1 / (2 × lever)}.
     */
    public static InstrumentSpecBuilder linearSwap(
            String instId, String instFamily, String baseCcy, String settleCcy, BigDecimal lever) {
        return contract(instId, InstrumentType.SWAP, instFamily, baseCcy, settleCcy, lever)
                .ctType(ContractType.LINEAR)
                .settleCcy(settleCcy);
    }

    /** Returns a builder for a perpetual swap whose face value is in dollars and whose money is the coin itself. */
    public static InstrumentSpecBuilder inverseSwap(
            String instId, String instFamily, String baseCcy, String quoteCcy, BigDecimal lever) {
        return contract(instId, InstrumentType.SWAP, instFamily, baseCcy, quoteCcy, lever)
                .ctType(ContractType.INVERSE)
                .settleCcy(baseCcy);
    }

    /**
     * Returns a builder for a future that is delivered in money at its expiry; an inverse one settles in {@code baseCcy},
     * a linear one in {@code quoteCcy}.
     */
    public static InstrumentSpecBuilder futures(
            String instId,
            String instFamily,
            String baseCcy,
            String quoteCcy,
            ContractType ctType,
            Instant expTime,
            BigDecimal lever) {
        return contract(instId, InstrumentType.FUTURES, instFamily, baseCcy, quoteCcy, lever)
                .ctType(ctType)
                .settleCcy(ctType == ContractType.INVERSE ? baseCcy : quoteCcy)
                .expTime(expTime);
    }

    /**
     * Returns a builder for a European option, settled in money at its expiry.
     *
     * @param settleCcy currency of premium and settlement: {@code baseCcy} for an inverse option
     */
    public static InstrumentSpecBuilder option(
            String instId,
            String instFamily,
            String baseCcy,
            String quoteCcy,
            String settleCcy,
            OptionType optType,
            BigDecimal stk,
            Instant expTime) {
        return contract(instId, InstrumentType.OPTION, instFamily, baseCcy, quoteCcy, BigDecimal.ONE)
                .ctType(settleCcy.equals(baseCcy) ? ContractType.INVERSE : ContractType.LINEAR)
                .settleCcy(settleCcy)
                .optType(optType)
                .stk(stk)
                .expTime(expTime)
                .makerFee(new BigDecimal("-0.0002"))
                .takerFee(new BigDecimal("-0.0003"));
    }

    private static InstrumentSpecBuilder contract(
            String instId,
            InstrumentType instType,
            String instFamily,
            String baseCcy,
            String quoteCcy,
            BigDecimal lever) {
        return common(instId, instType, instFamily, baseCcy, quoteCcy)
                .uly(baseCcy + "-" + quoteCcy)
                .lever(lever)
                .makerFee(new BigDecimal("-0.0002"))
                .takerFee(new BigDecimal("-0.0005"))
                .tiers(PositionTier.single(lever));
    }

    private static InstrumentSpecBuilder common(
            String instId, InstrumentType instType, String instFamily, String baseCcy, String quoteCcy) {
        return InstrumentSpecBuilder.builder()
                .instId(instId)
                .instType(instType)
                .instFamily(instFamily)
                .baseCcy(baseCcy)
                .quoteCcy(quoteCcy)
                .ctMult(BigDecimal.ONE)
                .pxLmtPct(new BigDecimal("0.05"))
                .uly("");
    }

    /** Returns whether this is a contract rather than a spot pair. */
    public boolean isContract() {
        return instType != InstrumentType.SPOT;
    }

    /** Returns whether its value is an amount divided by its price; false for options, whose premium is a price. */
    public boolean isInverse() {
        return ctType == ContractType.INVERSE && instType != InstrumentType.OPTION;
    }

    /** Returns whether it ends at a moment: a future or an option. */
    public boolean expires() {
        return expTime != null;
    }

    /** Returns the face value of one unit of order size: base currency, or dollars of an inverse swap or future. */
    public BigDecimal face() {
        return ctVal.multiply(ctMult);
    }

    /** Returns the maintenance margin rate of the first tier; 0 for spot. */
    public BigDecimal mmr() {
        return tiers.isEmpty() ? BigDecimal.ZERO : tiers.get(0).mmr();
    }

    /** Returns the tier of a position of so many contracts; the last one when there is none so large. */
    public PositionTier tier(BigDecimal contracts) {
        for (PositionTier tier : tiers) {
            if (contracts.compareTo(tier.maxSz()) <= 0) {
                return tier;
            }
        }
        return tiers.get(tiers.size() - 1);
    }

    /** Returns how many contracts a position at a leverage may have; that of a leverage above every tier's is 0. */
    public BigDecimal largest(BigDecimal leverage) {
        BigDecimal most = BigDecimal.ZERO;
        for (PositionTier tier : tiers) {
            if (tier.maxLever().compareTo(leverage) >= 0) {
                most = most.max(tier.maxSz());
            }
        }
        return most;
    }
}

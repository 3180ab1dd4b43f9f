package dev.okx4j.paper.feed;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The trading rules of one instrument. Component names are OKX's.
 *
 * @param instId instrument id, e.g. {@code NVDA-USDT-SWAP}
 * @param instType kind of instrument
 * @param instFamily family of a contract, e.g. {@code NVDA-USDT}; empty for spot
 * @param baseCcy base currency; for a contract the currency of {@code ctVal}
 * @param quoteCcy quote currency
 * @param settleCcy currency of margin, profit and fees of a contract; the quote currency for spot
 * @param ctVal face value of one contract in {@code baseCcy}; 1 for spot
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
 * @param mmr maintenance margin rate of the first position tier; 0 for spot
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
        BigDecimal mmr) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Returns a builder for a spot pair with OKX's lowest-tier fees and a price band of 5 %. */
    public static InstrumentSpecBuilder spot(String instId, String baseCcy, String quoteCcy) {
        return InstrumentSpecBuilder.builder()
                .instId(instId)
                .instType(InstrumentType.SPOT)
                .instFamily("")
                .baseCcy(baseCcy)
                .quoteCcy(quoteCcy)
                .settleCcy(quoteCcy)
                .ctVal(BigDecimal.ONE)
                .ctMult(BigDecimal.ONE)
                .lever(BigDecimal.ONE)
                .pxLmtPct(new BigDecimal("0.05"))
                .makerFee(new BigDecimal("-0.0008"))
                .takerFee(new BigDecimal("-0.001"))
                .mmr(BigDecimal.ZERO);
    }

    /**
     * Returns a builder for a linear perpetual swap with OKX's lowest-tier fees and a price band of 5 %.
     *
     * <p>Its maintenance margin rate is half the initial margin rate at the highest leverage, {@code 1 / (2 × lever)},
     * so that no leverage that can be set is liquidated at its own entry price.
     */
    public static InstrumentSpecBuilder linearSwap(
            String instId, String instFamily, String baseCcy, String settleCcy, BigDecimal lever) {
        return InstrumentSpecBuilder.builder()
                .instId(instId)
                .instType(InstrumentType.SWAP)
                .instFamily(instFamily)
                .baseCcy(baseCcy)
                .quoteCcy(settleCcy)
                .settleCcy(settleCcy)
                .ctMult(BigDecimal.ONE)
                .lever(lever)
                .pxLmtPct(new BigDecimal("0.05"))
                .makerFee(new BigDecimal("-0.0002"))
                .takerFee(new BigDecimal("-0.0005"))
                .mmr(BigDecimal.ONE.divide(lever.multiply(TWO), 8, RoundingMode.UP));
    }

    /** Returns whether this is a contract rather than a spot pair. */
    public boolean isContract() {
        return instType != InstrumentType.SPOT;
    }

    /** Returns the amount of base currency that one unit of order size stands for. */
    public BigDecimal face() {
        return ctVal.multiply(ctMult);
    }
}

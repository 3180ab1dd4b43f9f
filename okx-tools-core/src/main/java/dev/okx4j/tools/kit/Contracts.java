package dev.okx4j.tools.kit;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.model.CtType;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.publicdata.Instrument;
import dev.okx4j.client.publicdata.InstrumentsRequest;
import dev.okx4j.tools.ToolFailure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What contracts of one instrument are worth, and how many a sum of money buys; exact throughout.
 *
 * @param instId the instrument
 * @param face the coins, or for an inverse contract the quote currency, in one contract: ctVal × ctMult
 * @param inverse whether the face is in quote currency, so that the price does not enter
 * @param lotSz the step of an order's size
 * @param minSz the smallest order
 * @param quoteCcy the currency that a notional is in
 */
record Contracts(String instId, BigDecimal face, boolean inverse, BigDecimal lotSz, BigDecimal minSz, String quoteCcy) {

    /**
     * Reads the contract of an instrument.
     *
     * @throws ToolFailure if there is no such swap
     */
    static Contracts read(OkxClient okx, String instId) {
        List<Instrument> found = okx.publicData()
                .instruments(InstrumentsRequest.builder()
                        .instType(InstType.SWAP)
                        .instId(instId)
                        .build());
        if (found.isEmpty()) {
            throw ToolFailure.arguments(
                    "There is no swap " + instId + " here.", "market_get_instruments with instType SWAP lists them.");
        }
        return of(found.get(0));
    }

    /**
     * Returns the contract that OKX's row describes; an absent multiplier is 1, an absent smallest order is one lot.
     *
     * @throws ToolFailure if its value or lot is absent or not positive
     */
    static Contracts of(Instrument instrument) {
        BigDecimal ctVal = positive(instrument.instId(), "ctVal", instrument.ctVal());
        BigDecimal multiplier = instrument.ctMult() == null ? BigDecimal.ONE : instrument.ctMult();
        BigDecimal lot = instrument.lotSz() == null ? BigDecimal.ONE : instrument.lotSz();
        return new Contracts(
                instrument.instId(),
                ctVal.multiply(positive(instrument.instId(), "ctMult", multiplier)),
                instrument.ctType() == CtType.inverse,
                positive(instrument.instId(), "lotSz", lot),
                instrument.minSz() == null ? lot : positive(instrument.instId(), "minSz", instrument.minSz()),
                quoteOf(instrument.instId()));
    }

    /** Returns the middle of an id such as {@code BTC-USDT-SWAP}, which is the currency that its price is in. */
    private static String quoteOf(String instId) {
        int from = instId.indexOf('-') + 1;
        int to = instId.indexOf('-', from);
        return to < 0 ? "" : instId.substring(from, to);
    }

    /** Returns the value of so many contracts at a price, in quote currency. */
    BigDecimal notional(BigDecimal contracts, BigDecimal price) {
        return contracts.multiply(worth(price));
    }

    /** Returns the most whole lots that a notional pays for. */
    BigDecimal affordable(BigDecimal notional, BigDecimal price) {
        return notional.divideToIntegralValue(worth(price).multiply(lotSz))
                .setScale(0, RoundingMode.UNNECESSARY)
                .multiply(lotSz);
    }

    private BigDecimal worth(BigDecimal price) {
        return inverse ? face : face.multiply(price);
    }

    private static BigDecimal positive(String instId, String field, @Nullable BigDecimal value) {
        if (value == null || value.signum() <= 0) {
            throw ToolFailure.arguments(
                    instId + " has no " + field + ", so money cannot be turned into contracts.",
                    "Give sz in contracts, without tgtCcy.");
        }
        return value;
    }
}

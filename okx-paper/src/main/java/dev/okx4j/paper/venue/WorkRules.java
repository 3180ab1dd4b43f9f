package dev.okx4j.paper.venue;

import dev.okx4j.paper.feed.InstrumentType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What iceberg, TWAP and chase orders must be like. */
final class WorkRules {

    /** Most slices that an iceberg or TWAP order can be cut into. */
    private static final BigDecimal MOST_SLICES = new BigDecimal("1000");
    /** Widest distance of a slice from the best price, as a fraction. */
    private static final BigDecimal MAX_VARIANCE = new BigDecimal("0.01");
    /** Most slices of a smart iceberg that rest at once. */
    private static final BigDecimal MOST_RESTING = new BigDecimal("100");

    private WorkRules() {}

    /** Checks how an iceberg or TWAP order is cut. */
    static void requireSlicing(Market market, AlgoTicket ticket) {
        AlgoTicket.Slicing slicing = ticket.slicing();
        if (slicing == null || ticket.sz() == null) {
            throw RefusedException.because("50014", "Parameter szLimit cannot be empty");
        }
        boolean twap = ticket.ordType() == AlgoType.TWAP;
        AttachedRules.requirePrice(market, "pxLimit", slicing.pxLimit());
        requireSlice(market, ticket.sz(), slicing.szLimit(), twap);
        if (ticket.ordType() == AlgoType.SMART_ICEBERG) {
            requireWhole("lmtOrderNumber", slicing.lmtOrderNumber(), MOST_RESTING);
            if (slicing.aggressiveness() == null) {
                throw RefusedException.because("50014", "Parameter aggressiveness cannot be empty");
            }
            return;
        }
        requireDistance(slicing, twap ? "51270" : "51256");
        if (twap) {
            requireInterval(slicing.timeInterval());
        }
    }

    private static void requireInterval(@Nullable BigDecimal seconds) {
        if (seconds == null) {
            throw RefusedException.because("50014", "Parameter timeInterval cannot be empty");
        }
        if (seconds.signum() <= 0 || !Rounding.isMultiple(seconds, BigDecimal.ONE)) {
            throw RefusedException.because("51269", "timeInterval is a whole number of seconds above 0");
        }
    }

    /** Checks the size of a slice: an order by itself, no larger than the whole and no smaller than a thousandth of it. */
    private static void requireSlice(Market market, BigDecimal whole, BigDecimal slice, boolean twap) {
        if (slice.compareTo(market.spec.minSz()) < 0 || !Rounding.isMultiple(slice, market.spec.lotSz())) {
            throw RefusedException.because(
                    twap ? "51265" : "51254", "szLimit is not a size that an order can have: " + slice.toPlainString());
        }
        if (slice.compareTo(whole) > 0) {
            throw RefusedException.because(twap ? "51274" : "51255", "szLimit is larger than the whole order");
        }
        if (slice.multiply(MOST_SLICES).compareTo(whole) < 0) {
            throw RefusedException.because(
                    twap ? "51265" : "51255", "szLimit is smaller than a thousandth of the order");
        }
    }

    /** Checks that the distance of a slice is either a fraction of up to 1 % or a difference of prices. */
    private static void requireDistance(AlgoTicket.Slicing slicing, String code) {
        BigDecimal ratio = slicing.pxVar();
        BigDecimal spread = slicing.pxSpread();
        if ((ratio == null) == (spread == null)) {
            throw RefusedException.because(ratio == null ? "50015" : "50016", "Either pxVar or pxSpread, not both");
        }
        if (ratio != null && (ratio.signum() <= 0 || ratio.compareTo(MAX_VARIANCE) > 0)) {
            throw RefusedException.because(code, "pxVar must be above 0 and at most 0.01");
        }
        if (spread != null && spread.signum() < 0) {
            throw RefusedException.because(code, "pxSpread must not be below 0");
        }
    }

    private static void requireWhole(String name, @Nullable BigDecimal value, BigDecimal most) {
        if (value == null) {
            throw RefusedException.because("50014", "Parameter " + name + " cannot be empty");
        }
        if (value.signum() <= 0 || value.compareTo(most) > 0 || !Rounding.isMultiple(value, BigDecimal.ONE)) {
            throw RefusedException.parameter(name, "a whole number from 1 to " + most);
        }
    }

    /** Checks how a chase order follows the price: only on futures and swaps, and with both parts of its limit or none. */
    static void requireChasing(Market market, AlgoTicket ticket) {
        InstrumentType type = market.spec.instType();
        if (type != InstrumentType.FUTURES && type != InstrumentType.SWAP) {
            throw RefusedException.parameter("ordType", "chase orders are for futures and swaps");
        }
        AlgoTicket.Chasing chasing = ticket.chasing();
        if (chasing == null) {
            throw RefusedException.because("50014", "Parameter chaseVal cannot be empty");
        }
        requireDistance("chaseVal", chasing.chaseType(), chasing.chaseVal());
        if ((chasing.maxChaseType() == null) != (chasing.maxChaseVal() == null)) {
            throw RefusedException.because(
                    "50014",
                    "Parameter " + (chasing.maxChaseVal() == null ? "maxChaseVal" : "maxChaseType")
                            + " cannot be empty");
        }
        if (chasing.maxChaseType() != null && chasing.maxChaseVal() != null) {
            requireDistance("maxChaseVal", chasing.maxChaseType(), chasing.maxChaseVal());
        }
    }

    private static void requireDistance(String name, ChaseType type, BigDecimal value) {
        if (value.signum() < 0 || (type == ChaseType.RATIO && value.compareTo(BigDecimal.ONE) >= 0)) {
            throw RefusedException.parameter(name, "it must not be below 0, and as a ratio under 1");
        }
    }
}

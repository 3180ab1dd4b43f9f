package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.OrderBook;
import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The sizes and prices of the orders that an iceberg, TWAP or chase order places. */
final class Slices {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Slices() {}

    /** Returns how an iceberg or TWAP order is cut. */
    static AlgoTicket.Slicing of(Algo algo) {
        return Objects.requireNonNull(algo.ticket.slicing());
    }

    /** Returns the size that has not filled. */
    static BigDecimal open(Algo algo) {
        return Objects.requireNonNull(algo.ticket.sz()).subtract(algo.filled());
    }

    /** Returns the size of the next slice; what would be left too small for an order goes with the last one. */
    static BigDecimal next(Algo algo, BigDecimal free) {
        BigDecimal slice = of(algo).szLimit().min(free);
        return free.subtract(slice).compareTo(algo.spec.minSz()) < 0 ? free : slice;
    }

    /** Returns whether a price is worse for a side than a limit. */
    static boolean isBeyond(Side side, BigDecimal px, BigDecimal limit) {
        return side == Side.BUY ? px.compareTo(limit) > 0 : px.compareTo(limit) < 0;
    }

    /** Returns the price that the slices of an iceberg order rest behind: the best of its side, or one farther; or null. */
    static @Nullable BigDecimal base(Market market, Algo algo) {
        Aggressiveness how = of(algo).aggressiveness();
        int level = how == null ? 1 : how.level();
        List<OrderBook.Row> rows = market.rows(algo.ticket.side(), level);
        return rows.isEmpty() ? null : rows.get(rows.size() - 1).px();
    }

    /** Returns a price as far from another as its slices are to be, on the tick, and no worse than its limit. */
    static BigDecimal away(Algo algo, BigDecimal from, boolean up) {
        BigDecimal distance = distance(algo, from);
        BigDecimal tick = algo.spec.tickSz();
        BigDecimal limit = of(algo).pxLimit();
        return algo.ticket.side() == Side.BUY
                ? Rounding.floor(up ? from.add(distance) : from.subtract(distance), tick)
                        .min(limit)
                        .max(tick)
                : Rounding.ceil(up ? from.add(distance) : from.subtract(distance), tick)
                        .max(limit);
    }

    private static BigDecimal distance(Algo algo, BigDecimal from) {
        AlgoTicket.Slicing slicing = of(algo);
        if (slicing.pxVar() != null) {
            return from.multiply(slicing.pxVar());
        }
        return slicing.pxSpread() == null ? BigDecimal.ZERO : slicing.pxSpread();
    }

    /** Returns whether a slice rests more than twice its distance farther away than one would that is placed now. */
    static boolean isLeftBehind(Algo algo, BigDecimal resting, BigDecimal now) {
        BigDecimal behind = algo.ticket.side() == Side.BUY ? now.subtract(resting) : resting.subtract(now);
        return behind.compareTo(distance(algo, now).multiply(TWO).max(algo.spec.tickSz())) > 0;
    }

    /** Returns an order of an algo order. */
    static OrderTicket ticket(Algo algo, OrderType type, BigDecimal px, BigDecimal sz) {
        AlgoTicket asked = algo.ticket;
        return OrderTicketBuilder.builder()
                .instId(asked.instId())
                .tdMode(asked.tdMode())
                .side(asked.side())
                .posSide(asked.posSide())
                .ordType(type)
                .sz(sz)
                .px(px)
                .tag(asked.tag())
                .reduceOnly(asked.reduceOnly())
                .attachAlgoOrds(List.of())
                .build();
    }

    /** Returns who places it, with OKX's source of that kind. */
    static Working.Origin origin(Algo algo, String source) {
        boolean twap = algo.ticket.ordType() == AlgoType.TWAP;
        return new Working.Origin(
                source, twap ? "twap" : "normal", algo.algoId(), Texts.orEmpty(algo.ticket.algoClOrdId()));
    }
}

package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.engine.StpMode;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as its owner asks for it. Component names are OKX's.
 *
 * @param tdMode cash for spot, cross or isolated for a contract
 * @param sz size: contracts; base currency for spot, or quote currency for a spot market order by {@code tgtCcy}
 * @param px limit price; ignored for a market order
 * @param posSide long or short in long/short mode, {@code NET} or null in net mode and for spot
 * @param ccy margin currency; kept and shown, but of no effect in futures mode
 * @param clOrdId up to 32 letters and digits, unique among pending orders; or null
 * @param tag up to 16 letters and digits; or null
 * @param tgtCcy unit of {@code sz} of a spot market order; null means quote for buy, base for sell
 * @param reduceOnly whether it may only close; of a swap, no larger than the position
 * @param banAmend whether a spot market order is refused rather than cut to what the balance can pay
 * @param slippagePct how far from the best price a spot market order may trade, as a fraction; null means any
 * @param pxAmendType whether a price beyond the price limit is moved to the limit ({@code 1}) rather than refused
 * @param stpMode null means {@code cancel_maker}
 * @param attachAlgoOrds take-profit and stop-loss that come alive when this order has filled
 */
@RecordBuilder
public record OrderTicket(
        String instId,
        TradeMode tdMode,
        Side side,
        OrderType ordType,
        BigDecimal sz,
        @Nullable BigDecimal px,
        @Nullable PosSide posSide,
        @Nullable String ccy,
        @Nullable String clOrdId,
        @Nullable String tag,
        @Nullable TargetCcy tgtCcy,
        boolean reduceOnly,
        boolean banAmend,
        boolean pxAmendType,
        @Nullable BigDecimal slippagePct,
        @Nullable StpMode stpMode,
        List<AttachedAlgo> attachAlgoOrds) {

    public OrderTicket {
        attachAlgoOrds = List.copyOf(attachAlgoOrds);
    }

    /** Returns the position side that it is about, never null. */
    public PosSide position() {
        return posSide == null ? PosSide.NET : posSide;
    }

    /** Returns whether it can only close: it says so, or it is against the side of a long or short position. */
    public boolean closes() {
        return reduceOnly
                || (posSide == PosSide.LONG && side == Side.SELL)
                || (posSide == PosSide.SHORT && side == Side.BUY);
    }
}

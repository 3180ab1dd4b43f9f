package dev.okx4j.paper.wire;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.venue.AlgoView;
import dev.okx4j.paper.venue.BalanceView;
import dev.okx4j.paper.venue.ClosedPosition;
import dev.okx4j.paper.venue.FillView;
import dev.okx4j.paper.venue.OrderView;
import dev.okx4j.paper.venue.PositionView;
import dev.okx4j.paper.venue.QuoteView;
import dev.okx4j.paper.venue.Venue;
import dev.okx4j.paper.venue.VenueEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the rows that private channels push, which are those of REST with what OKX adds, leaves out or writes in another way. */
public final class PushRow {
    /** Fields of the orders channel. */
    private static final String ORDER = """
            instType instId tgtCcy ccy ordId clOrdId tag px pxUsd pxVol pxType sz notionalUsd ordType side posSide tdMode
            fillPx tradeId fillSz fillPnl fillTime fillFee fillFeeCcy fillPxVol fillPxUsd fillMarkVol fillFwdPx fillMarkPx
            fillIdxPx execType accFillSz fillNotionalUsd avgPx state lever attachAlgoClOrdId tpTriggerPx tpTriggerPxType
            tpOrdPx slTriggerPx slTriggerPxType slOrdPx attachAlgoOrds linkedAlgoOrd stpId stpMode feeCcy fee rebateCcy
            rebate pnl source cancelSource amendSource category isTpLimit uTime cTime reqId amendResult reduceOnly
            quickMgnType algoClOrdId algoId lastPx code msg tradeQuoteCcy outcome""";

    /** Fields of the fills channel. */
    private static final String FILL = """
            instId fillSz fillPx side ts ordId clOrdId tradeId execType count""";

    /** Fields of the positions channel. */
    private static final String POSITION = Fields.POSITION + " pTime";

    /** Fields that a closed position still has; the others are empty then. */
    private static final List<String> OF_CLOSED =
            List.of("instType", "mgnMode", "posId", "posSide", "instId", "ccy", "tradeId", "cTime", "closeOrderAlgo");

    /** Fields of a currency in the account channel. */
    private static final String BALANCE_DETAIL = Fields.BALANCE_DETAIL + " coinUsdPrice maxSpotInUseAmt";

    /** Fields of the channel of algo orders. */
    private static final String ALGO = """
            instType instId ccy ordId ordIdList subAlgoIdList algoId clOrdId sz ordType side posSide tdMode tgtCcy lever state
            tpTriggerPx tpTriggerPxType tpOrdPx slTriggerPx slTriggerPxType slOrdPx triggerPx triggerPxType ordPx
            advanceOrdType advChaseParams last actualSz actualPx notionalUsd tag actualSide triggerTime reduceOnly failCode
            algoClOrdId reqId amendResult amendPxOnTriggerType attachAlgoOrds linkedOrd cTime uTime isTradeBorrowMode
            chaseType chaseVal maxChaseType maxChaseVal tradeQuoteCcy""";

    /** Fields of the channel of advanced algo orders. */
    private static final String ADVANCED = """
            instType instId ccy ordId algoId clOrdId sz side posSide tdMode tgtCcy lever state tpTriggerPx tpOrdPx slTriggerPx
            slOrdPx triggerPx ordPx ordType actualSz actualPx notionalUsd tag actualSide triggerTime cTime pxVar pxSpread
            szLimit pxLimit timeInterval count callbackRatio callbackSpread activePx moveTriggerPx failCode algoClOrdId
            reduceOnly pTime isTradeBorrowMode tradeQuoteCcy""";

    private PushRow() {}

    /**
     * Returns the row of an order after a change: what has not filled has 0 for its mean price, and only the fill that made the
     * change is told.
     */
    public static Row order(VenueEvent.OrderChanged changed, InstrumentSpec spec, Venue venue) {
        OrderView order = changed.order();
        QuoteView quote = venue.quote(spec.instId());
        BigDecimal lastPx = quote == null ? null : quote.last();
        FillView fill = changed.fill();
        VenueEvent.Amendment amendment = changed.amendment();
        Row plain = OrderRow.of(order, spec.quoteCcy());
        boolean inQuote = "quote_ccy".equals(plain.fields().get("tgtCcy"));
        Row row = new Row(ORDER)
                .with(plain)
                .setAll("", "fillPx", "tradeId", "fillTime")
                .setAll("0", "fillSz", "fillPnl", "fillFee")
                .set("avgPx", order.avgPx() == null ? BigDecimal.ZERO : order.avgPx())
                .set("lever", order.lever() == null ? BigDecimal.ZERO : order.lever())
                .set(
                        "notionalUsd",
                        inQuote
                                ? venue.usd(spec.quoteCcy(), order.sz())
                                : usd(spec, order.sz(), order.px() == null ? lastPx : order.px(), venue))
                .set("lastPx", lastPx)
                .set("amendSource", order.amendSource())
                .set("code", "0");
        if (amendment != null) {
            row.set("reqId", amendment.reqId()).set("amendResult", amendment.result());
        }
        if (fill != null) {
            row.set("fillPx", fill.fillPx())
                    .set("tradeId", fill.tradeId())
                    .set("fillSz", fill.fillSz())
                    .set("fillPnl", fill.fillPnl())
                    .set("fillTime", fill.ts())
                    .set("fillFee", fill.fee())
                    .set("fillFeeCcy", fill.feeCcy())
                    .set("fillMarkPx", fill.fillMarkPx())
                    .set("execType", fill.execType())
                    .set("fillNotionalUsd", usd(spec, fill.fillSz(), fill.fillPx(), venue));
        }
        return row;
    }

    /** Returns what a size is worth in US dollars at a price; null when that is not known. */
    private static @Nullable BigDecimal usd(InstrumentSpec spec, BigDecimal sz, @Nullable BigDecimal px, Venue venue) {
        return px == null ? null : venue.usd(spec.settleCcy(), venue.value(spec.instId(), sz, px));
    }

    /** Returns the row of a fill. */
    public static Row fill(FillView fill) {
        return new Row(FILL)
                .set("instId", fill.instId())
                .set("fillSz", fill.fillSz())
                .set("fillPx", fill.fillPx())
                .set("side", fill.side().wire())
                .set("ts", fill.ts())
                .set("ordId", fill.ordId())
                .set("clOrdId", fill.clOrdId())
                .set("tradeId", fill.tradeId())
                .set("execType", fill.execType())
                .set("count", "1");
    }

    /** Returns the row of an open position. */
    public static Row position(PositionView position, Instant now) {
        return new Row(POSITION).with(PositionRow.of(position)).set("pTime", now);
    }

    /** Returns the row of a position that is no more: no size, which one it was, and what it has brought. */
    public static Row closed(PositionView before, Venue venue) {
        Row known = PositionRow.of(before);
        Row row = new Row(POSITION);
        OF_CLOSED.forEach(name -> row.set(name, known.fields().get(name)));
        row.setAll("0", "pos", "availPos").set("uTime", venue.now()).set("pTime", venue.now());
        for (ClosedPosition closed : venue.closedPositions()) {
            if (closed.posId().equals(before.posId())) {
                row.set("realizedPnl", closed.realizedPnl())
                        .set("pnl", closed.pnl())
                        .set("fee", closed.fee())
                        .set("fundingFee", closed.fundingFee())
                        .set("liqPenalty", closed.liqPenalty())
                        .set("uTime", closed.uTime());
            }
        }
        return row;
    }

    /** Returns the row of the account with the details of some currencies. */
    public static Row account(List<BalanceView> all, List<String> wanted, Instant now) {
        List<Object> details = all.stream()
                .filter(balance -> wanted.contains(balance.ccy()))
                .map(balance -> (Object)
                        new Row(BALANCE_DETAIL).with(BalanceRow.detail(balance)).fields())
                .toList();
        return BalanceRow.of(all, wanted, now).set("details", details);
    }

    /** Returns the row of an algo order. */
    public static Row algo(AlgoView algo, InstrumentSpec spec) {
        return new Row(ALGO).with(AlgoRow.of(algo, Fields.ALGO_LISTED, spec.quoteCcy()));
    }

    /** Returns the row of a trailing stop or another advanced algo order. */
    public static Row advanced(AlgoView algo, InstrumentSpec spec, Instant now) {
        return new Row(ADVANCED)
                .with(AlgoRow.of(algo, Fields.ALGO_LISTED, spec.quoteCcy()))
                .set("count", "1")
                .set("pTime", now);
    }
}

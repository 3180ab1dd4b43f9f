package dev.okx4j.paper.venue;

import dev.okx4j.paper.feed.InstrumentSpec;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What several take-profits attached to one order must be like: up to ten, each of a part of it, beside one stop-loss. */
final class SplitRules {

    private static final int MOST_TAKE_PROFITS = 10;

    private SplitRules() {}

    /** Checks more than one attached item against the size of the order. */
    static void check(InstrumentSpec spec, List<AttachedAlgo> attached, BigDecimal sz) {
        if (!spec.isContract()) {
            throw RefusedException.because("51077", "Several take-profits are for contracts only");
        }
        if (attached.stream().anyMatch(algo -> algo.takesProfit() && algo.stopsLoss())) {
            throw RefusedException.because(
                    "51076", "One of several attached orders is a take-profit or a stop-loss, not both");
        }
        List<AttachedAlgo> profits =
                attached.stream().filter(AttachedAlgo::takesProfit).toList();
        if (profits.size() > MOST_TAKE_PROFITS) {
            throw RefusedException.because("51079", "No more than " + MOST_TAKE_PROFITS + " take-profits");
        }
        if (attached.size() - profits.size() > 1) {
            throw RefusedException.because("51084", "No more than 1 stop-loss");
        }
        if (profits.size() > 1) {
            checkProfits(spec, profits, sz);
        }
        if (profits.size() < 2 && attached.stream().anyMatch(AttachedAlgo::amendPxOnTriggerType)) {
            throw RefusedException.because("51085", "A stop-loss at the entry price needs at least 2 take-profits");
        }
    }

    /** Checks that the take-profits watch one kind of price, at market, at different triggers, and add up to the order. */
    private static void checkProfits(InstrumentSpec spec, List<AttachedAlgo> profits, BigDecimal sz) {
        Set<PriceType> types = new HashSet<>();
        Set<BigDecimal> triggers = new HashSet<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (AttachedAlgo profit : profits) {
            types.add(profit.tpTriggerPxType() == null ? PriceType.LAST : profit.tpTriggerPxType());
            BigDecimal trigger = profit.tpTriggerPx() == null ? profit.tpTriggerRatio() : profit.tpTriggerPx();
            if (trigger != null && !triggers.add(trigger.stripTrailingZeros())) {
                throw RefusedException.because("51081", "The trigger prices of the take-profits must differ");
            }
            if (profit.tpOrdPx() == null || profit.tpOrdPx().compareTo(AttachedRules.MARKET) != 0) {
                throw RefusedException.because("51082", "Several take-profits are at market: tpOrdPx -1");
            }
            if (profit.sz() == null) {
                throw RefusedException.because("51089", "Each of several take-profits needs its sz");
            }
            if (profit.sz().compareTo(spec.minSz()) < 0 || !Rounding.isMultiple(profit.sz(), spec.lotSz())) {
                throw RefusedException.because(
                        "51121", "The sz of a take-profit is not a multiple of the lot size from the smallest on");
            }
            sum = sum.add(profit.sz());
        }
        if (types.size() > 1) {
            throw RefusedException.because("51080", "The take-profits must watch the same kind of price");
        }
        if (sum.compareTo(sz) != 0) {
            throw RefusedException.because(
                    "51083",
                    "The take-profits add up to " + sum.toPlainString() + ", the order is " + sz.toPlainString());
        }
    }
}

package dev.okx4j.paper.wire;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.MarketEvent.FundingRate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes funding rates as OKX's rows. */
public final class FundingRateRow {
    private FundingRateRow() {}

    /**
     * Returns the row of the rate that is charged next. When that will be is known; how much it is told only by the rate
     * that was charged last, which OKX's own forecast often is as well.
     *
     * @param rates all that were recorded for the instrument, in time order; at least one
     */
    public static Row of(InstrumentSpec spec, List<FundingRate> rates, Instant now) {
        int due = 0;
        while (due < rates.size() && !rates.get(due).ts().isAfter(now)) {
            due++;
        }
        FundingRate charged = due == 0 ? null : rates.get(due - 1);
        Instant next = at(rates, due);
        return new Row(Fields.FUNDING_RATE)
                .set("instType", spec.instType().name())
                .set("instId", spec.instId())
                .set("method", "current_period")
                .set("formulaType", "noRate")
                .set("fundingRate", charged == null ? null : charged.rate())
                .set("fundingTime", next)
                .set("nextFundingTime", at(rates, due + 1))
                .set("settState", "settled")
                .set("settFundingRate", charged == null ? null : charged.rate())
                .set("ts", now);
    }

    /** Returns the row of a rate that was charged. */
    static Row ofPast(InstrumentSpec spec, FundingRate rate) {
        return new Row(Fields.FUNDING_PAST)
                .set("instType", spec.instType().name())
                .set("instId", spec.instId())
                .set("formulaType", "noRate")
                .set("fundingRate", rate.rate())
                .set("realizedRate", rate.rate())
                .set("fundingTime", rate.ts())
                .set("method", "current_period");
    }

    /** Returns the time of a charge, behind the recorded ones in the last interval known; null when there is none. */
    private static @Nullable Instant at(List<FundingRate> rates, int index) {
        if (index < rates.size()) {
            return rates.get(index).ts();
        }
        int last = rates.size() - 1;
        if (last < 1) {
            return null;
        }
        Duration interval =
                Duration.between(rates.get(last - 1).ts(), rates.get(last).ts());
        return rates.get(last).ts().plus(interval.multipliedBy(index - (long) last));
    }
}

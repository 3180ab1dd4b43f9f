package dev.okx4j.client.stream.event;

import dev.okx4j.client.model.InstType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bot that buys at regular times.
 *
 * @param algoId OKX's id of the bot
 * @param algoClOrdId the caller's own id of the bot
 * @param instType the kind of instrument
 * @param cTime when it was created
 * @param uTime when it last changed
 * @param algoOrdType the kind of bot
 * @param state how far it has come
 * @param stgyName the name that the user gave it
 * @param recurringList what it buys
 * @param period how often it buys
 * @param recurringDay the day of the month, or of the week with 1 for Monday
 * @param recurringHour how many hours lie between purchases, when it buys by the hour: 1, 4, 8 or 12
 * @param recurringTime the hour of the day, 0 to 23
 * @param timeZone the hours that its time zone is ahead of UTC
 * @param amt what it spends each time
 * @param investmentAmt what it has spent so far
 * @param investmentCcy the currency that it spends
 * @param nextInvestTime when it buys next
 * @param totalPnl the profit or loss so far
 * @param totalAnnRate the yearly rate of the profit, as a ratio
 * @param pnlRatio the profit or loss as a ratio of what was invested
 * @param mktCap the value of what it has bought, in the currency that it spends
 * @param cycles how many times it has bought
 * @param tag the caller's tag
 * @param pTime when OKX pushed it
 * @param tradeQuoteCcy the quote currency that the trade settles in
 * @param recurringTimeType OKX's number for how its time is given
 * @param recurringTimeMinutes the minute of the hour, where it has one
 * @param source OKX's numbers for where the money comes from
 */
public record RecurringBuy(
        String algoId,
        @Nullable String algoClOrdId,
        InstType instType,
        Instant cTime,
        Instant uTime,
        @Nullable BotType algoOrdType,
        BotState state,
        @Nullable String stgyName,
        @Nullable List<Target> recurringList,
        @Nullable BuyPeriod period,
        @Nullable String recurringDay,
        @Nullable String recurringHour,
        @Nullable String recurringTime,
        @Nullable String timeZone,
        @Nullable BigDecimal amt,
        @Nullable BigDecimal investmentAmt,
        @Nullable String investmentCcy,
        @Nullable Instant nextInvestTime,
        @Nullable BigDecimal totalPnl,
        @Nullable BigDecimal totalAnnRate,
        @Nullable BigDecimal pnlRatio,
        @Nullable BigDecimal mktCap,
        @Nullable Integer cycles,
        @Nullable String tag,
        Instant pTime,
        @Nullable String tradeQuoteCcy,
        @Nullable String recurringTimeType,
        @Nullable String recurringTimeMinutes,
        @Nullable List<String> source) {

    /**
     * One currency that it buys.
     *
     * @param ccy the currency
     * @param ratio its part of each purchase, as a ratio
     * @param minPx the lowest price at which it buys
     * @param maxPx the highest price at which it buys
     * @param totalAmt how much it has bought, in that currency
     * @param profit the profit or loss, in the currency that it spends
     * @param avgPx the average price of what it bought
     * @param px the price now
     */
    public record Target(
            String ccy,
            @Nullable BigDecimal ratio,
            @Nullable BigDecimal minPx,
            @Nullable BigDecimal maxPx,
            @Nullable BigDecimal totalAmt,
            @Nullable BigDecimal profit,
            @Nullable BigDecimal avgPx,
            @Nullable BigDecimal px) {}
}

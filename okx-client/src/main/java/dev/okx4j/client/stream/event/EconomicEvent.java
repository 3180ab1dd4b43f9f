package dev.okx4j.client.stream.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A release of an economic figure, expected or past.
 *
 * @param calendarId OKX's id of the release
 * @param event the name of the figure
 * @param region the country or region
 * @param category the group of figures
 * @param actual the value; empty before the release
 * @param previous the value of the period before, as it is known now
 * @param forecast the average forecast
 * @param prevInitial the value of the period before, as it was first released; empty unless it was revised
 * @param date when it is released
 * @param refDate the date that the value is about
 * @param unit the unit of the value
 * @param ccy the currency of the value
 * @param importance OKX's number for its weight: 1 low, 2 medium, 3 high
 * @param ts when OKX made the statement
 */
public record EconomicEvent(
        String calendarId,
        String event,
        @Nullable String region,
        @Nullable String category,
        @Nullable String actual,
        @Nullable String previous,
        @Nullable String forecast,
        @Nullable String prevInitial,
        @Nullable Instant date,
        @Nullable Instant refDate,
        @Nullable String unit,
        @Nullable String ccy,
        @Nullable String importance,
        @Nullable Instant ts) {}

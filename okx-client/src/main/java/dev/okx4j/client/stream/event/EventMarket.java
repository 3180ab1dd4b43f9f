package dev.okx4j.client.stream.event;

import dev.okx4j.client.model.InstState;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a market of an event contract stands.
 *
 * @param seriesId the series, such as BTC-ABOVE-DAILY
 * @param eventId the event, such as BTC-ABOVE-DAILY-260224-1600
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param listTime when it was listed
 * @param fixTime when the strike is fixed
 * @param expTime when the event is decided
 * @param state whether it trades
 * @param outcome OKX's number for the outcome: 0, 1 or 2
 * @param floorStrike the lower end of the values that win
 * @param capStrike the upper end of the values that win
 * @param settleValue the value that decided it
 * @param disputed whether the outcome is disputed
 * @param hitDir from which side the strike is hit
 */
public record EventMarket(
        String seriesId,
        String eventId,
        String instId,
        @Nullable Instant listTime,
        @Nullable Instant fixTime,
        @Nullable Instant expTime,
        InstState state,
        @Nullable String outcome,
        @Nullable BigDecimal floorStrike,
        @Nullable BigDecimal capStrike,
        @Nullable BigDecimal settleValue,
        @Nullable Boolean disputed,
        @Nullable HitDirection hitDir) {}

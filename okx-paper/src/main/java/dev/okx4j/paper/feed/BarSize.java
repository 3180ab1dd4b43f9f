package dev.okx4j.paper.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/**
 * A candle's length and where it begins, by OKX's name: {@code 5m}, {@code 4H}, {@code 1D} (days of UTC+8), {@code 1Dutc}.
 *
 * <p>OKX's {@code 1s}, {@code 2D}, {@code 3D} and {@code 5D} are left out: nothing recorded tells where they begin.
 */
public enum BarSize {
    M1("1m", Duration.ofMinutes(1)),
    M3("3m", Duration.ofMinutes(3)),
    M5("5m", Duration.ofMinutes(5)),
    M15("15m", Duration.ofMinutes(15)),
    M30("30m", Duration.ofMinutes(30)),
    H1("1H", Duration.ofHours(1)),
    H2("2H", Duration.ofHours(2)),
    H4("4H", Duration.ofHours(4)),
    H6("6H", Duration.ofHours(6)),
    H12("12H", Duration.ofHours(12)),
    D1("1D", Duration.ofDays(1)),
    W1("1W", Duration.ofDays(7)),
    MONTH1("1M", 1),
    MONTH3("3M", 3),
    H6_UTC("6Hutc", Duration.ofHours(6)),
    H12_UTC("12Hutc", Duration.ofHours(12)),
    D1_UTC("1Dutc", Duration.ofDays(1)),
    W1_UTC("1Wutc", Duration.ofDays(7)),
    MONTH1_UTC("1Mutc", 1),
    MONTH3_UTC("3Mutc", 3);

    private static final Duration FINE = Duration.ofMinutes(15);

    private final String wire;
    private final Duration length;
    private final int months;
    private final ZoneOffset zone;

    BarSize(String wire, Duration length) {
        this(wire, length, 0);
    }

    BarSize(String wire, int months) {
        this(wire, Duration.ofDays(1), months);
    }

    BarSize(String wire, Duration length, int months) {
        this.wire = wire;
        this.length = length;
        this.months = months;
        boolean shifted = !wire.endsWith("utc") && (months > 0 || length.compareTo(Duration.ofHours(6)) >= 0);
        this.zone = shifted ? ZoneOffset.ofHours(8) : ZoneOffset.UTC;
    }

    /** Returns the size that OKX calls this, if the exchange knows it. */
    public static Optional<BarSize> named(String wire) {
        return List.of(values()).stream().filter(size -> size.wire.equals(wire)).findFirst();
    }

    /** Returns OKX's name. */
    public String wire() {
        return wire;
    }

    /** Returns the beginning of the candle that holds a moment. */
    public Instant openOf(Instant moment) {
        if (months > 0) {
            LocalDate day = moment.atOffset(zone).toLocalDate();
            int month = day.getMonthValue() - 1;
            return start(day.withDayOfMonth(1).withMonth(month - month % months + 1));
        }
        if (length.toDays() == 7) {
            LocalDate day = moment.atOffset(zone).toLocalDate();
            return start(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
        }
        long shift = zone.getTotalSeconds() * 1000L;
        long ms = moment.toEpochMilli() + shift;
        return Instant.ofEpochMilli(ms - Math.floorMod(ms, length.toMillis()) - shift);
    }

    /** Returns the end of the candle that begins at a moment, which is the beginning of the next. */
    public Instant endOf(Instant open) {
        if (months == 0) {
            return open.plus(length);
        }
        return OffsetDateTime.ofInstant(open, zone)
                .plus(months, ChronoUnit.MONTHS)
                .toInstant();
    }

    /** Returns whether candles of this size can be put together from recorded ones of another, without inventing any. */
    public boolean madeOf(BarSize recorded) {
        if (recorded.months > 0) {
            return this == recorded;
        }
        long step = recorded.length.toMillis();
        long shift = (zone.getTotalSeconds() - recorded.zone.getTotalSeconds()) * 1000L;
        return length.toMillis() % step == 0 && shift % step == 0;
    }

    /** Returns the sizes that can be put together from this one, as OKX names them. */
    public List<String> makes() {
        return List.of(values()).stream()
                .filter(size -> size.madeOf(this))
                .map(BarSize::wire)
                .toList();
    }

    /** Returns the fidelity grade of a price path drawn through candles of this size. */
    String grade() {
        return months == 0 && length.compareTo(FINE) <= 0 ? "C" : "D";
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(zone);
    }
}

package dev.okx4j.samples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** How the assistant reads names and writes numbers and times. */
final class Words {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Words() {}

    /** Returns the value traded in 24 hours; OKX counts it in quote currency for spot, and in base currency for contracts. */
    static BigDecimal turnover(Facts ticker) {
        BigDecimal volume = ticker.decimal("volCcy24h");
        return ticker.text("instType").equals("SPOT") ? volume : volume.multiply(ticker.decimal("last"));
    }

    /** Returns a number without an exponent and without idle zeros. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Returns a number with its sign. */
    static String signed(BigDecimal number) {
        return (number.signum() > 0 ? "+" : "") + plain(number);
    }

    /** Returns a large number, rounded, in groups of three digits. */
    static String grouped(BigDecimal number) {
        return String.format(
                Locale.ROOT, "%,d", number.setScale(0, RoundingMode.HALF_UP).toBigInteger());
    }

    /** Returns something that happened at the exchange, in a row of cells. */
    static List<String> event(Facts event) {
        String what = switch (event.text("type")) {
            case "fill" ->
                event.text("side") + " " + plain(event.decimal("fillSz")) + " at " + plain(event.decimal("fillPx"));
            case "trigger" -> "stop hit at " + plain(event.decimal("px"));
            case "funding" -> "funding " + signed(event.decimal("amount"));
            default -> event.text("type").replace('_', ' ');
        };
        return List.of(day(event.text("ts")), what);
    }

    /** Returns a market time, which OKX sends as milliseconds, without its year. */
    static String day(String millis) {
        return DAY.format(Instant.ofEpochMilli(Long.parseLong(millis)));
    }

    /** Returns a market time in full. */
    static String date(Instant time) {
        return DATE.format(time);
    }
}

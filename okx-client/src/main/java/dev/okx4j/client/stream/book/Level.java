package dev.okx4j.client.stream.book;

import dev.okx4j.client.json.JsonScanner;
import dev.okx4j.client.market.BookLevel;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A price of a book in as little memory as it takes: digits and scale, which also spell the text that OKX sent.
 *
 * <p>JSON's numbers have one spelling for each pair of digits and scale, unless there is an exponent or a minus before zero. Such
 * numbers, and those of more than 18 digits, are kept as they were written.
 */
final class Level {
    private static final long[] POWERS = new long[19];
    /** What may be multiplied by each power. */
    private static final long[] LIMITS = new long[19];

    static {
        POWERS[0] = 1;
        LIMITS[0] = Long.MAX_VALUE;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
            LIMITS[i] = Long.MAX_VALUE / POWERS[i];
        }
    }

    /** A price and a size of which at least one is not compact. */
    private record Wide(BigDecimal px, String pxText, BigDecimal sz, String szText) {}

    private final long px;
    private final long sz;
    private final byte pxScale;
    private final byte szScale;
    private final int orders;
    private final @Nullable Wide wide;

    private Level(long px, int pxScale, long sz, int szScale, int orders, @Nullable Wide wide) {
        this.px = px;
        this.pxScale = (byte) pxScale;
        this.sz = sz;
        this.szScale = (byte) szScale;
        this.orders = orders;
        this.wide = wide;
    }

    /** Reads {@code [px, sz, unused, orders]}, or {@code [px, sz, orders]} as the books of spreads have it. */
    static Level read(JsonScanner json) {
        json.beginArray();
        column(json);
        json.decimal();
        BigDecimal widePx = json.wide();
        long px = json.mantissa();
        int pxScale = json.scale();
        String pxText = json.wideText();
        column(json);
        json.decimal();
        BigDecimal wideSz = json.wide();
        long sz = json.mantissa();
        int szScale = json.scale();
        if (wideSz == null ? sz < 0 : wideSz.signum() < 0) {
            throw json.error("A size below zero");
        }
        Wide wide = null;
        if (widePx != null || wideSz != null) {
            BigDecimal price = widePx == null ? BigDecimal.valueOf(px, pxScale) : widePx;
            BigDecimal size = wideSz == null ? BigDecimal.valueOf(sz, szScale) : wideSz;
            wide = new Wide(
                    price,
                    widePx == null ? price.toPlainString() : pxText,
                    size,
                    wideSz == null ? size.toPlainString() : json.wideText());
        }
        return new Level(px, pxScale, sz, szScale, orders(json), wide);
    }

    /** Returns a price that has been read already. */
    static Level of(BookLevel level) {
        BigDecimal px = level.px();
        BigDecimal sz = level.sz();
        int orders = level.orders() == null ? 0 : level.orders();
        if (isCompact(px) && isCompact(sz)) {
            return new Level(
                    px.unscaledValue().longValue(),
                    px.scale(),
                    sz.unscaledValue().longValue(),
                    sz.scale(),
                    orders,
                    null);
        }
        return new Level(0, 0, 0, 0, orders, new Wide(px, px.toPlainString(), sz, sz.toPlainString()));
    }

    private static boolean isCompact(BigDecimal value) {
        return value.precision() < POWERS.length && value.scale() >= 0 && value.scale() < POWERS.length;
    }

    private static void column(JsonScanner json) {
        if (!json.element()) {
            throw json.error("A level without price or size");
        }
    }

    private static int orders(JsonScanner json) {
        if (!json.element()) {
            return 0;
        }
        // A size that OKX no longer fills, unless it is the last column.
        int orders = count(json);
        if (json.element()) {
            orders = count(json);
            while (json.element()) {
                json.skip();
            }
        }
        if (orders < 0) {
            throw json.error("Not a number of orders");
        }
        return orders;
    }

    /** Returns -1 for a decimal that counts nothing. */
    private static int count(JsonScanner json) {
        if (json.absent()) {
            return 0;
        }
        json.decimal();
        BigDecimal wide = json.wide();
        if (wide == null && json.scale() == 0) {
            long count = json.mantissa();
            return count >= 0 && count <= Integer.MAX_VALUE ? (int) count : -1;
        }
        BigDecimal exact = wide == null ? BigDecimal.valueOf(json.mantissa(), json.scale()) : wide;
        try {
            return exact.signum() < 0 ? -1 : exact.intValueExact();
        } catch (ArithmeticException e) {
            return -1;
        }
    }

    /** Returns whether it says that nothing is left at its price. */
    boolean isGone() {
        return wide == null ? sz == 0 : wide.sz.signum() == 0;
    }

    BigDecimal price() {
        return wide == null ? BigDecimal.valueOf(px, pxScale) : wide.px;
    }

    BigDecimal size() {
        return wide == null ? BigDecimal.valueOf(sz, szScale) : wide.sz;
    }

    BookLevel toBookLevel() {
        return new BookLevel(price(), size(), "0", orders);
    }

    /** Returns below, at or above zero as this price is lower, equal or higher. */
    int comparePrice(Level other) {
        if (wide == null && other.wide == null) {
            int apart = other.pxScale - pxScale;
            if (apart == 0) {
                return Long.compare(px, other.px);
            }
            if (apart > 0 && Math.abs(px) <= LIMITS[apart]) {
                return Long.compare(px * POWERS[apart], other.px);
            }
            if (apart < 0 && Math.abs(other.px) <= LIMITS[-apart]) {
                return Long.compare(px, other.px * POWERS[-apart]);
            }
        }
        return price().compareTo(other.price());
    }

    /** Writes {@code price:size} as OKX wrote them, and returns where it ends. The room must be {@link #room()}. */
    int write(byte[] bytes, int at) {
        if (wide != null) {
            byte[] text = (wide.pxText + ":" + wide.szText).getBytes(StandardCharsets.UTF_8);
            System.arraycopy(text, 0, bytes, at, text.length);
            return at + text.length;
        }
        int end = write(px, pxScale, bytes, at);
        bytes[end] = ':';
        return write(sz, szScale, bytes, end + 1);
    }

    /** Returns how many bytes {@link #write} may need. */
    int room() {
        return wide == null ? 44 : 1 + 3 * (wide.pxText.length() + wide.szText.length());
    }

    private static int write(long mantissa, int scale, byte[] bytes, int start) {
        int at = start;
        if (mantissa < 0) {
            bytes[at++] = '-';
        }
        long rest = Math.abs(mantissa);
        int digits = 1;
        while (digits < POWERS.length && rest >= POWERS[digits]) {
            digits++;
        }
        digits = Math.max(digits, scale + 1);
        int end = at + digits + (scale > 0 ? 1 : 0);
        int point = scale > 0 ? end - 1 - scale : -1;
        int i = end - 1;
        for (; rest > Integer.MAX_VALUE; rest /= 10) {
            i -= i == point ? 1 : 0;
            bytes[i--] = (byte) ('0' + rest % 10);
        }
        // The rest fits an int, whose division is much faster.
        for (int few = (int) rest; i >= at; few /= 10) {
            i -= i == point ? 1 : 0;
            bytes[i--] = (byte) ('0' + few % 10);
        }
        if (point >= 0) {
            bytes[point] = '.';
        }
        return end;
    }

    @Override
    public String toString() {
        return price().toPlainString() + "×" + size().toPlainString();
    }
}

package dev.okx4j.client.json;

import java.math.BigDecimal;

/** Reads decimals, with their size bounded before any arithmetic sees them. */
final class Decimals {
    private static final int MAX_DIGITS = 100;
    private static final int MAX_EXPONENT = 100;

    private Decimals() {}

    /** Returns the decimal that the text spells in JSON's grammar, leading zeros and {@code .5} refused. */
    static BigDecimal parse(String text) {
        if (!isNumber(text)) {
            throw new JsonException("Not a decimal: " + JsonException.quote(text));
        }
        return new BigDecimal(text);
    }

    private static boolean isNumber(String s) {
        int n = s.length();
        int i = n > 0 && s.charAt(0) == '-' ? 1 : 0;
        int integer = digits(s, i);
        if (integer == i || (s.charAt(i) == '0' && integer > i + 1)) {
            return false;
        }
        int end = integer;
        int count = integer - i;
        if (end < n && s.charAt(end) == '.') {
            int fraction = digits(s, end + 1);
            if (fraction == end + 1) {
                return false;
            }
            count += fraction - end - 1;
            end = fraction;
        }
        return count <= MAX_DIGITS && (end == n || isExponent(s, end));
    }

    private static boolean isExponent(String s, int at) {
        if (s.charAt(at) != 'e' && s.charAt(at) != 'E') {
            return false;
        }
        int start = at + 1;
        if (start < s.length() && (s.charAt(start) == '+' || s.charAt(start) == '-')) {
            start++;
        }
        int end = digits(s, start);
        return end > start
                && end == s.length()
                && end - start <= 3
                && Integer.parseInt(s.substring(start, end)) <= MAX_EXPONENT;
    }

    private static int digits(String s, int from) {
        int i = from;
        while (i < s.length() && s.charAt(i) >= '0' && s.charAt(i) <= '9') {
            i++;
        }
        return i;
    }
}

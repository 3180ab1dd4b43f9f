package dev.okx4j.client.error;

import java.util.BitSet;

/** A set of OKX's codes, written as numbers and ranges. */
final class Codes {
    private static final int LONGEST = 5;

    private final BitSet numbers = new BitSet();

    private Codes() {}

    /** Returns the set of codes such as {@code "50011 50014-50016"}. */
    static Codes of(String ranges) {
        Codes codes = new Codes();
        for (String range : ranges.strip().split("\\s+", -1)) {
            int dash = range.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
            int last = dash < 0 ? first : Integer.parseInt(range.substring(dash + 1));
            codes.numbers.set(first, last + 1);
        }
        return codes;
    }

    /** Returns whether a code is in the set; {@code 51008_1000} is the code 51008 with a finer one, and counts as that. */
    boolean has(String code) {
        int number = number(code);
        return number >= 0 && numbers.get(number);
    }

    /** Returns the number that a code is, or -1 for what OKX would not write: signs, leading zeros, other scripts' digits. */
    private static int number(String code) {
        int end = code.indexOf('_') < 0 ? code.length() : code.indexOf('_');
        if (end == 0 || end > LONGEST || (code.charAt(0) == '0' && end > 1)) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < end; i++) {
            int digit = code.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}

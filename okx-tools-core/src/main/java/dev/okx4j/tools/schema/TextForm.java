package dev.okx4j.tools.schema;

import java.util.regex.Pattern;

/** The forms that a text argument can have, each bounded in length. */
public enum TextForm {
    /** An instrument id such as {@code BTC-USDT-SWAP}; upper case, as OKX writes them. */
    INSTRUMENT(
            "[A-Z0-9][A-Z0-9._-]{0,63}", 64, "an instrument id in upper case, e.g. BTC-USDT or BTC-USDT-SWAP", false),
    /** An underlying or instrument family such as {@code BTC-USD}. */
    FAMILY("[A-Z0-9][A-Z0-9._-]{0,31}", 32, "an underlying in upper case, e.g. BTC-USD", false),
    /** One currency or several, separated by commas. */
    CURRENCIES("[A-Z0-9]{1,16}(,[A-Z0-9]{1,16}){0,19}", 339, "a currency or up to 20, e.g. BTC or BTC,ETH", false),
    /** One currency. */
    CURRENCY("[A-Z0-9]{1,16}", 16, "a currency in upper case, e.g. USDT", false),
    /** An id that the exchange has given: digits only. */
    ID("[0-9]{1,20}", 20, "an id of digits, as an earlier answer gave it", true),
    /** An id that the caller has given an order. */
    CLIENT_ID("[A-Za-z0-9]{1,32}", 32, "1 to 32 letters and digits", false),
    /** A time in milliseconds since 1970. */
    TIME("[0-9]{1,13}", 13, "a time in milliseconds since 1970, e.g. 1787000000000", true),
    /** A time in milliseconds or in ISO form. */
    INSTANT(
            "[0-9]{13}|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,3})?)?Z",
            24, "a time such as 2026-08-17T00:00:00Z, or in milliseconds since 1970", true),
    /** A length of time, written as a candle's is. */
    SPAN("[1-9][0-9]{0,3}[mHDW]", 5, "a length of time such as 15m, 4H, 1D or 1W", false),
    /** A small code of digits. */
    CODE("[0-9]{1,4}", 4, "a code of digits", true);

    private final Pattern pattern;
    private final int maxLength;
    private final String means;
    private final boolean digits;

    TextForm(String pattern, int maxLength, String means, boolean digits) {
        this.pattern = Pattern.compile(pattern);
        this.maxLength = maxLength;
        this.means = means;
        this.digits = digits;
    }

    boolean accepts(String text) {
        return text.length() <= maxLength && pattern.matcher(text).matches();
    }

    /** Returns the pattern anchored at both ends, as a JSON schema wants it. */
    String anchored() {
        return pattern.pattern().indexOf('|') < 0 ? "^" + pattern + "$" : "^(" + pattern + ")$";
    }

    int maxLength() {
        return maxLength;
    }

    /** Returns what the form is, in words for an error message. */
    String means() {
        return means;
    }

    /** Returns whether a JSON number is taken for its digits. */
    boolean takesNumbers() {
        return digits;
    }
}

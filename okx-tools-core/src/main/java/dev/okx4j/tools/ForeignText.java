package dev.okx4j.tools;

import java.text.Normalizer;

/** Text that came from outside: passed on as quoted data, without anything that hides or acts, and never at length. */
public final class ForeignText {
    private static final int LONGEST = 240;

    private ForeignText() {}

    /** Returns the text without control, format and private-use characters, and cut to a bounded length. */
    public static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        String head = text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text;
        Normalizer.normalize(head, Normalizer.Form.NFKC).codePoints().forEach(c -> {
            if (visible(c)) {
                clean.appendCodePoint(c);
            } else if (Character.isWhitespace(c)) {
                clean.append(' ');
            }
        });
        String line = clean.toString().strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /** Returns the cleaned text in quotes, so that a reader sees where it begins and ends. */
    public static String quote(String text) {
        return '"' + clean(text).replace('"', '\'') + '"';
    }

    private static boolean visible(int c) {
        // Variation selectors are marks by category, and the tags of plane 14 are format characters.
        boolean selector = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
        return !selector
                && switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.PRIVATE_USE,
                            Character.SURROGATE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> false;
                    default -> true;
                };
    }
}

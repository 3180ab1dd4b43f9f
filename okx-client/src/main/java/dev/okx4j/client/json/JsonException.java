package dev.okx4j.client.json;

import org.jspecify.annotations.Nullable;

/** Text that is not the JSON it should be; the message says what is wrong and where, and quotes at most 40 characters. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int QUOTED = 40;

    /** Says what is wrong with text, in words of this project. */
    public JsonException(String message) {
        this(message, null);
    }

    JsonException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    static String quote(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= QUOTED ? printable : printable.substring(0, QUOTED - 3) + "...";
    }
}

package dev.okx4j.tools.schema;

import java.util.List;

/** Arguments that do not fit a tool; the message says what to change. */
public final class ArgumentException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Makes a refusal; the message names the argument and says what it accepts. */
    public ArgumentException(String message) {
        super(message);
    }

    static ArgumentException of(List<String> problems) {
        return new ArgumentException(String.join(" ", problems));
    }
}

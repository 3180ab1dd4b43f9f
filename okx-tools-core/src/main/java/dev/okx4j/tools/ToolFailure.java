package dev.okx4j.tools;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that did not do what was asked, in the terms of a structured error.
 *
 * <p>A handler throws it where it knows more than an exception of the client says: what it means and what to do next.
 */
public final class ToolFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String type;
    private final String code;
    private final String suggestion;
    private final transient Map<String, Object> facts = new LinkedHashMap<>();

    /**
     * Makes a failure.
     *
     * @param type the kind of error, e.g. OkxApiError or OutcomeUnknown
     * @param code OKX's code, or a word in capitals for what OKX has no code for
     * @param message what happened, a sentence without secrets
     * @param suggestion what the caller should do now; never to repeat what could be done twice
     */
    public ToolFailure(String type, String code, String message, String suggestion) {
        super(message);
        this.type = type;
        this.code = code;
        this.suggestion = suggestion;
    }

    /** Returns a failure that the caller's arguments caused, though each alone was well formed. */
    public static ToolFailure arguments(String message, String suggestion) {
        return new ToolFailure("ValidationError", "INVALID_ARGUMENTS", message, suggestion);
    }

    /** Returns a failure that only whoever launched the server can repair. */
    public static ToolFailure configuration(String code, String message, String suggestion) {
        return new ToolFailure("ConfigError", code, message, suggestion);
    }

    /**
     * Returns a refusal by the exchange, whose own words are quoted and stripped of whatever could act.
     *
     * @param what the thing that was refused, e.g. "order"
     * @param code OKX's code, which chooses the suggestion
     * @param msg OKX's message; may be blank
     */
    public static ToolFailure refused(String what, String code, String msg) {
        String says = msg.isBlank() ? "." : ": " + ForeignText.quote(msg);
        return new ToolFailure(
                "OkxApiError",
                code,
                "The exchange refused the " + what + " with code " + ForeignText.clean(code) + says,
                Suggestions.ofWrite(code));
    }

    /** Returns what an error of any kind means, in the terms of a structured error. */
    public static ToolFailure of(Throwable error) {
        return ErrorWriter.failureOf(error);
    }

    /** Returns a failure of the same kind, without its facts, that says more. */
    public ToolFailure alike(String message) {
        return new ToolFailure(type, code, message, suggestion);
    }

    /** Returns the failure as part of an answer that holds more than this one outcome. */
    public Map<String, Object> row() {
        Map<String, Object> row = new LinkedHashMap<>(facts);
        row.putIfAbsent("status", "error");
        row.put("code", ForeignText.clean(code));
        row.put("message", String.valueOf(getMessage()));
        row.put("suggestion", suggestion);
        return row;
    }

    /** Adds a fact that a caller needs afterwards, such as a client order id, and returns this; null is left out. */
    public ToolFailure with(String key, @Nullable Object fact) {
        if (fact != null) {
            facts.put(key, fact);
        }
        return this;
    }

    String type() {
        return type;
    }

    String code() {
        return code;
    }

    String suggestion() {
        return suggestion;
    }

    Map<String, Object> facts() {
        return facts;
    }
}

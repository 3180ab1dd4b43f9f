package dev.okx4j.tools;

import dev.okx4j.client.error.AuthenticationException;
import dev.okx4j.client.error.BadAnswerException;
import dev.okx4j.client.error.BlockedException;
import dev.okx4j.client.error.OkxException;
import dev.okx4j.client.error.OkxIoException;
import dev.okx4j.client.error.RateLimitedException;
import dev.okx4j.client.json.Json;
import dev.okx4j.tools.config.LaunchException;
import dev.okx4j.tools.config.Venue;
import dev.okx4j.tools.schema.ArgumentException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text of a call that failed: what kind of failure, what it means, and what to do; no stack, no secret. */
final class ErrorWriter {
    private ErrorWriter() {}

    /**
     * Returns the JSON text of an error.
     *
     * @param venue where the call would have gone, or null if that was not known yet
     * @param now the time of the wall
     */
    static String write(String tool, @Nullable Venue venue, Throwable error, Instant now, String serverVersion) {
        ToolFailure failure = failureOf(error);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("tool", ForeignText.clean(tool));
        result.put("error", true);
        result.put("type", failure.type());
        result.put("code", ForeignText.clean(failure.code()));
        result.put("message", String.valueOf(failure.getMessage()));
        result.put("suggestion", failure.suggestion());
        result.putAll(failure.facts());
        if (venue != null) {
            result.put("venue", venue.name());
        }
        result.put("timestamp", now.truncatedTo(ChronoUnit.MILLIS).toString());
        result.put("serverVersion", serverVersion);
        return Json.write(result);
    }

    /** Returns what an error of any kind means; one that nobody foresaw shows no more than its class. */
    static ToolFailure failureOf(Throwable error) {
        if (error instanceof ToolFailure failure) {
            return failure;
        }
        if (error instanceof OkxException okx) {
            return ofExchange(okx);
        }
        if (error instanceof ArgumentException) {
            return ToolFailure.arguments(
                    String.valueOf(error.getMessage()), "Correct the arguments and call again; nothing was sent.");
        }
        if (error instanceof LaunchException) {
            return ToolFailure.configuration("LAUNCH", String.valueOf(error.getMessage()), "Tell the user.");
        }
        if (error instanceof IllegalArgumentException) {
            // The client checks what it is given before it sends anything; its sentences are ours.
            return ToolFailure.arguments(
                    ForeignText.clean(String.valueOf(error.getMessage())),
                    "Correct the arguments and call again; nothing was sent.");
        }
        return new ToolFailure(
                "InternalError",
                "INTERNAL",
                "The server failed on its own account (" + error.getClass().getSimpleName() + ").",
                "Tell the user. If this was an order, look it up before placing it again.");
    }

    private static ToolFailure ofExchange(OkxException error) {
        String code = error.code();
        ToolFailure failure;
        if (error instanceof OkxIoException) {
            failure = new ToolFailure(
                    "NetworkError",
                    "NO_ANSWER",
                    "The exchange was not reached, or did not answer in time.",
                    "Read again in a few seconds. Look an order up before placing it again.");
        } else if (error instanceof BadAnswerException) {
            failure = new ToolFailure(
                    "NetworkError",
                    "BAD_ANSWER",
                    "What answered did not speak OKX's language: a proxy, a cut-off answer, or a change at OKX.",
                    "Read again in a few seconds. Look an order up before placing it again.");
        } else if (error instanceof BlockedException blocked) {
            failure = new ToolFailure(
                            "BlockedError",
                            "BLOCKED",
                            "The exchange has shut this key or this address out, and nothing is sent for a while.",
                            "Tell the user, and wait until the time in `until`.")
                    .with(
                            "until",
                            blocked.until().truncatedTo(ChronoUnit.SECONDS).toString());
        } else if (error instanceof RateLimitedException && code == null) {
            failure = new ToolFailure(
                    "RateLimitError",
                    "LOCAL_LIMIT",
                    "There were more calls than OKX allows in this time; this one was not sent.",
                    "Wait two seconds before the next call, and ask for more rows in fewer calls.");
        } else {
            String codeText = code == null ? "UNKNOWN" : code;
            String msg = error.msg();
            String says = msg == null || msg.isBlank() ? "." : ": " + ForeignText.quote(msg);
            failure = new ToolFailure(
                    typeOf(error),
                    codeText,
                    (code == null ? "The call was refused" : "The exchange refused the call with code " + code) + says,
                    Suggestions.ofRead(codeText));
        }
        return failure.with("endpoint", clean(error.endpoint())).with("traceId", clean(error.traceId()));
    }

    private static String typeOf(OkxException error) {
        if (error instanceof AuthenticationException) {
            return "AuthenticationError";
        }
        return error instanceof RateLimitedException ? "RateLimitError" : "OkxApiError";
    }

    private static @Nullable String clean(@Nullable String text) {
        return text == null ? null : ForeignText.clean(text);
    }
}

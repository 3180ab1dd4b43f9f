package dev.okx4j.client.intent;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a gate says about a write.
 *
 * @param refusal why the write may not go, as a sentence; null when it may
 */
public record Decision(@Nullable String refusal) {
    private static final Decision ALLOWED = new Decision(null);

    /** Returns leave to go on. */
    public static Decision allow() {
        return ALLOWED;
    }

    /** Returns a refusal with its reason. */
    public static Decision refuse(String reason) {
        return new Decision(Objects.requireNonNull(reason, "reason"));
    }
}

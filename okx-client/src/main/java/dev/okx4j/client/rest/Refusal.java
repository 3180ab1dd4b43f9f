package dev.okx4j.client.rest;

import dev.okx4j.client.error.AuthenticationException;
import dev.okx4j.client.error.CodeTable;
import dev.okx4j.client.error.OkxApiException;
import dev.okx4j.client.error.PermissionException;
import dev.okx4j.client.error.RateLimitedException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** OKX's refusal of a call, as the exception that fits its code. */
final class Refusal {
    private Refusal() {}

    static OkxApiException of(Endpoint<?> endpoint, Envelope answer) {
        String code = answer.code();
        String msg = answer.msg();
        if (answer.data().size() == 1
                && answer.data().get(0) instanceof Map<?, ?> row
                && row.get("sCode") instanceof String own
                && !own.isEmpty()
                && !own.equals("0")) {
            code = own;
            msg = row.get("sMsg") instanceof String said ? said : msg;
        }
        return of(endpoint, code, msg, answer.traceId());
    }

    private static OkxApiException of(Endpoint<?> endpoint, String code, String msg, @Nullable String trace) {
        String name = endpoint.toString();
        String message = name + " was refused with " + code + (msg.isEmpty() ? "" : ": " + msg);
        return switch (CodeTable.ofWrite(code)) {
            case TOO_MANY -> new RateLimitedException(message, code, msg, name, trace);
            case BAD_KEY, WRONG_TIME -> new AuthenticationException(message, code, msg, name, trace);
            case BLOCKED -> new PermissionException(message, code, msg, name, trace);
            default -> new OkxApiException(message, code, msg, name, trace);
        };
    }
}

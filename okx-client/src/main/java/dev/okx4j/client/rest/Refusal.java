package dev.okx4j.client.rest;

import dev.okx4j.client.error.AuthenticationException;
import dev.okx4j.client.error.CodeTable;
import dev.okx4j.client.error.OkxApiException;
import dev.okx4j.client.error.PermissionException;
import dev.okx4j.client.error.RateLimitedException;
import dev.okx4j.client.error.WriteCode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** OKX's refusal of a call, as the exception that fits its code. */
final class Refusal {
    private static final Set<String> BAD_KEY = Set.of(
            "50101", "50102", "50103", "50104", "50105", "50106", "50107", "50111", "50112", "50113", "50114", "50119");
    private static final Set<String> NOT_ALLOWED = Set.of(
            "50007", "50009", "50027", "50029", "50030", "50033", "50035", "50041", "50051", "50052", "50067", "50100",
            "50110", "50120", "50121", "51155");

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
        if (CodeTable.ofWrite(code) == WriteCode.TOO_MANY) {
            return new RateLimitedException(message, code, msg, name, trace);
        }
        if (BAD_KEY.contains(code)) {
            return new AuthenticationException(message, code, msg, name, trace);
        }
        if (NOT_ALLOWED.contains(code)) {
            return new PermissionException(message, code, msg, name, trace);
        }
        return new OkxApiException(message, code, msg, name, trace);
    }
}

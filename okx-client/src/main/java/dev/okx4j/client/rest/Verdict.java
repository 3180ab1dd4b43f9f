package dev.okx4j.client.rest;

import dev.okx4j.client.error.CodeTable;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.json.JsonException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the exchange alone proves about a write.
 *
 * @param outcome the outcome, when it is proven; null when it must be looked up
 * @param otherwise what it is when looking it up shows nothing; null for unknown
 * @param code OKX's code that decided; empty when there was none
 * @param why what is missing for a proof
 */
record Verdict<A>(@Nullable Outcome<A> outcome, @Nullable Outcome<A> otherwise, String code, String why) {

    static <A> Verdict<A> decided(Outcome<A> outcome) {
        return new Verdict<>(outcome, null, "", "");
    }

    static <A> Verdict<A> unknown(String why) {
        return new Verdict<>(null, null, "", why);
    }

    /** Returns the verdict on OKX's answer: the item's own code where it has one, else the code of the whole. */
    static <A> Verdict<A> of(Endpoint<A> endpoint, WritePlan<A> plan, Envelope answer, String clientId) {
        if (answer.isSuccess() || answer.code().equals("1") || answer.code().equals("2")) {
            if (answer.data().size() != 1 || !(answer.data().get(0) instanceof Map<?, ?> item)) {
                return unknown("OKX answered code " + answer.code() + " with "
                        + answer.data().size() + " items");
            }
            return ofItem(endpoint, plan, answer, item, clientId);
        }
        return ofCode(answer.code(), answer.msg(), null, clientId);
    }

    private static <A> Verdict<A> ofItem(
            Endpoint<A> endpoint, WritePlan<A> plan, Envelope answer, Map<?, ?> item, String clientId) {
        String code = text(item, "sCode");
        if (!code.isEmpty() && !code.equals("0")) {
            String subCode = text(item, "subCode");
            return ofCode(code, text(item, "sMsg"), subCode.isEmpty() ? null : subCode, clientId);
        }
        String echoed = text(item, plan.clientId());
        boolean proven = answer.isSuccess()
                && code.equals("0")
                && !text(item, plan.serverId()).isEmpty()
                && (echoed.isEmpty() || clientId.isEmpty() || echoed.equals(clientId));
        if (!proven) {
            return unknown("OKX's acknowledgement is incomplete or about another order");
        }
        try {
            return decided(new Outcome.Confirmed<>(Json.fromTree(item, endpoint.rowType()), clientId));
        } catch (JsonException e) {
            return unknown("OKX's acknowledgement does not fit: " + e.getMessage());
        }
    }

    private static <A> Verdict<A> ofCode(String code, String msg, @Nullable String subCode, String clientId) {
        Outcome<A> rejected = new Outcome.Rejected<>(code, msg, subCode, clientId);
        String why = "OKX answered code " + code + (msg.isEmpty() ? "" : ": " + msg);
        return switch (CodeTable.ofWrite(code)) {
            case REFUSED, TOO_MANY, WRONG_TIME, TOO_LATE, BAD_KEY, BLOCKED -> new Verdict<>(rejected, null, code, why);
            case ID_TAKEN, ASK_STATE -> new Verdict<>(null, rejected, code, why);
            case UNKNOWN -> new Verdict<>(null, null, code, why);
        };
    }

    private static String text(Map<?, ?> item, String name) {
        Object value = item.get(name);
        return value == null ? "" : value.toString();
    }
}

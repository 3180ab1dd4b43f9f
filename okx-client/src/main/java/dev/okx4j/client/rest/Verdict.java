package dev.okx4j.client.rest;

import dev.okx4j.client.error.CodeTable;
import dev.okx4j.client.error.WriteCode;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.json.JsonException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the exchange alone proves about one write.
 *
 * @param outcome the outcome, when it is proven; null when it must be looked up
 * @param otherwise OKX's refusal, when it holds only if the look-up shows another order; null for none
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

    /** Returns what OKX's code says. */
    WriteCode says() {
        return CodeTable.ofWrite(code);
    }

    /** Returns whether nothing happened, and the same write may leave once more within its time. */
    boolean maySendAgain() {
        return says() == WriteCode.TOO_MANY || says() == WriteCode.WRONG_TIME;
    }

    /** Returns what a code of OKX's proves. */
    static <A> Verdict<A> ofCode(String code, String msg, @Nullable String subCode, String clientId) {
        Outcome<A> rejected = new Outcome.Rejected<>(code, msg, subCode, clientId);
        String why = "OKX answered code " + code + (msg.isEmpty() ? "" : ": " + msg);
        return switch (CodeTable.ofWrite(code)) {
            case REFUSED, TOO_MANY, WRONG_TIME, TOO_LATE, BAD_KEY, BLOCKED -> new Verdict<>(rejected, null, code, why);
            case ID_TAKEN -> new Verdict<>(null, idTaken(code, msg, subCode, clientId), code, why);
            case ASK_STATE -> new Verdict<>(null, rejected, code, why);
            case UNKNOWN -> new Verdict<>(null, null, code, why);
        };
    }

    /**
     * Returns what the item of an answer proves about its write.
     *
     * @param proves whether the answer as a whole leaves room for success
     */
    static <A> Verdict<A> ofItem(
            Endpoint<A> endpoint, WritePlan<A> plan, Map<?, ?> item, boolean proves, String clientId) {
        String code = text(item, "sCode");
        if (!code.isEmpty() && !code.equals("0")) {
            String subCode = text(item, "subCode");
            return ofCode(code, text(item, "sMsg"), subCode.isEmpty() ? null : subCode, clientId);
        }
        String echoed = text(item, plan.clientId());
        boolean complete = (code.equals("0") || !tells(endpoint, "sCode"))
                && (!tells(endpoint, "result") || text(item, "result").equals("true"))
                && (plan.serverId().isEmpty() || !text(item, plan.serverId()).isEmpty())
                && (echoed.isEmpty() || clientId.isEmpty() || echoed.equals(clientId));
        if (!proves || !complete) {
            return unknown("OKX's acknowledgement is incomplete, contradicts itself or is about another order");
        }
        try {
            return decided(new Outcome.Confirmed<>(Json.fromTree(item, endpoint.rowType()), clientId));
        } catch (JsonException e) {
            return unknown("OKX's acknowledgement does not fit: " + e.getMessage());
        }
    }

    static String text(Map<?, ?> item, String name) {
        Object value = item.get(name);
        return value == null ? "" : value.toString();
    }

    private static <A> Outcome<A> idTaken(String code, String msg, @Nullable String subCode, String clientId) {
        String said = msg.isEmpty() ? "" : " OKX says: " + msg;
        return new Outcome.Rejected<>(
                code,
                "The client id is in use by another order, so this one was not taken: an id must never name two orders."
                        + said,
                subCode,
                clientId);
    }

    /** Returns whether OKX tells this of each item of the answer, such as a code of its own; few acknowledgements have everything. */
    private static boolean tells(Endpoint<?> endpoint, String name) {
        return Arrays.stream(endpoint.rowType().getRecordComponents())
                .anyMatch(component -> component.getName().equals(name));
    }
}

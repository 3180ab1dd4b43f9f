package dev.okx4j.tools.kit;

import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.Outcome.NotSent.Cause;
import dev.okx4j.tools.ForeignText;
import dev.okx4j.tools.ToolFailure;

/** What became of a write, in the words of a tool: an acknowledgement, or a failure that says what is certain. */
final class Sent {
    private Sent() {}

    /**
     * Returns the acknowledgement of a write that was taken.
     *
     * @param what the thing that was sent, e.g. "order"
     * @param lookUp the call that finds it by its client id, in words
     * @throws ToolFailure if it was refused, was not sent, or if nobody knows
     */
    static <A> A confirmed(Outcome<A> outcome, String what, String lookUp) {
        String clOrdId = outcome.clOrdId().isEmpty() ? null : outcome.clOrdId();
        if (outcome instanceof Outcome.Confirmed<A> confirmed) {
            return confirmed.ack();
        }
        if (outcome instanceof Outcome.Rejected<A> rejected) {
            throw ToolFailure.refused(what, rejected.code(), rejected.msg())
                    .with("status", "rejected")
                    .with("subCode", rejected.subCode())
                    .with("clOrdId", clOrdId);
        }
        if (outcome instanceof Outcome.NotSent<A> notSent) {
            throw new ToolFailure(
                            "NotSent",
                            code(notSent.cause()),
                            "The " + what + " was not sent: " + ForeignText.clean(notSent.reason()),
                            "It is certain that nothing happened. " + then(notSent.cause()))
                    .with("status", "not_sent")
                    .with("clOrdId", clOrdId);
        }
        Outcome.Unknown<A> unknown = (Outcome.Unknown<A>) outcome;
        throw new ToolFailure(
                        "OutcomeUnknown",
                        unknown.needsHuman() ? "NEEDS_HUMAN" : "OUTCOME_UNKNOWN",
                        "The " + what + " was sent, and it is not known whether the exchange took it.",
                        "Do not send it again: that could do it twice. " + lookUp
                                + (unknown.needsHuman() ? " Tell the user, who has to decide." : ""))
                .with("status", "unknown")
                .with("clOrdId", clOrdId)
                .with("intentId", unknown.intentId());
    }

    /** Returns the code of a write that did not leave: the cause, where a caller does something of its own about it. */
    private static String code(Cause cause) {
        return switch (cause) {
            case RECOVERING, IN_DOUBT, BLOCKED -> cause.name();
            case GATE, JOURNAL, CLOCK, LIMIT, SIGNATURE, INTERRUPTED, UNREACHABLE -> "NOT_SENT";
        };
    }

    /** Returns what to do about a write that did not leave. */
    private static String then(Cause cause) {
        return switch (cause) {
            case RECOVERING ->
                "Orders of an earlier run are still being looked up: call again in a minute. Cancelling works.";
            case IN_DOUBT ->
                "An earlier order on this instrument is in doubt: look it up first. Cancelling and reducing work.";
            case BLOCKED -> "Wait until the time that the message names; calling before then makes it longer.";
            case JOURNAL, SIGNATURE -> "Tell the user: nothing can be ordered until this is repaired.";
            case GATE -> "Tell the user which limit stands in the way; do not try to get around it.";
            case CLOCK, LIMIT, INTERRUPTED, UNREACHABLE -> "Call again once the reason is gone.";
        };
    }
}

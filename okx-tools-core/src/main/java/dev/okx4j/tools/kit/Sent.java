package dev.okx4j.tools.kit;

import dev.okx4j.client.intent.Outcome;
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
                            "NOT_SENT",
                            "The " + what + " was not sent: " + notSent.reason(),
                            "It is certain that nothing happened. Call again once the reason is gone.")
                    .with("status", "not_sent")
                    .with("clOrdId", clOrdId);
        }
        throw new ToolFailure(
                        "OutcomeUnknown",
                        "OUTCOME_UNKNOWN",
                        "The " + what + " was sent, and it is not known whether the exchange took it.",
                        "Do not send it again: that could do it twice. " + lookUp)
                .with("status", "unknown")
                .with("clOrdId", clOrdId);
    }
}

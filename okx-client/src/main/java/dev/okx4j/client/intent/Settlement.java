package dev.okx4j.client.intent;

/**
 * What stands in for OKX's acknowledgement when a person has decided that a write took effect.
 *
 * @param by who decided
 */
public record Settlement(String by) {

    /** Returns the outcome of a write by the word of a person. */
    public static Outcome<Settlement> of(WriteIntent intent, boolean tookEffect, String by) {
        return tookEffect
                ? new Outcome.Confirmed<>(new Settlement(by), intent.clOrdId())
                : new Outcome.Rejected<>(
                        Outcome.Rejected.SETTLED, "It took no effect, says " + by + ".", null, intent.clOrdId());
    }
}

package dev.okx4j.testing;

/**
 * A connection that ends without an answer.
 *
 * @param after the bytes of the request that are read before; {@link #WHOLE} for all
 * @param reset whether it ends by a reset, else in good order
 */
record Cut(int after, boolean reset, Effect effect) implements Fault {
    static final int WHOLE = Integer.MAX_VALUE;

    Cut {
        if (after < 0) {
            throw new IllegalArgumentException("A request has no byte " + after);
        }
    }

    @Override
    public String toString() {
        if (after == 0) {
            return "resetBefore()";
        }
        return after < WHOLE ? "resetAt(" + after + ")" : (reset ? "resetAfterRead(" : "finAfterRead(") + effect + ")";
    }
}

package dev.okx4j.testing;

/** A request that arrives two times. */
record Twice() implements Fault {
    @Override
    public Effect effect() {
        return Effect.ACCEPTED;
    }

    @Override
    public String toString() {
        return "duplicate()";
    }
}

package dev.okx4j.testing;

/** A closed port. */
record Refused() implements Fault {
    @Override
    public Effect effect() {
        return Effect.NONE;
    }

    @Override
    public String toString() {
        return "refuse()";
    }
}

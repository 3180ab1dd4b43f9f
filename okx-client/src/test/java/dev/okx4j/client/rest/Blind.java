package dev.okx4j.client.rest;

import dev.okx4j.client.intent.WriteIntent;

/** A look-up that never sees anything. */
record Blind<A>() implements LookUp<A> {
    @Override
    public Sight<A> look(Rest rest, WriteIntent intent) {
        return new Sight.Missing<>();
    }

    @Override
    public boolean leftNoTrace(Rest rest, WriteIntent intent) {
        return false;
    }
}

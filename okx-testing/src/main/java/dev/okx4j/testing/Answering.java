package dev.okx4j.testing;

import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.rest.WireResponse;

/** A fault that is an answer: whole, in time, and wrong. */
sealed interface Answering extends Fault permits Instead, Spoiled, Coded {
    /** Returns the answer that is seen in the place of the true one. */
    WireResponse answer(WireRequest request, WireResponse truth);
}

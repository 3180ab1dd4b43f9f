package dev.okx4j.client.rest;

import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import org.jspecify.annotations.Nullable;

/**
 * A write that has left, and whose answer proves nothing.
 *
 * @param intent the write
 * @param why what is missing for a proof, as part of a sentence
 * @param otherwise OKX's refusal, which holds when what it is about turns out not to be this write's doing; null for none
 * @param <A> the acknowledgement
 */
public record Doubt<A>(
        WriteIntent intent, String why, @Nullable Outcome<A> otherwise) {}

package dev.okx4j.client.internal;

import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.rest.LookUp;
import dev.okx4j.client.rest.Rest;
import dev.okx4j.client.rest.Sight;
import java.util.ArrayDeque;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;

/** A look-up that sees what it was told to see, in order, and at last the same again and again. */
@NullUnmarked
final class ScriptedLookUp implements LookUp<String> {
    static final Sight<String> MISSING = new Sight.Missing<>();
    static final Sight<String> PENDING = new Sight.Pending<>();
    static final Sight<String> SEEN = new Sight.Decided<>(new Outcome.Confirmed<>("ack", "a1"));

    private final ArrayDeque<Supplier<Sight<String>>> script = new ArrayDeque<>();
    private Supplier<Sight<String>> last = () -> MISSING;
    boolean trace;
    Sight<String> back = MISSING;
    int looks;
    int traces;

    ScriptedLookUp then(Sight<String> sight) {
        return then(() -> sight);
    }

    ScriptedLookUp then(Supplier<Sight<String>> sight) {
        script.add(sight);
        return this;
    }

    @Override
    public Sight<String> look(Rest rest, WriteIntent intent) {
        looks++;
        if (!script.isEmpty()) {
            last = script.poll();
        }
        return last.get();
    }

    @Override
    public boolean leftNoTrace(Rest rest, WriteIntent intent) {
        traces++;
        return !trace;
    }

    @Override
    public Sight<String> lookBack(Rest rest, WriteIntent intent) {
        return back;
    }
}

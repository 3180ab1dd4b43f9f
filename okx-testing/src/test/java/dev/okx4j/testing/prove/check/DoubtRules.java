package dev.okx4j.testing.prove.check;

import dev.okx4j.testing.prove.check.Happened.Asked;
import dev.okx4j.testing.prove.check.Happened.Decided;
import dev.okx4j.testing.prove.check.Happened.Kept;
import dev.okx4j.testing.prove.check.Happened.Left;
import dev.okx4j.testing.prove.check.Happened.Reopened;
import dev.okx4j.testing.prove.check.Happened.Settled;
import dev.okx4j.testing.prove.check.Happened.Started;
import dev.okx4j.testing.prove.check.Happened.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a doubt holds up: after a restart every write but cancels, until the intents of the run before are explained; and as
 * long as a write is unknown to its caller, new exposure on its instrument.
 */
final class DoubtRules {
    /** Why a write does not go that a cancel never hears. */
    private static final Set<String> HELD_UP = Set.of("RECOVERING", "IN_DOUBT", "JOURNAL");

    private final Map<List<Object>, Asked> asked = new HashMap<>();
    private final Map<Integer, Asked> calls = new HashMap<>();
    private final Map<String, Asked> intents = new HashMap<>();
    private final Map<String, Long> reopened = new HashMap<>();
    private final Map<String, Asked> doubts = new HashMap<>();
    private final Set<String> over = new HashSet<>();
    private final List<Violation> found = new ArrayList<>();

    private DoubtRules() {}

    static List<Violation> check(Story story) {
        DoubtRules rules = new DoubtRules();
        story.events().forEach(rules::follow);
        return rules.found;
    }

    private void follow(Happened event) {
        if (event instanceof Asked a) {
            asked.put(List.of(a.call(), a.mark()), a);
            calls.put(a.call(), a);
        } else if (event instanceof Kept k) {
            Asked owner = asked.get(List.of(k.call(), k.mark()));
            if (owner != null) {
                intents.putIfAbsent(k.intentId(), owner);
            }
        } else if (event instanceof Started) {
            reopened.clear();
            doubts.clear();
        } else if (event instanceof Reopened r) {
            reopen(r);
        } else if (event instanceof Told t) {
            answer(t);
        } else if (event instanceof Decided d) {
            decide(d);
        } else if (event instanceof Settled s) {
            reopened.remove(s.intentId());
            doubts.remove(s.intentId());
        } else if (event instanceof Left l && l.call() >= 0 && l.method().equals("POST")) {
            leave(l, calls.get(l.call()));
        }
    }

    private void reopen(Reopened again) {
        if (again.asksHuman()) {
            doubt(again.intentId());
        } else {
            reopened.put(again.intentId(), again.at());
        }
    }

    private void answer(Told told) {
        if (told.fate().equals(Fate.UNKNOWN)) {
            doubt(told.intentId());
        }
        Asked call = calls.get(told.call());
        if (call != null && Marks.repeatable(call.mark()) && HELD_UP.contains(told.code())) {
            found.add(new Violation("F3", call.mark() + " takes risk back, and was held up: " + told.code()));
        }
    }

    private void doubt(String intentId) {
        Asked owner = intents.get(intentId);
        if (owner != null && !Marks.repeatable(owner.mark()) && !over.contains(intentId)) {
            doubts.put(intentId, owner);
        }
    }

    private void decide(Decided decided) {
        if (!decided.fate().equals(Fate.UNKNOWN)) {
            reopened.remove(decided.intentId());
            doubts.remove(decided.intentId());
            over.add(decided.intentId());
        } else if (decided.needsHuman()) {
            reopened.remove(decided.intentId());
            doubt(decided.intentId());
        }
    }

    private void leave(Left request, @Nullable Asked call) {
        if (call == null || Marks.repeatable(call.mark())) {
            return;
        }
        if (!reopened.isEmpty()) {
            found.add(new Violation(
                    "F2",
                    "Request " + request.number() + " of " + call.operation()
                            + " left while intents of the run before were open: " + reopened.keySet()));
        }
        for (Asked doubt : doubts.values()) {
            if (call.exposure() && doubt.subject().equals(call.subject()) && doubt.call() != call.call()) {
                found.add(new Violation(
                        "I13",
                        "Request " + request.number() + " of " + call.operation() + " added exposure on "
                                + call.subject() + " while " + doubt.mark() + " was in doubt"));
            }
        }
    }
}

package dev.okx4j.client.stream;

import dev.okx4j.client.fixture.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Connections of a test's own: it says what they deliver and how they stand. Taps hear it at once, on the test's thread. */
final class ScriptedSource implements Source {
    private final VirtualTime time;
    private final Map<Topic<?>, List<Tap<?>>> taps = new LinkedHashMap<>();
    final List<String> reconnects = new ArrayList<>();
    final List<String> renewals = new ArrayList<>();

    /** Whether a topic that is to be connected anew is live again at once. */
    boolean comesBack;

    ScriptedSource(VirtualTime time) {
        this.time = time;
    }

    @Override
    public <E> Subscription<E> tap(Topic<E> topic, Tap<E> tap) {
        taps.computeIfAbsent(topic, key -> new ArrayList<>()).add(tap);
        tap.standing(standing(Standing.State.WAITING, false));
        return new Subscription<>() {
            @Override
            public Topic<E> topic() {
                return topic;
            }

            @Override
            public Standing standing() {
                return ScriptedSource.this.standing(Standing.State.WAITING, false);
            }

            @Override
            public void close() {
                taps.getOrDefault(topic, List.of()).remove(tap);
            }
        };
    }

    @Override
    public void renew(Topic<?> topic, String reason) {
        renewals.add(reason);
    }

    @Override
    public void reconnect(Topic<?> topic, String reason) {
        reconnects.add(reason);
        if (comesBack) {
            stale();
            live();
        }
    }

    boolean isTapped() {
        return taps.values().stream().anyMatch(list -> !list.isEmpty());
    }

    void live() {
        stand(standing(Standing.State.LIVE, false));
    }

    void stale() {
        stand(standing(Standing.State.STALE, false));
    }

    void stand(Standing standing) {
        taps.values().forEach(list -> List.copyOf(list).forEach(tap -> tap.standing(standing)));
    }

    Standing standing(Standing.State state, boolean gap) {
        return new Standing(state, gap, "The test says " + state, time.now(), null);
    }

    <E> void push(Topic<E> topic, E row) {
        push(new Update<>(topic, List.of(row), false, false));
    }

    @SuppressWarnings("unchecked") // a topic's taps hear that topic's rows
    <E> void push(Update<E> update) {
        for (Tap<?> tap : List.copyOf(taps.getOrDefault(update.topic(), List.of()))) {
            ((Tap<E>) tap).update(update);
        }
    }

    /** A timer that goes off as a test moves its time. */
    static final class Ticks implements Timer {
        private final VirtualTime time;
        private final Map<Runnable, Duration> tasks = new LinkedHashMap<>();

        Ticks(VirtualTime time) {
            this.time = time;
        }

        @Override
        public Ticking every(Duration period, Runnable task) {
            tasks.put(task, period);
            return () -> tasks.remove(task);
        }

        boolean isIdle() {
            return tasks.isEmpty();
        }

        /** Lets time pass, second by second. */
        void pass(Duration duration) {
            for (long second = 0; second < duration.toSeconds(); second++) {
                time.advance(Duration.ofSeconds(1));
                List.copyOf(tasks.keySet()).forEach(Runnable::run);
            }
        }
    }
}

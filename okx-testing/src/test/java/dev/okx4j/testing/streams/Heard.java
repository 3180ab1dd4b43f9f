package dev.okx4j.testing.streams;

import dev.okx4j.client.stream.Standing;
import dev.okx4j.client.stream.StreamListener;
import dev.okx4j.client.stream.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Everything that a listener was told, in order. */
final class Heard<E> implements StreamListener<E> {
    private final List<E> rows = new ArrayList<>();
    private final List<Standing> standings = new ArrayList<>();

    @Override
    public synchronized void onUpdate(Update<E> update) {
        rows.addAll(update.rows());
    }

    @Override
    public synchronized void onStanding(Standing standing) {
        standings.add(standing);
    }

    synchronized List<E> rows() {
        return List.copyOf(rows);
    }

    synchronized List<Standing> standings() {
        return List.copyOf(standings);
    }

    synchronized long count(Standing.State state) {
        return standings.stream().filter(standing -> standing.state() == state).count();
    }

    synchronized boolean isNow(Standing.State state) {
        return !standings.isEmpty() && standings.get(standings.size() - 1).state() == state;
    }

    synchronized boolean has(Predicate<E> row) {
        return rows.stream().anyMatch(row);
    }

    synchronized void forget() {
        rows.clear();
    }

    Heard<E> live() {
        Until.holds(() -> "live, but it is " + standings(), () -> isNow(Standing.State.LIVE));
        return this;
    }

    Heard<E> stale(int times) {
        Until.holds(
                () -> "stale " + times + " times, but it was " + standings(),
                () -> count(Standing.State.STALE) >= times);
        return this;
    }

    Heard<E> ended() {
        Until.holds(() -> "over, but it is " + standings(), () -> isNow(Standing.State.ENDED));
        return this;
    }

    /** Waits until a row that was not there before has come. */
    Heard<E> another() {
        int before = rows().size();
        Until.holds("another row", () -> rows().size() > before);
        return this;
    }
}

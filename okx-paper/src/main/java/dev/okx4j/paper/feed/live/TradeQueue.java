package dev.okx4j.paper.feed.live;

import dev.okx4j.client.stream.Channels;
import dev.okx4j.client.stream.Standing;
import dev.okx4j.client.stream.StreamListener;
import dev.okx4j.client.stream.Subscription;
import dev.okx4j.client.stream.Update;
import dev.okx4j.client.stream.event.Trade;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The trades of an instrument that were pushed and not taken yet. Threadsafe. */
final class TradeQueue implements StreamListener<Trade>, AutoCloseable {
    /** More than a minute of the busiest market; what is beyond it is fetched like any other gap. */
    private static final int MOST = 50_000;

    private final Subscription<Trade> subscription;
    private final List<Trade> waiting = new ArrayList<>();
    /** The beginning is the first: what was traded before it is not pushed. */
    private int gaps = 1;

    private int fetched;

    @SuppressWarnings(
            "this-escape") // nothing but the fields above is touched by what is heard before the constructor is over
    TradeQueue(Pushes pushes, String instId) {
        this.subscription = pushes.listen(Channels.ALL_TRADES.of(instId), this);
    }

    @Override
    public synchronized void onUpdate(Update<Trade> update) {
        if (waiting.size() >= MOST) {
            waiting.clear();
            gaps++;
        }
        waiting.addAll(update.rows());
    }

    @Override
    public synchronized void onStanding(Standing standing) {
        if (standing.state() != Standing.State.LIVE || standing.gap()) {
            gaps++;
        }
    }

    /** Returns how often trades may have been missed; told to {@link #fetched} once they have been fetched otherwise. */
    synchronized int gaps() {
        return gaps;
    }

    /** Says that the trades that were missing at so many gaps have been fetched. */
    synchronized void fetched(int upTo) {
        fetched = upTo;
    }

    /** Returns whether trades may be missing that have not been fetched. */
    synchronized boolean isMissingSome() {
        return fetched != gaps;
    }

    /** Returns what has come, in order, and forgets it. */
    synchronized List<Trade> take() {
        List<Trade> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    /** Returns why trades may be missing from now on, or null. */
    @Nullable
    String trouble() {
        Standing standing = subscription.standing();
        return standing.state() == Standing.State.LIVE
                ? null
                : subscription.topic().channel().name() + " is " + standing.state() + ": " + standing.reason();
    }

    @Override
    public void close() {
        subscription.close();
    }
}

package dev.okx4j.paper.feed.live;

import dev.okx4j.client.stream.Standing;
import dev.okx4j.client.stream.StreamListener;
import dev.okx4j.client.stream.Subscription;
import dev.okx4j.client.stream.Topic;
import dev.okx4j.client.stream.Update;
import org.jspecify.annotations.Nullable;

/** The newest row of a topic that repeats a whole state in every push. */
final class Newest<E> implements StreamListener<E>, AutoCloseable {
    private final Subscription<E> subscription;
    private volatile @Nullable E row;

    @SuppressWarnings("this-escape") // only rows are heard of before the constructor is over, and they are kept
    Newest(Pushes pushes, Topic<E> topic) {
        this.subscription = pushes.listen(topic, this);
    }

    @Override
    public void onUpdate(Update<E> update) {
        for (E each : update.rows()) {
            row = each;
        }
    }

    /** Returns the newest row; null until there is one. */
    @Nullable
    E row() {
        return row;
    }

    /** Returns why the row must not be taken for the present state, or null when it may. */
    @Nullable
    String trouble() {
        Standing standing = subscription.standing();
        if (standing.state() != Standing.State.LIVE) {
            return subscription.topic().channel().name() + " is " + standing.state() + ": " + standing.reason();
        }
        return row == null ? subscription.topic().channel().name() + " has said nothing yet" : null;
    }

    @Override
    public void close() {
        subscription.close();
    }
}

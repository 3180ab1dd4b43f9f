package dev.okx4j.client.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells several listeners the same words in the same order, each at its own pace. It is told by one thread at a time.
 *
 * @param <L> a listener
 */
final class Story<L> {
    private static final Logger LOG = LoggerFactory.getLogger(Story.class);
    /** How many words may wait for one listener. */
    static final int MOST_WAITING = 100_000;
    /** After so many failures in a row a listener is not called any more. */
    static final int MOST_FAILURES = 100;

    private final Executor executor;
    private final Supplier<List<Consumer<L>>> anew;
    private final List<Mailbox> mailboxes = new CopyOnWriteArrayList<>();

    /**
     * @param executor runs what may block
     * @param anew what a listener is to hear that has lost what came before
     */
    Story(Executor executor, Supplier<List<Consumer<L>>> anew) {
        this.executor = executor;
        this.anew = anew;
    }

    /** Begins to tell a listener, with these words first; returns what ends it. */
    Runnable join(L listener, List<Consumer<L>> first) {
        Mailbox mailbox = new Mailbox(listener);
        first.forEach(mailbox::post);
        mailboxes.add(mailbox);
        return () -> {
            mailboxes.remove(mailbox);
            mailbox.end();
        };
    }

    /** Tells all listeners, some time after this has returned. */
    void tell(Consumer<L> word) {
        mailboxes.forEach(mailbox -> mailbox.post(word));
    }

    /** Returns what a listener is told that has lost what waited for it. */
    static Standing afterOverflow(Standing now) {
        return new Standing(
                now.state(), true, "The listener was too slow: what waited for it is lost", now.since(), now.cause());
    }

    /** The words that wait for one listener. */
    private final class Mailbox {
        private final L listener;
        private final ArrayDeque<Consumer<L>> words = new ArrayDeque<>();
        private boolean draining;
        private boolean ended;
        private int failures;

        Mailbox(L listener) {
            this.listener = listener;
        }

        void post(Consumer<L> word) {
            synchronized (words) {
                if (ended) {
                    return;
                }
                if (words.size() >= MOST_WAITING) {
                    words.clear();
                    words.addAll(new ArrayList<>(anew.get()));
                } else {
                    words.add(word);
                }
                if (draining) {
                    return;
                }
                draining = true;
            }
            try {
                executor.execute(this::drain);
            } catch (RejectedExecutionException e) {
                end();
            }
        }

        private void drain() {
            while (true) {
                Consumer<L> word;
                synchronized (words) {
                    Consumer<L> next = words.poll();
                    if (next == null) {
                        draining = false;
                        return;
                    }
                    word = next;
                }
                deliver(word);
            }
        }

        private void deliver(Consumer<L> word) {
            try {
                word.accept(listener);
                failures = 0;
            } catch (RuntimeException e) {
                failures++;
                if (failures == 1) {
                    LOG.warn("A listener failed", e);
                }
                if (failures >= MOST_FAILURES) {
                    LOG.warn("A listener failed {} times in a row, and is not called any more", failures);
                    mailboxes.remove(this);
                    end();
                }
            }
        }

        void end() {
            synchronized (words) {
                ended = true;
                words.clear();
            }
        }
    }
}

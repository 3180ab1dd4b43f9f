package dev.okx4j.client.stream;

import java.util.function.Supplier;

/** The place of one listener in a story. */
record Joined<E>(Topic<E> topic, Supplier<Standing> now, Runnable end) implements Subscription<E> {
    @Override
    public Standing standing() {
        return now.get();
    }

    @Override
    public void close() {
        end.run();
    }
}

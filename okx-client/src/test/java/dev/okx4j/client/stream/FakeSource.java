package dev.okx4j.client.stream;

import dev.okx4j.client.error.OkxException;
import dev.okx4j.client.fixture.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A source of one topic, whose frames and standings a test tells. */
@NullUnmarked
final class FakeSource implements Source {
    final List<String> renewed = new ArrayList<>();
    boolean closed;
    Standing.State first = Standing.State.WAITING;
    private Feed<?> feed;

    private record Feed<E>(Topic<E> topic, Tap<E> tap) {
        void push(String frame) {
            tap.update(topic.channel().decoder().decode(topic, frame));
        }
    }

    @Override
    public <E> Subscription<E> tap(Topic<E> topic, Tap<E> tap) {
        feed = new Feed<>(topic, tap);
        Standing waiting = new Standing(first, false, "Connecting", VirtualTime.START, null);
        tap.standing(waiting);
        return new Subscription<>() {
            @Override
            public Topic<E> topic() {
                return topic;
            }

            @Override
            public Standing standing() {
                return waiting;
            }

            @Override
            public void close() {
                closed = true;
            }
        };
    }

    @Override
    public void renew(Topic<?> topic, String reason) {
        renewed.add(reason);
    }

    @Override
    public void reconnect(Topic<?> topic, String reason) {
        throw new AssertionError(reason);
    }

    void push(String frame) {
        feed.push(frame);
    }

    void live() {
        stand(Standing.State.LIVE, "", null);
    }

    void stale(String reason) {
        stand(Standing.State.STALE, reason, null);
    }

    void stand(Standing.State state, String reason, @Nullable OkxException cause) {
        feed.tap.standing(new Standing(state, false, reason, VirtualTime.START, cause));
    }
}

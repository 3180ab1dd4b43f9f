package dev.okx4j.client.stream;

import java.util.Map;
import java.util.Objects;

/**
 * One channel with its arguments: what can be subscribed to.
 *
 * @param <E> a row of the channel
 */
public final class Topic<E> {
    private final Channel<E> channel;
    private final Map<String, String> args;

    Topic(Channel<E> channel, Map<String, String> args) {
        this.channel = channel;
        this.args = Map.copyOf(args);
    }

    /** Returns the channel. */
    public Channel<E> channel() {
        return channel;
    }

    /** Returns the arguments by OKX's names, such as {@code instId}; {@code channel} is not among them. */
    public Map<String, String> args() {
        return args;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Topic<?> that && channel.name().equals(that.channel.name()) && args.equals(that.args);
    }

    @Override
    public int hashCode() {
        return Objects.hash(channel.name(), args);
    }

    /** Returns the channel's name and the arguments. */
    @Override
    public String toString() {
        return channel.name() + args;
    }
}

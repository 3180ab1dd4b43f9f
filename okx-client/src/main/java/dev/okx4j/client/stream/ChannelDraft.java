package dev.okx4j.client.stream;

import java.util.List;
import java.util.function.Function;

/** A channel of which it is not said yet what its rows are. */
final class ChannelDraft {
    private final String name;
    private final StreamUrl url;
    private final boolean login;
    private List<String> required = List.of();
    private List<String> optional = List.of();

    private ChannelDraft(String name, StreamUrl url, boolean login) {
        this.name = name;
        this.url = url;
        this.login = login;
    }

    /** Returns a channel that everybody may listen to. */
    static ChannelDraft open(StreamUrl url, String name) {
        return new ChannelDraft(name, url, false);
    }

    /** Returns a channel that needs a login. */
    static ChannelDraft login(StreamUrl url, String name) {
        return new ChannelDraft(name, url, true);
    }

    /** Names the arguments that it cannot be without; {@code a|b} where one of several will do. */
    ChannelDraft needs(String... names) {
        required = List.of(names);
        return this;
    }

    /** Names the arguments that it may have. */
    ChannelDraft takes(String... names) {
        optional = List.of(names);
        return this;
    }

    /** Returns the channel, each of whose pushes says all that there is to say of what was subscribed to. */
    <E> Channel<E> state(Class<E> row) {
        return channel(Channel.Backlog.NEWEST, r -> row, new Rows<>(row, Whole.ALWAYS));
    }

    /** Returns the channel, each of whose rows says all that there is to say of what its key names. */
    <E> Channel<E> newest(Class<E> row, Function<E, Object> key) {
        return channel(Channel.Backlog.NEWEST, key, new Rows<>(row, Whole.NEVER));
    }

    /** Returns the channel, every row of which matters. */
    <E> Channel<E> every(Class<E> row) {
        return every(new Rows<>(row, Whole.NEVER));
    }

    /** Returns the channel, every row of which matters. */
    <E> Channel<E> every(Decoder<E> decoder) {
        return channel(Channel.Backlog.EVERY, r -> r, decoder);
    }

    private <E> Channel<E> channel(Channel.Backlog backlog, Function<E, Object> key, Decoder<E> decoder) {
        return new Channel<>(name, url, login, required, optional, backlog, key, decoder);
    }
}

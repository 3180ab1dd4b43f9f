package dev.okx4j.testing.streams;

import dev.okx4j.testing.StreamFault;
import java.time.Duration;
import java.util.function.Function;

/** What goes wrong with a message of a stream. */
enum StreamTrouble {
    LOST("lost", stage -> StreamFault.dropped()),
    TWICE("twice", stage -> StreamFault.duplicated()),
    LATE("5 s late", stage -> StreamFault.delayed(stage.real(Duration.ofSeconds(5)))),
    ALL_LATE("5 s late, and all behind it", stage -> StreamFault.stalled(stage.real(Duration.ofSeconds(5)))),
    AFTER_THE_NEXT("after the next one", stage -> StreamFault.reordered()),
    RESET("connection reset", stage -> StreamFault.reset()),
    ENDED("connection ended without a word (1006)", stage -> StreamFault.ended()),
    CLOSED_1001("closed 1001", stage -> StreamFault.closed(1001, "Going away")),
    CLOSED_1009("closed 1009", stage -> StreamFault.closed(1009, "Too long")),
    CLOSED_4004("closed 4004", stage -> StreamFault.closed(4004, "No data received in 30s")),
    CLOSED_4005("closed 4005", stage -> StreamFault.closed(4005, "Buffer is full")),
    CLOSED_4007("closed 4007: key gone", stage -> StreamFault.closed(4007, "API key has been updated or deleted")),
    CLOSED_4008("closed 4008: too many channels", stage -> StreamFault.closed(4008, "Too many subscriptions")),
    CLOSED_4009("closed 4009: too many connections", stage -> StreamFault.closed(4009, "Too many subscribers")),
    NOTICE("notice 64008, closed 5 s later", stage -> StreamFault.noticed(stage.real(Duration.ofSeconds(5)))),
    DEAF("half open: nothing reaches the exchange", stage -> StreamFault.blackhole(StreamFault.Way.TO_EXCHANGE)),
    DUMB("half open: nothing reaches the client", stage -> StreamFault.blackhole(StreamFault.Way.TO_CLIENT)),
    DEAD("half open: nothing either way", stage -> StreamFault.blackhole(StreamFault.Way.BOTH)),
    OUTAGE("no network for 20 s", stage -> StreamFault.outage(stage.real(Duration.ofSeconds(20)))),
    REFUSED("HTTP 503", stage -> StreamFault.status(503)),
    SLOW("slow line", stage -> StreamFault.slow(100_000)),
    MUTED("channel mute, heartbeats go on", stage -> StreamFault.muted()),
    REPLAYED("the last 500 again", stage -> StreamFault.replayed(500)),
    FRAGMENTS("1-byte frames", stage -> StreamFault.fragmented(1)),
    BINARY("binary", stage -> StreamFault.binary()),
    NOT_UTF8("invalid UTF-8", stage -> StreamFault.invalidUtf8()),
    HUGE("after one of 6 MB", stage -> StreamFault.huge(6 << 20)),
    UNKNOWN_EVENT("before an unknown event", stage -> StreamFault.unknownEvent()),
    UNKNOWN_CHANNEL("before an unknown channel", stage -> StreamFault.unknownChannel()),
    UNKNOWN_FIELD("with unknown fields", stage -> StreamFault.unknownField()),
    WRONG_CHECKSUM("wrong checksum", stage -> StreamFault.wrongChecksum()),
    CROSSED("crossed book", stage -> StreamFault.crossedBook()),
    TOO_MANY("channel-conn-count-error behind it", stage -> StreamFault.tooManyConnections("orders")),
    REFUSED_FOR_NOW("argument refused for now", stage -> StreamFault.refusedArgument(0, "63999")),
    REFUSED_FOR_GOOD("argument refused for good", stage -> StreamFault.refusedArgument(0, "60018"));

    private final String title;
    private final Function<Stage, StreamFault> fault;

    StreamTrouble(String title, Function<Stage, StreamFault> fault) {
        this.title = title;
        this.fault = fault;
    }

    String title() {
        return title;
    }

    StreamFault fault(Stage stage) {
        return fault.apply(stage);
    }

    /** Returns whether it makes sense of what the client sends, or of what the exchange sends, in an operation. */
    boolean applies(StreamOperation operation, boolean answer) {
        String message = answer ? operation.answer() : operation.request();
        boolean push = operation == StreamOperation.PUSH_ORDER
                || operation == StreamOperation.PUSH_BOOK
                || operation == StreamOperation.PUSH_POSITION;
        boolean connect = operation == StreamOperation.CONNECT;
        if (message.isEmpty()) {
            return false;
        }
        return switch (this) {
            case REFUSED -> connect;
            case RESET, SLOW, NOTICE, DEAF, DUMB, DEAD, OUTAGE -> true;
            case LATE -> true;
            case LOST, TWICE, ALL_LATE -> !connect;
            case AFTER_THE_NEXT, MUTED, REPLAYED, UNKNOWN_FIELD -> push;
            case WRONG_CHECKSUM, CROSSED -> operation == StreamOperation.PUSH_BOOK;
            case TOO_MANY -> operation == StreamOperation.SUBSCRIBE_PRIVATE && answer;
            case REFUSED_FOR_NOW, REFUSED_FOR_GOOD -> message.equals("op subscribe");
            case ENDED, CLOSED_1001, CLOSED_1009, CLOSED_4004, CLOSED_4005, CLOSED_4007, CLOSED_4008, CLOSED_4009 ->
                !connect;
            case FRAGMENTS, BINARY, NOT_UTF8, HUGE, UNKNOWN_EVENT, UNKNOWN_CHANNEL -> answer;
        };
    }
}

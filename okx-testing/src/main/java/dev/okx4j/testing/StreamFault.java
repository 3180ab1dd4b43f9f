package dev.okx4j.testing;

import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * One way in which a WebSocket message, or the connection that carries it, goes wrong; {@link #toString()} is the call that made it.
 *
 * <p>A fault strikes a message on its way, see {@link StreamFaults#on}. One that says nothing of the message itself, such as
 * {@link #noticed}, lets it pass and then happens to its connection.
 */
public final class StreamFault {
    private static final String NOTICE =
            "{\"event\":\"notice\",\"code\":\"64008\",\"msg\":\"The connection will soon be closed for a"
                    + " service upgrade. Please reconnect.\",\"connId\":\"a4d3ae55\"}";

    private final String call;
    private final Act act;

    private StreamFault(String call, Act act) {
        this.call = call;
        this.act = act;
    }

    /** Which way nothing comes through any more. */
    public enum Way {
        /** From the client to the exchange. */
        TO_EXCHANGE,
        /** From the exchange to the client. */
        TO_CLIENT,
        /** Neither way. */
        BOTH
    }

    /** What it does to a message that it has struck. */
    @FunctionalInterface
    interface Act {
        void strike(StreamLink link, StreamMessage message);
    }

    void strike(StreamLink link, StreamMessage message) {
        act.strike(link, message);
    }

    /** The message is lost. */
    public static StreamFault dropped() {
        return new StreamFault("dropped()", (link, message) -> {});
    }

    /** The message comes twice. */
    public static StreamFault duplicated() {
        return new StreamFault("duplicated()", (link, message) -> {
            message.pass();
            message.pass();
        });
    }

    /** The message comes after the next one of the same name. */
    public static StreamFault reordered() {
        return new StreamFault(
                "reordered()", (link, message) -> link.flow(message).hold(message));
    }

    /** The message comes this much later; those after it do not wait for it. */
    public static StreamFault delayed(Duration time) {
        return new StreamFault("delayed(" + time + ")", (link, message) -> link.later(time, message::pass));
    }

    /** The message, and all behind it, come this much later. */
    public static StreamFault stalled(Duration time) {
        return new StreamFault("stalled(" + time + ")", (link, message) -> {
            link.sleep(time);
            message.pass();
        });
    }

    /** Behind the message come the last {@code n} pushes of its channel once more, itself the last. */
    public static StreamFault replayed(int n) {
        return new StreamFault("replayed(" + n + ")", (link, message) -> {
            message.pass();
            link.flow(message).again(message, n);
        });
    }

    /** From this push on, nothing of the channel and its arguments comes on this connection, until it is subscribed to again. */
    public static StreamFault muted() {
        return new StreamFault("muted()", (link, message) -> link.flow(message).mute(message));
    }

    /** From this message on nothing passes, while the connection stays open: it is half open. */
    public static StreamFault blackhole(Way way) {
        return new StreamFault("blackhole(" + way + ")", (link, message) -> {
            link.blackhole(way);
            message.pass();
        });
    }

    /** The message is lost, and the connection is reset. A connection that is being made is refused with it. */
    public static StreamFault reset() {
        return new StreamFault("reset()", (link, message) -> link.reset());
    }

    /** The message is lost, and the connection ends without a closing frame: clients call that 1006. */
    public static StreamFault ended() {
        return new StreamFault("ended()", (link, message) -> link.finish());
    }

    /** The message is lost, and the exchange closes the connection with this code. */
    public static StreamFault closed(int code, String reason) {
        return new StreamFault("closed(" + code + ")", (link, message) -> link.close(code, reason));
    }

    /** All connections are reset, and none is to be had for this long. */
    public static StreamFault outage(Duration time) {
        return new StreamFault("outage(" + time + ")", (link, message) -> link.outage(time));
    }

    /** A connection that is being made is answered with this HTTP status. */
    public static StreamFault status(int status) {
        return new StreamFault("status(" + status + ")", (link, message) -> link.refuse(status));
    }

    /** Behind the message the exchange says that it is about to end the connection, and so it does after this time. */
    public static StreamFault noticed(Duration time) {
        return new StreamFault("noticed(" + time + ")", (link, message) -> {
            message.pass();
            link.say(NOTICE);
            link.later(time, () -> link.close(1001, "Service upgrade"));
        });
    }

    /** From this message on the connection carries so much and no more. */
    public static StreamFault slow(int bytesPerSecond) {
        if (bytesPerSecond < 1) {
            throw new IllegalArgumentException("Nothing is a blackhole()");
        }
        return new StreamFault("slow(" + bytesPerSecond + ")", (link, message) -> {
            link.slow(bytesPerSecond);
            message.pass();
        });
    }

    /** The message comes in frames of so many bytes. */
    public static StreamFault fragmented(int bytes) {
        return new StreamFault(
                "fragmented(" + bytes + ")",
                (link, message) -> link.flow(message).fragmented(message.text(), bytes));
    }

    /** The message comes as binary. */
    public static StreamFault binary() {
        return new StreamFault("binary()", (link, message) -> link.flow(message).binary(message.text()));
    }

    /** The message comes with bytes in it that are no UTF-8. */
    public static StreamFault invalidUtf8() {
        return new StreamFault(
                "invalidUtf8()", (link, message) -> link.flow(message).invalid(message.text()));
    }

    /** Before the message comes one of so many bytes. */
    public static StreamFault huge(int bytes) {
        return new StreamFault("huge(" + bytes + ")", (link, message) -> {
            link.say("{\"event\":\"pad\",\"pad\":\"" + "x".repeat(bytes) + "\"}");
            message.pass();
        });
    }

    /** Behind the message comes this one. */
    public static StreamFault says(String text) {
        return new StreamFault("says(" + text.length() + " characters)", (link, message) -> {
            message.pass();
            link.say(text);
        });
    }

    /** The message comes as this makes it. */
    public static StreamFault rewritten(UnaryOperator<String> change) {
        return rewritten("rewritten()", change);
    }

    private static StreamFault rewritten(String call, UnaryOperator<String> change) {
        return new StreamFault(call, (link, message) -> message.pass(change.apply(message.text())));
    }

    /** The book comes with a checksum that is not its own. */
    public static StreamFault wrongChecksum() {
        return rewritten("wrongChecksum()", StreamText::wrongChecksum);
    }

    /** The book comes with a bid above every ask. */
    public static StreamFault crossedBook() {
        return rewritten("crossedBook()", StreamText::crossed);
    }

    /** The push comes with fields that nobody has heard of. */
    public static StreamFault unknownField() {
        return rewritten("unknownField()", StreamText::unknownField);
    }

    /** Behind the message comes an event that nobody has heard of. */
    public static StreamFault unknownEvent() {
        return says(
                "{\"event\":\"weather-report\",\"arg\":{\"channel\":\"sky\"},\"msg\":\"sunny\",\"connId\":\"a4d3ae55\"}");
    }

    /** Behind the message comes a push of a channel that nobody has asked for. */
    public static StreamFault unknownChannel() {
        return says(
                "{\"arg\":{\"channel\":\"weather\",\"instId\":\"MOON\"},\"data\":[{\"sky\":\"clear\",\"ts\":\"1\"}]}");
    }

    /** Of a request to subscribe, one argument does not arrive, the first being 0: the client is told this code for it. */
    public static StreamFault refusedArgument(int index, String code) {
        return new StreamFault("refusedArgument(" + index + ", " + code + ")", (link, message) -> {
            StreamText.Split split = StreamText.without(message.text(), index, code);
            if (split.rest() != null) {
                message.pass(split.rest());
            }
            link.say(split.refusal());
        });
    }

    /** The exchange acknowledged one subscription too many of a channel: it says so behind the message, and pushes nothing of it. */
    public static StreamFault tooManyConnections(String channel) {
        return new StreamFault("tooManyConnections(" + channel + ")", (link, message) -> {
            message.pass();
            link.mute(channel);
            link.say("{\"event\":\"channel-conn-count-error\",\"channel\":\"" + channel
                    + "\",\"connCount\":\"30\",\"connId\":\"a4d3ae55\"}");
        });
    }

    @Override
    public String toString() {
        return call;
    }
}

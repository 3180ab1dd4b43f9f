package dev.okx4j.testing;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message of a stream on its way.
 *
 * @param name what rules call it
 * @param fullName the same with the channel or instrument that it is about
 * @param way lets a text go on in its place
 */
record StreamMessage(
        String name, String fullName, String text, boolean push, boolean fromClient, Consumer<String> way) {
    private static final int HEAD = 400;
    private static final Pattern FIELD = Pattern.compile("\"(event|channel|instId|op)\"\\s*:\\s*\"([^\"]*)\"");

    /** Returns what stands for a message where a fault strikes a connection and none of its messages. */
    static StreamMessage none() {
        return new StreamMessage("", "", "", false, false, text -> {});
    }

    /** Returns a connection that is being made, which goes on when it passes. */
    static StreamMessage connecting(String address, Runnable open) {
        String name = "connect " + address;
        return new StreamMessage(name, name, "", false, true, text -> open.run());
    }

    /** Returns a text with the name that is its own. */
    static StreamMessage of(String text, boolean fromClient, Consumer<String> way) {
        if (!text.startsWith("{")) {
            return new StreamMessage(text, text, text, false, fromClient, way);
        }
        String event = "";
        String op = "";
        String channel = "";
        String instId = "";
        int data = text.indexOf("\"data\"");
        Matcher field = FIELD.matcher(text.substring(0, Math.min(HEAD, data < 0 ? text.length() : data)));
        while (field.find()) {
            String value = field.group(2);
            switch (field.group(1)) {
                case "event" -> event = event.isEmpty() ? value : event;
                case "op" -> op = op.isEmpty() ? value : op;
                case "channel" -> channel = channel.isEmpty() ? value : channel;
                default -> instId = instId.isEmpty() ? value : instId;
            }
        }
        if (fromClient) {
            return new StreamMessage("op " + op, "op " + op, text, false, true, way);
        }
        if (!event.isEmpty()) {
            return new StreamMessage("event " + event, "event " + event + " " + channel, text, false, false, way);
        }
        if (!op.isEmpty()) {
            return new StreamMessage("reply " + op, "reply " + op, text, false, false, way);
        }
        return new StreamMessage(channel, channel + " " + instId, text, true, false, way);
    }

    void pass() {
        way.accept(text);
    }

    void pass(String instead) {
        way.accept(instead);
    }
}

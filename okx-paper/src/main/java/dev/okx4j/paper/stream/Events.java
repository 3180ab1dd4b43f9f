package dev.okx4j.paper.stream;

import dev.okx4j.client.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what a connection is told that is not a push: acknowledgements, errors, counts and notices. */
final class Events {
    private Events() {}

    /** Returns the acknowledgement of a subscription, or of its end. */
    static String done(String event, Arg arg, @Nullable String id, String connId) {
        Map<String, Object> frame = begun(event, id);
        frame.put("arg", arg.values());
        frame.put("connId", connId);
        return Json.write(frame);
    }

    /** Returns the acknowledgement of a login. */
    static String loggedIn(@Nullable String id, String connId) {
        Map<String, Object> frame = begun("login", id);
        frame.put("code", "0");
        frame.put("msg", "");
        frame.put("connId", connId);
        return Json.write(frame);
    }

    /** Returns an error. */
    static String error(String code, String msg, @Nullable String id, String connId) {
        return coded("error", code, msg, id, connId);
    }

    /** Returns the notice that the exchange is about to end the connection. */
    static String closing(String connId) {
        return coded(
                "notice",
                "64008",
                "The connection will soon be closed for a service upgrade. Please reconnect.",
                null,
                connId);
    }

    /** Returns how many connections of the user have a private channel. */
    static String count(String event, String channel, int count, String connId) {
        Map<String, Object> frame = begun(event, null);
        frame.put("channel", channel);
        frame.put("connCount", Integer.toString(count));
        frame.put("connId", connId);
        return Json.write(frame);
    }

    private static String coded(String event, String code, String msg, @Nullable String id, String connId) {
        Map<String, Object> frame = begun(event, id);
        frame.put("code", code);
        frame.put("msg", msg);
        frame.put("connId", connId);
        return Json.write(frame);
    }

    private static Map<String, Object> begun(String event, @Nullable String id) {
        Map<String, Object> frame = new LinkedHashMap<>();
        if (id != null) {
            frame.put("id", id);
        }
        frame.put("event", event);
        return frame;
    }
}

package dev.okx4j.client.stream;

import dev.okx4j.client.error.AuthenticationException;
import dev.okx4j.client.error.OkxApiException;
import java.util.Set;

/** Which of OKX's refusals on a stream trying again does not change. */
final class Refusals {
    /** The key, its passphrase or its signature is wrong, or the key is unknown here. */
    private static final Set<String> KEY = Set.of("60005", "60007", "60009", "60024", "60032", "60004", "60026");

    /** OKX has been asked too often, or its login is broken: nothing is sent for a while. */
    private static final Set<String> BUSY = Set.of("63999", "60023", "60014");

    /** The channel or its arguments are wrong, or the account may not have it. */
    private static final Set<String> TOPIC = Set.of(
            "60008",
            "60011",
            "60012",
            "60013",
            "60018",
            "60019",
            "60027",
            "60028",
            "60033",
            "64000",
            "64001",
            "64002",
            "64003",
            "64004",
            "channel-conn-count-error");

    private Refusals() {}

    static boolean isOfKey(String code) {
        return KEY.contains(code);
    }

    static boolean isBusy(String code) {
        return BUSY.contains(code);
    }

    /** Returns whether a topic is refused for good. */
    static boolean isOfTopic(String code) {
        return TOPIC.contains(code);
    }

    static AuthenticationException ofKey(String code, String msg) {
        return new AuthenticationException(
                "OKX does not accept the key on its streams (" + code + ")", code, msg, "login", null);
    }

    static OkxApiException ofTopic(Topic<?> topic, String code, String msg) {
        String why = code.equals("channel-conn-count-error")
                ? "too many connections of the account have it"
                : "code " + code;
        return new OkxApiException(
                "OKX does not serve the channel " + topic.channel().name() + " with these arguments: " + why,
                code,
                msg,
                "subscribe",
                null);
    }
}

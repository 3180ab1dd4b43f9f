package dev.okx4j.paper.venue;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form of the texts that owners give. */
final class Texts {

    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9]{1,32}");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9]{1,16}");

    private Texts() {}

    /** Returns the text, or what OKX writes in its place. */
    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Refuses an id that is not of OKX's form; null is none. */
    static void requireClientId(String name, @Nullable String id) {
        if (id != null && !CLIENT_ID.matcher(id).matches()) {
            throw RefusedException.parameter(name, "1 to 32 letters and digits");
        }
    }

    /** Refuses a tag that is not of OKX's form; null is none. */
    static void requireTag(@Nullable String tag) {
        if (tag != null && !TAG.matcher(tag).matches()) {
            throw RefusedException.parameter("tag", "1 to 16 letters and digits");
        }
    }
}

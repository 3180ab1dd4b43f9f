package dev.okx4j.paper.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request as its handler sees it.
 *
 * @param params the query of a GET, the body of a POST that is one object
 * @param items the objects of a POST whose body is an array; empty otherwise
 * @param headers by name, whatever its case
 * @param received when it arrived, on the wire clock
 * @param grant what the key of the call opens; of a call without a key, what nobody needs a key for
 */
record Call(Params params, List<Params> items, Map<String, String> headers, Instant received, Grant grant) {
    @Nullable
    String header(String name) {
        return headers.get(name);
    }

    /** Returns this call with what its body holds. */
    Call with(Params given, List<Params> objects) {
        return new Call(given, objects, headers, received, grant);
    }
}

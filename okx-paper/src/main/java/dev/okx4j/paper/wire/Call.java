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
 */
record Call(Params params, List<Params> items, Map<String, String> headers, Instant received) {
    @Nullable
    String header(String name) {
        return headers.get(name);
    }
}

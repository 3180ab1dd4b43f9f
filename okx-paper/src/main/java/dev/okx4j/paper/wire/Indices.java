package dev.okx4j.paper.wire;

import dev.okx4j.paper.feed.InstrumentSpec;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The indices that the listed instruments have: one of each underlying of a contract, and of each spot pair.
 *
 * <p>Each is made of one instrument: the spot pair of its name, else the first listed contract on it.
 */
final class Indices {
    private final Listing listing;
    private final Map<String, InstrumentSpec> sources = new LinkedHashMap<>();

    Indices(Listing listing) {
        this.listing = listing;
        for (InstrumentSpec spec : listing.all()) {
            if (spec.isContract()) {
                sources.putIfAbsent(Listing.underlying(spec), spec);
            } else {
                sources.put(spec.instId(), spec);
            }
        }
    }

    /** Returns the names of all indices, of which the quote currency is the given one if any is. */
    List<String> quotedIn(String ccy) {
        return sources.keySet().stream()
                .filter(index -> index.endsWith("-" + ccy))
                .toList();
    }

    /** Returns the instrument whose prices an index is made of, or refuses with 51014. */
    InstrumentSpec source(String index) {
        InstrumentSpec source = sources.get(index);
        if (source == null) {
            throw new RefusedException(
                    "51014",
                    "Index doesn't exist. Those of the listed instruments: " + String.join(", ", sources.keySet()));
        }
        return source;
    }

    /** Returns the price of an index. */
    BigDecimal price(String index) {
        return listing.index(source(index));
    }
}

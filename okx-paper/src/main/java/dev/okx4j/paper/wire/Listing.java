package dev.okx4j.paper.wire;

import dev.okx4j.paper.feed.DayView;
import dev.okx4j.paper.feed.InstrumentRow;
import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.InstrumentType;
import dev.okx4j.paper.feed.Recording;
import dev.okx4j.paper.feed.Scenario;
import dev.okx4j.paper.venue.QuoteView;
import dev.okx4j.paper.venue.Venue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The instruments that are listed now: those whose recorded prices have begun, and which have not expired. */
final class Listing {
    /** OKX's kinds of instruments that this exchange has none of. */
    private static final List<String> OTHER_TYPES = List.of("MARGIN", "EVENTS", "ANY");

    private final Scenario scenario;
    private final Venue venue;

    Listing(Scenario scenario, Venue venue) {
        this.scenario = scenario;
        this.venue = venue;
    }

    /** Returns every listed instrument in the order of the scenario. */
    List<InstrumentSpec> all() {
        return venue.instruments().stream()
                .filter(spec -> isListed(spec.instId()))
                .toList();
    }

    private boolean isListed(String instId) {
        return venue.isPriced(instId) && !venue.isExpired(instId);
    }

    /** Returns the instrument that {@code instId} names, or {@code instIdCode} in its place. */
    InstrumentSpec named(Params params) {
        String instId = params.optional("instId");
        if (instId == null) {
            String code = params.optional("instIdCode");
            if (code == null) {
                throw RefusedException.missing("instId");
            }
            instId = byCode(code);
        }
        return named(instId);
    }

    /** Returns a listed instrument, or refuses with 51001 and the names of those that are. */
    InstrumentSpec named(String instId) {
        InstrumentSpec spec = venue.instrument(instId);
        if (spec == null || !isListed(instId)) {
            throw unknown(instId);
        }
        return spec;
    }

    /** Returns the price of a listed instrument. */
    QuoteView quote(InstrumentSpec spec) {
        return Objects.requireNonNull(venue.quote(spec.instId()));
    }

    /** Returns the mark price of a listed instrument. */
    BigDecimal mark(InstrumentSpec spec) {
        return venue.mark(spec.instId());
    }

    /** Returns the price of the index that a listed instrument follows. */
    BigDecimal index(InstrumentSpec spec) {
        return venue.index(spec.instId());
    }

    /** Returns the last 24 hours of a listed instrument; of one that has a price and no recording, that price. */
    DayView day(InstrumentSpec spec) {
        return day(recording(spec), quote(spec).last());
    }

    /** Returns the last 24 hours of a recording; without one, or before it has begun, nothing but a price. */
    DayView day(@Nullable Recording recording, BigDecimal px) {
        DayView day = recording == null ? null : recording.day(venue.now());
        BigDecimal none = BigDecimal.ZERO;
        return day == null ? new DayView(px, px, px, none, none, none, px, px) : day;
    }

    /** Returns the recorded prices of a contract's mark price: those of its trades when there are no others. */
    @Nullable
    Recording markRecording(InstrumentSpec spec) {
        Recording marks = scenario.markRecording(spec.instId());
        return marks == null ? recording(spec) : marks;
    }

    /** Returns the recorded prices of an index: those of the instrument that it follows when there are no others. */
    @Nullable
    Recording indexRecording(String index, InstrumentSpec source) {
        Recording prices = scenario.indexRecording(index);
        return prices == null ? recording(source) : prices;
    }

    /** Returns the name of the index that a contract follows; of a spot pair, its own. */
    static String underlying(InstrumentSpec spec) {
        return spec.isContract() ? spec.uly() : spec.instId();
    }

    /** Returns a listed contract; of a spot pair it is refused with 51000. */
    InstrumentSpec contract(Params params) {
        InstrumentSpec spec = named(params);
        if (!spec.isContract()) {
            throw RefusedException.bad("instId", spec.instId() + " is not a contract");
        }
        return spec;
    }

    /** Returns the recorded row of an instrument. */
    InstrumentRow row(InstrumentSpec spec) {
        return Objects.requireNonNull(scenario.instruments().get(spec.instId()));
    }

    /** Returns the recorded prices of a listed instrument, or null when its price comes from elsewhere. */
    @Nullable
    Recording recording(InstrumentSpec spec) {
        return scenario.recording(spec.instId());
    }

    /** Returns the instruments of the type, family and name that the parameters ask for. */
    List<InstrumentSpec> asked(Params params) {
        InstrumentType type = type(params, true);
        String family = params.optional("instFamily");
        if (params.has("instId")) {
            InstrumentSpec spec = named(params);
            if (spec.instType() != type) {
                throw new RefusedException("51015", "Instrument " + spec.instId() + " is not a " + type);
            }
            return List.of(spec);
        }
        return all().stream()
                .filter(spec -> spec.instType() == type)
                .filter(spec -> family == null || family.equals(spec.instFamily()))
                .toList();
    }

    /** Returns the type that is asked for, or null when it may be left out. */
    static @Nullable InstrumentType type(Params params, boolean required) {
        InstrumentType[] types = InstrumentType.values();
        return required
                ? params.word("instType", types, Enum::name, OTHER_TYPES.toArray(String[]::new))
                : params.optionalWord("instType", types, Enum::name);
    }

    /** Returns the kind of contract that is asked for; spot is refused with 51000. */
    static InstrumentType contractType(Params params) {
        InstrumentType type =
                params.word("instType", InstrumentType.values(), Enum::name, OTHER_TYPES.toArray(String[]::new));
        if (type == InstrumentType.SPOT) {
            throw RefusedException.bad("instType");
        }
        return type;
    }

    /** Returns whether a filter of the account's rows names a type that this exchange has none of. */
    static boolean emptyType(Params params) {
        String type = params.optional("instType");
        return type != null && OTHER_TYPES.contains(type) && !type.equals("ANY");
    }

    /** Returns the instrument of an {@code instIdCode}, or refuses with 51001. */
    private String byCode(String code) {
        for (InstrumentSpec spec : venue.instruments()) {
            if (Long.toString(spec.instIdCode()).equals(code)) {
                return spec.instId();
            }
        }
        throw unknown(code);
    }

    /** Returns the refusal that names what is listed. */
    private RefusedException unknown(String instId) {
        return new RefusedException(
                "51001",
                "Instrument ID, Instrument ID code, or Spread ID doesn't exist: " + shortened(instId)
                        + " has no recorded prices in scenario " + scenario.id() + " at this time. Listed: "
                        + String.join(
                                ", ", all().stream().map(InstrumentSpec::instId).toList()));
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}

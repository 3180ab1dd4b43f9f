package dev.okx4j.client.publicdata;

import static dev.okx4j.client.rest.RateLimit.Scope.IP;
import static dev.okx4j.client.rest.RateLimit.Scope.IP_AND_INSTRUMENT;
import static dev.okx4j.client.rest.RateLimit.Scope.IP_AND_INSTRUMENT_TYPE;

import dev.okx4j.client.rest.Endpoint;
import dev.okx4j.client.rest.Params;
import dev.okx4j.client.rest.Rest;
import java.time.Instant;
import java.util.List;

/** Reference data that everybody may read. Needs no API key. */
public final class PublicDataApi {
    static final Endpoint<Instrument> INSTRUMENTS = Endpoint.get("/api/v5/public/instruments", Instrument.class)
            .limit(20, IP_AND_INSTRUMENT_TYPE)
            .upToMiB(32);
    static final Endpoint<ServerTime> TIME =
            Endpoint.get("/api/v5/public/time", ServerTime.class).limit(10, IP);
    static final Endpoint<MarkPrice> MARK_PRICE =
            Endpoint.get("/api/v5/public/mark-price", MarkPrice.class).limit(10, IP_AND_INSTRUMENT);

    private final Rest rest;

    public PublicDataApi(Rest rest) {
        this.rest = rest;
    }

    /** Returns every endpoint of this section. */
    public static List<Endpoint<?>> endpoints() {
        return List.of(INSTRUMENTS, TIME, MARK_PRICE);
    }

    /** Returns the instruments of a kind, with their sizes and steps; options also need a family. */
    public List<Instrument> instruments(InstrumentsRequest request) {
        return rest.list(INSTRUMENTS, request);
    }

    /** Returns the time of OKX's clock. */
    public Instant time() {
        return rest.one(TIME, Params.none()).ts();
    }

    /** Returns the mark prices of a kind of instrument. */
    public List<MarkPrice> markPrice(MarkPriceRequest request) {
        return rest.list(MARK_PRICE, request);
    }
}

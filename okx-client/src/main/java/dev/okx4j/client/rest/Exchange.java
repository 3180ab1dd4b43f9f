package dev.okx4j.client.rest;

import dev.okx4j.client.auth.Credentials;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One HTTP exchange: a permit from the limiter, then the time, then the signature, then the wire. */
final class Exchange {
    // Instant.toString drops ".000", which OKX refuses.
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final String USER_AGENT = "okx4j/" + version();

    private final RestSetup setup;
    private final ServerClock time;

    Exchange(RestSetup setup, ServerClock time) {
        this.setup = setup;
        this.time = time;
    }

    /** Waits for a permit, and returns false when that would take longer than the budget. */
    boolean permit(Endpoint<?> endpoint, RequestForm form, Duration budget) throws InterruptedException {
        Duration wait = setup.limiter()
                .reserve(key(endpoint, form), endpoint.limit(), 1, setup.clock().nanos(), budget);
        if (wait == null) {
            return false;
        }
        if (!wait.isZero()) {
            setup.waits().sleep(wait);
        }
        return true;
    }

    /** Tells the limiter that OKX found the calls too many. */
    void tooMany(Endpoint<?> endpoint, RequestForm form) {
        setup.limiter()
                .drain(key(endpoint, form), endpoint.limit(), setup.clock().nanos());
    }

    /** Returns the request with the time and signature of this moment. */
    WireRequest sign(Endpoint<?> endpoint, RequestForm form, @Nullable Instant expTime, Duration timeout) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json");
        // An answer that nobody asked to compress cannot unpack into more than the cap.
        headers.put("Accept-Encoding", "identity");
        headers.put("User-Agent", USER_AGENT);
        if (endpoint.isWrite()) {
            headers.put("Content-Type", "application/json");
        }
        if (setup.demo()) {
            headers.put("x-simulated-trading", "1");
        }
        if (expTime != null) {
            headers.put("expTime", Long.toString(expTime.toEpochMilli()));
        }
        if (endpoint.access() != Access.PUBLIC) {
            addSignature(headers, endpoint, form);
        }
        return new WireRequest(
                endpoint.method(),
                form.target(),
                headers,
                form.bodyBytes(),
                endpoint.isWrite(),
                timeout,
                endpoint.maxBytes());
    }

    WireResponse send(WireRequest request) throws IOException {
        return setup.wire().exchange(request);
    }

    private void addSignature(Map<String, String> headers, Endpoint<?> endpoint, RequestForm form) {
        Credentials key = setup.credentials();
        if (key == null) {
            throw new IllegalStateException(endpoint + " needs an API key; give the client's builder credentials");
        }
        String timestamp = TIMESTAMP.format(time.now());
        String signature = key.signer().sign(timestamp + endpoint.method() + form.target() + form.body());
        if (!signature.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new IllegalStateException("The signer returned something that no header can carry");
        }
        headers.put("OK-ACCESS-KEY", key.apiKey());
        headers.put("OK-ACCESS-SIGN", signature);
        headers.put("OK-ACCESS-TIMESTAMP", timestamp);
        headers.put("OK-ACCESS-PASSPHRASE", key.passphrase().reveal());
    }

    private Limiter.Key key(Endpoint<?> endpoint, RequestForm form) {
        RateLimit.Scope scope = endpoint.limit().scope();
        Credentials key = setup.credentials();
        String owner = scope.isPerUser() && key != null ? key.apiKey() : "ip";
        Object instrument = switch (scope) {
            case IP, USER -> null;
            case IP_AND_INSTRUMENT_TYPE -> form.values().get("instType");
            case IP_AND_INSTRUMENT, USER_AND_INSTRUMENT -> form.values().get("instId");
            case USER_AND_CURRENCY -> form.values().get("ccy");
            case USER_AND_TAG -> form.values().get("tag");
        };
        return new Limiter.Key(
                setup.site(), owner, endpoint.toString(), instrument == null ? "" : instrument.toString());
    }

    private static String version() {
        String version = Exchange.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}

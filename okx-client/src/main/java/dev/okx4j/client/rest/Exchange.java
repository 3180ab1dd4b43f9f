package dev.okx4j.client.rest;

import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.error.CodeTable;
import dev.okx4j.client.error.WriteCode;
import dev.okx4j.client.rest.Doors.Blocked;
import dev.okx4j.client.rest.Limiter.Claim;
import dev.okx4j.client.rest.Limiter.Permit;
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
    private static final String SUB_ACCOUNT_FULL = "50061";
    private static final String USER_AGENT = "okx4j/" + version();

    private final RestSetup setup;
    private final Session session;
    private final OrderLimits limits;

    Exchange(RestSetup setup, Session session) {
        this.setup = setup;
        this.session = session;
        Credentials key = setup.credentials();
        this.limits = new OrderLimits(setup.site(), key == null ? "" : key.apiKey());
    }

    /**
     * Returns why a call need not wait for a permit: OKX has shut this address out, or does not accept the key; null when it may
     * be able to go.
     */
    @Nullable
    Blocked shut(Endpoint<?> endpoint) {
        return session.doors().shut(endpoint, session.time());
    }

    /**
     * Returns why a call that has its permit does not go after all, because of what OKX has shut, perhaps while it waited; null
     * when nothing stands in the way. A write first lets a call for OKX's time find out whether a shut door is open again.
     */
    @Nullable
    Blocked blocked(Endpoint<?> endpoint) {
        return session.doors().blocked(endpoint, session.time());
    }

    /** Waits for a permit, and returns null when that would take longer than the budget. */
    @Nullable
    Permit permit(Endpoint<?> endpoint, RequestForm form, Priority priority, Duration budget)
            throws InterruptedException {
        return setup.limiter().acquire(limits.claims(endpoint, form), priority, setup.clock(), setup.waits(), budget);
    }

    /** Takes note of what OKX's code says about the limits and the key, or that OKX documents no such code. */
    void heard(Endpoint<?> endpoint, RequestForm form, String code) {
        WriteCode says = CodeTable.ofWrite(code);
        long now = setup.clock().nanos();
        if (code.equals(SUB_ACCOUNT_FULL)) {
            setup.limiter().complaint(limits.subAccount(), OrderLimits.SUB_ACCOUNT, setup.entropy(), now);
        } else if (says == WriteCode.TOO_MANY) {
            for (Claim claim : limits.claims(endpoint, form)) {
                setup.limiter().complaint(claim.key(), claim.limit(), setup.entropy(), now);
            }
        }
        session.doors().heard(endpoint, says, code);
        session.undocumented().heard(endpoint, code);
    }

    /** Returns the request with the time and signature of this moment. */
    WireRequest sign(Endpoint<?> endpoint, RequestForm form, @Nullable Instant expTime, Duration timeout) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "application/json");
        // An answer that nobody asked to compress cannot unpack into more than the cap.
        headers.put("Accept-Encoding", "identity");
        // Yesterday's answer from somebody's cache is worse than none, above all about the time.
        headers.put("Cache-Control", "no-store");
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

    WireResponse send(WireRequest request, Permit permit) throws IOException {
        WireResponse response;
        try {
            response = setup.wire().exchange(request);
        } finally {
            setup.limiter().arrived(permit, setup.clock().nanos());
        }
        session.doors().saw(response);
        return response;
    }

    private void addSignature(Map<String, String> headers, Endpoint<?> endpoint, RequestForm form) {
        Credentials key = setup.credentials();
        if (key == null) {
            throw new IllegalStateException(endpoint + " needs an API key; give the client's builder credentials");
        }
        String timestamp = TIMESTAMP.format(session.time().now());
        String signature = key.signer().sign(timestamp + endpoint.method() + form.target() + form.body());
        if (!signature.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new IllegalStateException("The signer returned something that no header can carry");
        }
        headers.put("OK-ACCESS-KEY", key.apiKey());
        headers.put("OK-ACCESS-SIGN", signature);
        headers.put("OK-ACCESS-TIMESTAMP", timestamp);
        headers.put("OK-ACCESS-PASSPHRASE", key.passphrase().reveal());
    }

    private static String version() {
        String version = Exchange.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}

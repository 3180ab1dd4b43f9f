package dev.okx4j.client.rest;

import static dev.okx4j.client.rest.RateLimit.Scope.IP;
import static dev.okx4j.client.rest.RateLimit.Scope.USER;
import static dev.okx4j.client.rest.RateLimit.Unit.ORDERS;
import static dev.okx4j.client.rest.RateLimit.Unit.REQUESTS;

import dev.okx4j.client.rest.RateLimit.Scope;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One documented REST operation: where it lives, what it needs, how often it may be called, and what a row of its answer is.
 *
 * @param <R> a row of the answer
 */
public final class Endpoint<R> {
    /** The window that OKX uses for nearly every operation. */
    private static final Duration WINDOW = Duration.ofSeconds(2);

    private static final int ONE_MIB = 1 << 20;

    private final String method;
    private final String path;
    private final Class<R> rowType;
    private final Access access;
    private final RateLimit limit;
    private final int maxBytes;
    private final @Nullable WritePlan<R> plan;

    private Endpoint(
            String method,
            String path,
            Class<R> rowType,
            Access access,
            RateLimit limit,
            int maxBytes,
            @Nullable WritePlan<R> plan) {
        this.method = method;
        this.path = path;
        this.rowType = rowType;
        this.access = access;
        this.limit = limit;
        this.maxBytes = maxBytes;
        this.plan = plan;
    }

    /** Returns a public GET, twenty calls in two seconds from one address. */
    public static <R> Endpoint<R> get(String path, Class<R> rowType) {
        RateLimit limit = new RateLimit(20, WINDOW, IP, REQUESTS);
        return new Endpoint<>("GET", path, rowType, Access.PUBLIC, limit, ONE_MIB, null);
    }

    /** Returns a POST that needs the permission to trade, twenty calls in two seconds with one key. */
    public static <R> Endpoint<R> post(String path, Class<R> rowType) {
        RateLimit limit = new RateLimit(20, WINDOW, USER, REQUESTS);
        return new Endpoint<>("POST", path, rowType, Access.TRADE, limit, ONE_MIB, null);
    }

    /** Returns this endpoint with another access. */
    public Endpoint<R> needs(Access needed) {
        return new Endpoint<>(method, path, rowType, needed, limit, maxBytes, plan);
    }

    /** Returns this endpoint with another limit per two seconds. */
    public Endpoint<R> limit(int count, Scope scope) {
        return limit(count, WINDOW, scope);
    }

    /** Returns this endpoint with another limit. */
    public Endpoint<R> limit(int count, Duration per, Scope scope) {
        return with(new RateLimit(count, per, scope, limit.unit()));
    }

    /** Returns this endpoint with a limit that counts orders, not calls. */
    public Endpoint<R> countingOrders() {
        return with(new RateLimit(limit.count(), limit.per(), limit.scope(), ORDERS));
    }

    /** Returns this endpoint with room for an answer of so many MiB; without this, answers end at one. */
    public Endpoint<R> upToMiB(int mib) {
        return new Endpoint<>(method, path, rowType, access, limit, mib << 20, plan);
    }

    /** Returns this endpoint as a write whose result is an outcome. */
    public Endpoint<R> write(WritePlan<R> how) {
        return new Endpoint<>(method, path, rowType, access, limit, maxBytes, how);
    }

    private Endpoint<R> with(RateLimit other) {
        return new Endpoint<>(method, path, rowType, access, other, maxBytes, plan);
    }

    /** Returns the HTTP method, in capitals. */
    public String method() {
        return method;
    }

    /** Returns the path, such as {@code /api/v5/market/ticker}. */
    public String path() {
        return path;
    }

    /** Returns the type of a row of the answer. */
    public Class<R> rowType() {
        return rowType;
    }

    /** Returns what a key must be allowed to do. */
    public Access access() {
        return access;
    }

    /** Returns how often OKX lets it be called. */
    public RateLimit limit() {
        return limit;
    }

    /** Returns the longest answer that is taken. */
    public int maxBytes() {
        return maxBytes;
    }

    /** Returns whether it changes something at the exchange. */
    public boolean isWrite() {
        return !method.equals("GET");
    }

    /** Returns how it is written as an intent; null for reads and settings. */
    public @Nullable WritePlan<R> plan() {
        return plan;
    }

    /** Returns method and path. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}

package dev.okx4j.client.rest;

import java.time.Duration;

/**
 * How often OKX lets an endpoint be called.
 *
 * @param count how many units fit into one window
 * @param per the length of the window
 * @param scope what shares one window
 * @param unit what is counted
 */
public record RateLimit(int count, Duration per, Scope scope, Unit unit) {
    public RateLimit {
        if (count < 1 || per.isNegative() || per.isZero()) {
            throw new IllegalArgumentException("A limit of " + count + " per " + per + " lets nothing through");
        }
    }

    /** What shares one window. */
    public enum Scope {
        /** All calls from this address. */
        IP,
        /** Calls from this address for one kind of instrument. */
        IP_AND_INSTRUMENT_TYPE,
        /** Calls from this address for one instrument. */
        IP_AND_INSTRUMENT,
        /** All calls with this key. */
        USER,
        /** Calls with this key for one instrument; for options, for one family. */
        USER_AND_INSTRUMENT,
        /** Calls with this key for one currency. */
        USER_AND_CURRENCY,
        /** Calls with this key for one tag of orders. */
        USER_AND_TAG;

        /** Returns whether the key counts rather than the address. */
        public boolean isPerUser() {
            return switch (this) {
                case IP, IP_AND_INSTRUMENT_TYPE, IP_AND_INSTRUMENT -> false;
                case USER, USER_AND_INSTRUMENT, USER_AND_CURRENCY, USER_AND_TAG -> true;
            };
        }
    }

    /** What is counted. */
    public enum Unit {
        /** Each call counts one. */
        REQUESTS,
        /** Each order in a call counts one. */
        ORDERS
    }
}

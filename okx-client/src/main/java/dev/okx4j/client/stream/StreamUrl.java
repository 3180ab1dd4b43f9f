package dev.okx4j.client.stream;

import dev.okx4j.client.Site;

/** Which of OKX's three WebSocket addresses serves a channel. */
public enum StreamUrl {
    /** Market data and public data. */
    PUBLIC,
    /** Orders, positions and balances of an account. */
    PRIVATE,
    /** Candles, algo orders, bots, block and spread trading. */
    BUSINESS;

    /** Returns the address on one of OKX's sites. */
    public String on(Site site, boolean demo) {
        return switch (this) {
            case PUBLIC -> site.publicStreamUrl(demo);
            case PRIVATE -> site.privateStreamUrl(demo);
            case BUSINESS -> site.businessStreamUrl(demo);
        };
    }

    /** Returns the path, the same on all sites. */
    public String path() {
        return "/ws/v5/" + name().toLowerCase(java.util.Locale.ROOT);
    }
}

package dev.okx4j.client;

/** One of OKX's sites. A key made on one is not known on another. */
public enum Site {
    /** Everywhere else. */
    GLOBAL("https://openapi.okx.com", "wss://ws.okx.com:8443", "wss://wspap.okx.com:8443"),
    /** The European Economic Area. */
    EEA("https://eea.okx.com", "wss://wseea.okx.com:8443", "wss://wseeapap.okx.com:8443"),
    /** The United States and Australia. */
    US("https://us.okx.com", "wss://wsus.okx.com:8443", "wss://wsuspap.okx.com:8443");

    private final String restUrl;
    private final String liveStreams;
    private final String demoStreams;

    Site(String restUrl, String liveStreams, String demoStreams) {
        this.restUrl = restUrl;
        this.liveStreams = liveStreams;
        this.demoStreams = demoStreams;
    }

    /** Returns the base URL of REST calls, live and demo alike. */
    public String restUrl() {
        return restUrl;
    }

    /** Returns the URL of the public stream. */
    public String publicStreamUrl(boolean demo) {
        return stream(demo, "public");
    }

    /** Returns the URL of the private stream. */
    public String privateStreamUrl(boolean demo) {
        return stream(demo, "private");
    }

    /** Returns the URL of the stream of candles, algo orders and other business. */
    public String businessStreamUrl(boolean demo) {
        return stream(demo, "business");
    }

    private String stream(boolean demo, String name) {
        return (demo ? demoStreams : liveStreams) + "/ws/v5/" + name;
    }
}

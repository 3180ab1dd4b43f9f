package dev.okx4j.client.stream;

/** The span of a candle. Days, weeks and months begin at midnight UTC+8, those named UTC at midnight UTC. */
public enum Bar {
    S1("1s"),
    M1("1m"),
    M3("3m"),
    M5("5m"),
    M15("15m"),
    M30("30m"),
    H1("1H"),
    H2("2H"),
    H4("4H"),
    H6("6H"),
    H12("12H"),
    D1("1D"),
    D2("2D"),
    D3("3D"),
    D5("5D"),
    W1("1W"),
    MONTH1("1M"),
    MONTH3("3M"),
    H6_UTC("6Hutc"),
    H12_UTC("12Hutc"),
    D1_UTC("1Dutc"),
    D2_UTC("2Dutc"),
    D3_UTC("3Dutc"),
    D5_UTC("5Dutc"),
    W1_UTC("1Wutc"),
    MONTH1_UTC("1Mutc"),
    MONTH3_UTC("3Mutc"),
    Y1_UTC("1Yutc");

    private final String text;

    Bar(String text) {
        this.text = text;
    }

    /** Returns OKX's word for it, as in a channel's name or in {@code bar} of a request for candles: {@code 1m}, {@code 4H}, {@code 1Dutc}. */
    public String text() {
        return text;
    }
}

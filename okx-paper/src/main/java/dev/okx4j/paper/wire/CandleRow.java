package dev.okx4j.paper.wire;

import dev.okx4j.paper.feed.Candle;
import java.util.List;

/** Writes candles as OKX's columns. */
public final class CandleRow {
    private CandleRow() {}

    /** Returns the nine columns of a candle of trades; what was not recorded is empty. */
    public static List<Object> of(Candle candle) {
        return List.of(
                Row.wire(candle.ts()),
                Row.wire(candle.o()),
                Row.wire(candle.h()),
                Row.wire(candle.l()),
                Row.wire(candle.c()),
                Row.wire(candle.vol()),
                Row.wire(candle.volCcy()),
                Row.wire(candle.volCcyQuote()),
                confirm(candle));
    }

    /** Returns the six columns of a candle of a price that nobody trades at, such as an index. */
    public static List<Object> ofPrice(Candle candle) {
        return List.of(
                Row.wire(candle.ts()),
                Row.wire(candle.o()),
                Row.wire(candle.h()),
                Row.wire(candle.l()),
                Row.wire(candle.c()),
                confirm(candle));
    }

    private static String confirm(Candle candle) {
        return candle.confirm() ? "1" : "0";
    }
}

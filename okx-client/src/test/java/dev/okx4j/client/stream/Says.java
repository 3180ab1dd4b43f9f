package dev.okx4j.client.stream;

import dev.okx4j.client.market.Ticker;
import dev.okx4j.client.stream.book.BookChange;
import dev.okx4j.client.stream.event.Trade;
import java.util.function.Function;

/** Frames as OKX pushes them, and words for what they say. */
final class Says {
    static final Topic<Ticker> TICKER = Channels.TICKERS.of("A-B");
    static final Topic<Trade> TRADES = Channels.TRADES.of("A-B");
    static final Topic<BookChange> BOOK = Channels.BOOKS.of("A-B");
    static final Function<Ticker, String> LAST = ticker -> "last " + ticker.last();
    static final Function<Trade, String> ID = trade -> "trade " + trade.tradeId();
    static final Function<BookChange, String> SEQ =
            change -> (change.snapshot() ? "snapshot " : "change ") + change.seqId();

    private Says() {}

    static String ticker(String last) {
        return "{\"arg\":{\"channel\":\"tickers\",\"instId\":\"A-B\"},\"data\":[{\"instType\":\"SPOT\",\"instId\":\"A-B\",\"last\":\""
                + last + "\",\"ts\":\"1597026383085\"}]}";
    }

    static String trade(int id) {
        return "{\"arg\":{\"channel\":\"trades\",\"instId\":\"A-B\"},\"data\":[{\"instId\":\"A-B\",\"tradeId\":\"" + id
                + "\",\"px\":\"1\",\"sz\":\"2\",\"side\":\"buy\",\"ts\":\"1597026383085\",\"count\":\"1\"}]}";
    }

    static String book(boolean snapshot, long prevSeqId, long seqId) {
        return "{\"arg\":{\"channel\":\"books\",\"instId\":\"A-B\"},\"action\":\"" + (snapshot ? "snapshot" : "update")
                + "\",\"data\":[{\"asks\":[[\"101\",\"1\",\"0\",\"1\"]],\"bids\":[[\"99\",\"" + Math.abs(seqId)
                + "\",\"0\",\"1\"]],\"ts\":\"1597026383085\",\"checksum\":0,\"prevSeqId\":" + prevSeqId + ",\"seqId\":"
                + seqId + "}]}";
    }

    static String notice() {
        return "{\"event\":\"notice\",\"code\":\"64008\",\"msg\":\"The connection will soon be closed\",\"connId\":\"a4d3ae55\"}";
    }
}

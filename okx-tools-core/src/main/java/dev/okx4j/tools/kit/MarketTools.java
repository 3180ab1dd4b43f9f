package dev.okx4j.tools.kit;

import dev.okx4j.client.market.BookLevel;
import dev.okx4j.client.market.Candle;
import dev.okx4j.client.market.CandlesRequest;
import dev.okx4j.client.market.OrderBook;
import dev.okx4j.client.market.Ticker;
import dev.okx4j.client.market.TickersRequest;
import dev.okx4j.client.model.InstType;
import dev.okx4j.tools.Answer;
import dev.okx4j.tools.Doc;
import dev.okx4j.tools.Tool;
import dev.okx4j.tools.ToolSession;
import dev.okx4j.tools.kit.Choices.InstrumentKind;
import dev.okx4j.tools.schema.Form;
import dev.okx4j.tools.schema.OneOf;
import dev.okx4j.tools.schema.Range;
import dev.okx4j.tools.schema.TextForm;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prices. */
final class MarketTools {
    private static final List<String> CANDLE =
            List.of("ts", "o", "h", "l", "c", "vol", "volCcy", "volCcyQuote", "confirm");
    private static final List<String> TICKER_COLUMNS = List.of(
            "instId",
            "last",
            "bidPx",
            "bidSz",
            "askPx",
            "askSz",
            "open24h",
            "high24h",
            "low24h",
            "vol24h",
            "volCcy24h");
    /** The recent candles reach at least this far back; what is older is asked of the history. */
    private static final Duration RECENT = Duration.ofDays(2);

    private static final List<String> LEVEL = List.of("px", "sz", "orders");
    /** The most levels a side that fit into a result. */
    private static final int LEVELS = 250;

    private MarketTools() {}

    /**
     * Whose price to tell.
     *
     * @param instId the instrument
     * @param demo whether OKX's demo prices are meant; null takes those of the venue
     */
    public record TickerArgs(
            @Doc("Instrument, e.g. BTC-USDT or BTC-USDT-SWAP") @Form(TextForm.INSTRUMENT)
            String instId,

            @Doc(Environment.DOC) @Nullable Boolean demo) {}

    static final Tool<TickerArgs> TICKER = Tool.read("market_get_ticker", TickerArgs.class)
            .title("Ticker")
            .description("Last price, best bid and ask, and 24h range and volume of one instrument. "
                    + "For many instruments use market_get_tickers, for history market_get_candles.")
            .handler((session, args) -> {
                Environment.check(session, args.demo());
                return Answer.of(session.okx().market().ticker(args.instId()));
            });

    /**
     * Which prices to list.
     *
     * @param instType the kind of instrument
     * @param uly the underlying, sent as instFamily; null for all
     * @param instFamily the instrument family; null for all; counts before uly
     * @param after the instrument that the list goes on behind; null begins it
     * @param demo whether OKX's demo prices are meant; null takes those of the venue
     */
    public record TickersArgs(
            InstrumentKind instType,

            @Doc(ArgumentDocs.UNDERLYING) @Form(TextForm.FAMILY) @Nullable
            String uly,

            @Doc(ArgumentDocs.FAMILY) @Form(TextForm.FAMILY) @Nullable
            String instFamily,

            @Doc(Paging.AFTER_INSTRUMENT) @Form(TextForm.INSTRUMENT) @Nullable
            String after,

            @Doc(Environment.DOC) @Nullable Boolean demo) {}

    static final Tool<TickersArgs> TICKERS = Tool.read("market_get_tickers", TickersArgs.class)
            .title("Tickers")
            .description("Last price, best bid and ask, and 24h range and volume of every instrument of a type, "
                    + "as rows under one header. For one instrument use market_get_ticker.")
            .handler(MarketTools::tickers);

    private static Answer tickers(ToolSession session, TickersArgs args) {
        Environment.check(session, args.demo());
        String family = args.instFamily() == null ? args.uly() : args.instFamily();
        List<Ticker> tickers = session.okx()
                .market()
                .tickers(TickersRequest.builder()
                        .instType(Choices.as(InstType.class, args.instType()))
                        .instFamily(family)
                        .build());
        return Paging.table(TICKER_COLUMNS, tickers, args.after());
    }

    /**
     * Whose order book to show.
     *
     * @param instId the instrument
     * @param sz levels a side; 1 if null
     * @param demo whether OKX's demo prices are meant; null takes those of the venue
     */
    public record OrderbookArgs(
            @Doc("Instrument, e.g. BTC-USDT") @Form(TextForm.INSTRUMENT)
            String instId,

            @Doc("Levels a side; 1 if left out") @Range(min = 1, max = 400) @Nullable
            Integer sz,

            @Doc(Environment.DOC) @Nullable Boolean demo) {}

    static final Tool<OrderbookArgs> ORDERBOOK = Tool.read("market_get_orderbook", OrderbookArgs.class)
            .title("Order book")
            .description("Bids and asks of one instrument, best first, each [price, size, orders]; "
                    + "size is in contracts for swaps.")
            .handler(MarketTools::orderbook);

    /** Shows no more levels than fit into a result, and says so where it had more. */
    private static Answer orderbook(ToolSession session, OrderbookArgs args) {
        Environment.check(session, args.demo());
        OrderBook book = session.okx().market().books(args.instId(), args.sz() == null ? 1 : args.sz());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("ts", Long.toString(book.ts().toEpochMilli()));
        data.put("asks", levels(book.asks()));
        data.put("bids", levels(book.bids()));
        int deepest = Math.max(book.asks().size(), book.bids().size());
        Answer answer = Answer.of(data);
        return deepest <= LEVELS
                ? answer
                : answer.note("cut", "the best " + LEVELS + " of " + deepest + " levels a side");
    }

    private static List<List<Object>> levels(List<BookLevel> side) {
        return Trees.rows(LEVEL, side.subList(0, Math.min(side.size(), LEVELS)));
    }

    /**
     * Which candles to show.
     *
     * @param instId the instrument
     * @param bar the length of a candle; one minute if null
     * @param after milliseconds since 1970: only older candles
     * @param before milliseconds since 1970: only newer candles
     * @param limit how many; 100 if null
     * @param demo whether OKX's demo prices are meant; null takes those of the venue
     */
    public record CandlesArgs(
            @Doc("Instrument, e.g. BTC-USDT") @Form(TextForm.INSTRUMENT)
            String instId,

            @Doc("Length of a candle; 1m if left out. 1D and longer begin at 16:00 UTC, with utc at 00:00 UTC")
            @OneOf({
                "1m", "3m", "5m", "15m", "30m", "1H", "2H", "4H", "6H", "12H", "1D", "2D", "3D", "1W", "1M", "3M",
                "6Hutc", "12Hutc", "1Dutc", "2Dutc", "3Dutc", "1Wutc", "1Mutc", "3Mutc"
            })
            @Nullable
            String bar,

            @Doc("Milliseconds: only candles before this time; pages back") @Form(TextForm.TIME) @Nullable
            String after,

            @Doc("Milliseconds: only candles after this time") @Form(TextForm.TIME) @Nullable
            String before,

            @Doc("Candles; 100 if left out") @Range(min = 1, max = 300) @Nullable
            Integer limit,

            @Doc(Environment.DOC) @Nullable Boolean demo) {}

    static final Tool<CandlesArgs> CANDLES = Tool.read("market_get_candles", CandlesArgs.class)
            .title("Candles")
            .description("Open, high, low, close and volume by time, newest first, as rows under one header; "
                    + "old candles come from the history by themselves. vol is in contracts for swaps, volCcy in coin. "
                    + "confirm 0 marks the candle that is still open.")
            .handler(MarketTools::candles);

    /**
     * Asks the recent candles or the history, by the time that is asked for.
     *
     * <p>OKX keeps recent candles apart from old ones and answers with nothing where a time is in the other list; a
     * reader who gets nothing would take that for "no trading".
     */
    private static Answer candles(ToolSession session, CandlesArgs args) {
        Environment.check(session, args.demo());
        Instant after = Times.instant(args.after());
        Instant before = Times.instant(args.before());
        CandlesRequest request = CandlesRequest.builder()
                .instId(args.instId())
                .bar(args.bar())
                .after(after)
                .before(before)
                .limit(args.limit())
                .build();
        boolean old = after != null && after.isBefore(session.marketTime().minus(RECENT));
        List<Candle> candles = old
                ? session.okx().market().historyCandles(request)
                : session.okx().market().candles(request);
        if (candles.isEmpty() && !old && (after != null || before != null)) {
            candles = session.okx().market().historyCandles(request);
        }
        List<List<Object>> rows = Trees.rows(CANDLE, candles);
        boolean full = rows.size() >= (args.limit() == null ? 100 : args.limit());
        return Answer.table(CANDLE, rows)
                .next("after", full, i -> (String) rows.get(i).get(0));
    }

    static List<Tool<?>> all() {
        return List.of(TICKER, TICKERS, ORDERBOOK, CANDLES);
    }
}

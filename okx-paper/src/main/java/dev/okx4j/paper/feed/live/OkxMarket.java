package dev.okx4j.paper.feed.live;

import static dev.okx4j.client.rest.RateLimit.Scope.IP;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.market.CandlesRequest;
import dev.okx4j.client.market.OrderBook;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.publicdata.Instrument;
import dev.okx4j.client.publicdata.InstrumentsRequest;
import dev.okx4j.client.publicdata.MarkPrice;
import dev.okx4j.client.publicdata.MarkPriceRequest;
import dev.okx4j.client.rest.Endpoint;
import dev.okx4j.client.rest.Params;
import dev.okx4j.client.stream.event.FundingRate;
import dev.okx4j.client.stream.event.IndexTicker;
import dev.okx4j.client.stream.event.OpenInterest;
import dev.okx4j.client.stream.event.Trade;
import dev.okx4j.paper.feed.Candle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** OKX's public data, by single questions. */
final class OkxMarket {
    private static final Endpoint<Trade> TRADES =
            Endpoint.get("/api/v5/market/trades", Trade.class).limit(100, IP);
    private static final Endpoint<IndexTicker> INDEX_TICKERS =
            Endpoint.get("/api/v5/market/index-tickers", IndexTicker.class).limit(20, IP);
    private static final Endpoint<FundingRate> FUNDING_RATE =
            Endpoint.get("/api/v5/public/funding-rate", FundingRate.class).limit(20, IP);
    private static final Endpoint<OpenInterest> OPEN_INTEREST =
            Endpoint.get("/api/v5/public/open-interest", OpenInterest.class).limit(20, IP);

    /** Most trades that one question is answered with. */
    static final int MOST_TRADES = 500;

    private static final int CANDLES_AT_ONCE = 300;
    /** How many prices of each side of a book are looked at. */
    static final int LEVELS = 50;

    private final OkxClient client;

    OkxMarket(OkxClient client) {
        this.client = client;
    }

    /** Returns the kind of an instrument, by its name. */
    static InstType type(String instId) {
        String[] parts = instId.split("-", -1);
        if (parts.length == 2) {
            return InstType.SPOT;
        }
        if (parts.length == 3) {
            return parts[2].equals("SWAP") ? InstType.SWAP : InstType.FUTURES;
        }
        return InstType.OPTION;
    }

    /** Returns an instrument's row as OKX writes it, or null when OKX does not list it. */
    @Nullable
    Map<String, Object> instrument(String instId) {
        InstType type = type(instId);
        String[] parts = instId.split("-", -1);
        List<Instrument> rows = client.publicData()
                .instruments(InstrumentsRequest.builder()
                        .instType(type)
                        .instId(instId)
                        .instFamily(type == InstType.OPTION ? parts[0] + "-" + parts[1] : null)
                        .build());
        return rows.isEmpty() ? null : Json.toTree(rows.get(0));
    }

    /** Returns up to so many one-minute candles that are over, oldest first. */
    List<Candle> candles(String instId, int most) {
        List<Candle> found = new ArrayList<>();
        Instant after = null;
        while (found.size() < most) {
            List<dev.okx4j.client.market.Candle> page = client.market()
                    .candles(CandlesRequest.builder()
                            .instId(instId)
                            .bar("1m")
                            .after(after)
                            .limit(Math.min(CANDLES_AT_ONCE, most - found.size()))
                            .build());
            for (dev.okx4j.client.market.Candle row : page) {
                if (row.confirm().equals("1")) {
                    found.add(new Candle(
                            row.ts(),
                            row.o(),
                            row.h(),
                            row.l(),
                            row.c(),
                            row.vol(),
                            row.volCcy(),
                            row.volCcyQuote(),
                            true));
                }
                after = row.ts();
            }
            if (page.size() < CANDLES_AT_ONCE) {
                break;
            }
        }
        Collections.reverse(found);
        return found;
    }

    /** Returns the last trades, oldest first. */
    List<Trade> trades(String instId) {
        List<Trade> rows = new ArrayList<>(
                client.rest().list(TRADES, Params.of("instId", instId).and("limit", MOST_TRADES)));
        Collections.reverse(rows);
        rows.sort(Comparator.comparing(Trade::ts));
        return rows;
    }

    OrderBook book(String instId) {
        return client.market().books(instId, LEVELS);
    }

    /** Returns the mark prices of a kind of instrument. */
    List<MarkPrice> marks(InstType type, String instId) {
        return client.publicData()
                .markPrice(
                        MarkPriceRequest.builder().instType(type).instId(instId).build());
    }

    @Nullable
    IndexTicker index(String index) {
        List<IndexTicker> rows = client.rest().list(INDEX_TICKERS, Params.of("instId", index));
        return rows.isEmpty() ? null : rows.get(0);
    }

    @Nullable
    FundingRate funding(String instId) {
        List<FundingRate> rows = client.rest().list(FUNDING_RATE, Params.of("instId", instId));
        return rows.isEmpty() ? null : rows.get(0);
    }

    @Nullable
    OpenInterest openInterest(String instId) {
        InstType type = type(instId);
        List<OpenInterest> rows = client.rest()
                .list(OPEN_INTEREST, Params.of("instType", type.name()).and("instId", instId));
        return rows.isEmpty() ? null : Objects.requireNonNull(rows.get(0));
    }
}

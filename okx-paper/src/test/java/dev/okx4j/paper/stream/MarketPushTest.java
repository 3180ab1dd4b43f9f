package dev.okx4j.paper.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class MarketPushTest {
    private StreamExchange exchange;

    @BeforeEach
    void open() throws IOException {
        exchange = new StreamExchange(false);
    }

    @AfterEach
    void close() throws IOException {
        exchange.close();
    }

    @ParameterizedTest
    @CsvSource({
        "tickers, /api/v5/market/ticker?instId=NVDA-USDT-SWAP",
        "mark-price, /api/v5/public/mark-price?instType=SWAP&instId=NVDA-USDT-SWAP",
        "price-limit, /api/v5/public/price-limit?instId=NVDA-USDT-SWAP"
    })
    void channel_beginsWithTheRowOfRest_andFollowsIt(String channel, String target) {
        StreamClient client = exchange.connect(Door.PUBLIC)
                .subscribe("{\"channel\":\"" + channel + "\",\"instId\":\"NVDA-USDT-SWAP\"}");
        assertThat((Object) client.row(channel)).isEqualTo(exchange.row(target));
        exchange.advance("3D");
        assertThat((Object) client.row(channel)).isEqualTo(exchange.row(target));
    }

    @Test
    void instruments_beginWithAllOfAKind_asRestListsThem() {
        StreamClient client =
                exchange.connect(Door.PUBLIC).subscribe("{\"channel\":\"instruments\",\"instType\":\"SWAP\"}");
        assertThat((Object) client.push("instruments").get("data"))
                .isEqualTo(exchange.get("/api/v5/public/instruments?instType=SWAP"));
    }

    @Test
    void candles_areEachPushedOnceTheyAreOver_howeverFarMarketTimeRuns() {
        StreamClient client =
                exchange.connect(Door.BUSINESS).subscribe("{\"channel\":\"candle15m\",\"instId\":\"BTC-USDT-SWAP\"}");
        String first = (String) ((List<?>) ((List<?>) client.push("candle15m").get("data")).get(0)).get(0);
        exchange.advance("1D");
        List<Object> over = new ArrayList<>();
        for (String text : client.settled()) {
            List<?> candle = (List<?>) ((List<?>) ((Map<?, ?>) Json.parse(text)).get("data")).get(0);
            if (candle.get(8).equals("1")) {
                over.add(candle);
            }
        }
        List<Object> rest =
                new ArrayList<>(exchange.get("/api/v5/market/candles?bar=15m&limit=300&instId=BTC-USDT-SWAP"));
        rest.removeIf(candle ->
                ((List<?>) candle).get(8).equals("0") || ((String) ((List<?>) candle).get(0)).compareTo(first) < 0);
        java.util.Collections.reverse(rest);
        assertThat(over).hasSizeGreaterThan(90).isEqualTo(rest);
    }

    @Test
    void fill_isATradeThatEverybodySees() {
        StreamClient client =
                exchange.connect(Door.PUBLIC).subscribe("{\"channel\":\"trades\",\"instId\":\"NVDA-USDT-SWAP\"}");
        exchange.market("buy", "1");
        Map<?, ?> fill = (Map<?, ?>) exchange.get("/api/v5/trade/fills").get(0);
        Map<?, ?> trade = client.row("trades");
        assertThat(trade.get("px")).isEqualTo(fill.get("fillPx"));
        assertThat(trade.get("tradeId")).isEqualTo(fill.get("tradeId"));
        assertThat(trade.get("side")).isEqualTo("buy");
        assertThat(trade.get("count")).isEqualTo("1");
    }
}

package dev.okx4j.paper.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class RefusalTest {
    private static final String ORDER = "/api/v5/trade/order";

    private final Paper paper = new Paper();

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v5/account/max-loan?mgnMode=cross, 50038, 200",
        "POST, /api/v5/trade/mass-cancel, 50014, 400",
        "POST, /api/v5/account/mmp-config, 50014, 400",
        "POST, /api/v5/account/mmp-reset, 50014, 400",
        "POST, /api/v5/trade/order-precheck, 51010, 200",
        "GET, /api/v5/public/settlement-history?instFamily=BTC-USDT, 50038, 200",
        "GET, /api/v5/market/block-tickers?instType=SWAP, 50038, 200",
        "GET, /api/v5/market/tickers?instType=EVENTS, 50038, 200",
        "GET, /api/v5/market/nothing, 404, 404",
        "GET, /, 404, 404",
        "DELETE, /api/v5/trade/order, 50115, 405",
        "POST, /api/v5/market/ticker?instId=BTC-USDT-SWAP, 50115, 405",
        "GET, /api/v5/market/tickers?instType=CARS, 51000, 400",
        "GET, /api/v5/market/tickers, 50014, 400",
        "GET, /api/v5/market/ticker, 50014, 400",
        "GET, /api/v5/market/ticker?instId=DOGE-USDT, 51001, 200",
        "GET, /api/v5/market/ticker?instId=%zz, 51000, 400",
        "GET, /api/v5/market/candles?instId=NVDA-USDT-SWAP&bar=1H, 51000, 400",
        "GET, /api/v5/market/candles?instId=NVDA-USDT-SWAP&bar=1D, 51000, 400",
        "GET, /api/v5/market/candles?instId=BTC-USDT-SWAP&bar=1m, 51000, 400",
        "GET, /api/v5/market/candles?instId=BTC-USDT-SWAP&bar=7m, 51000, 400",
        "GET, /api/v5/market/candles?instId=BTC-USDT-SWAP&bar=1H&after=yesterday, 51000, 400",
        "GET, /api/v5/trade/order?instId=BTC-USDT-SWAP, 50015, 400",
        "GET, /api/v5/trade/order?instId=BTC-USDT-SWAP&ordId=1, 51603, 200",
        "GET, /api/v5/trade/orders-history, 50014, 400",
        "GET, /api/v5/trade/orders-algo-pending, 50014, 400",
        "GET, /api/v5/trade/orders-algo-history?ordType=conditional, 50015, 400",
        "GET, /api/v5/account/leverage-info?instId=BTC-USDT-SWAP, 50014, 400"
    })
    void request_thatCannotBeServed_hasOkxsCode(String method, String target, String code, int status) {
        Paper.Reply reply = paper.send(method, target, method.equals("POST") ? "{}" : "", Map.of());
        assertThat(reply.code()).as(reply.body().toString()).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.msg()).isNotBlank();
        assertThat(reply.data()).isEmpty();
    }

    @Test
    void candles_finerThanRecorded_sayWhatThereIs() {
        assertThat(paper.get("/api/v5/market/candles?instId=NVDA-USDT-SWAP").msg())
                .contains("recorded in 1Dutc candles")
                .contains("available: 1Dutc, 1Wutc");
    }

    @Test
    void unlistedInstrument_saysWhatIsListed() {
        assertThat(paper.get("/api/v5/market/ticker?instId=TSLA-USDT-SWAP").msg())
                .contains("TSLA-USDT-SWAP has no recorded prices in scenario august-2026")
                .contains("NVDA-USDT-SWAP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"a\":1}{}", "{\"a\":1,\"a\":2}", "\u0001"})
    void body_thatIsNoJsonObject_isRefused(String body) {
        assertThat(paper.post(ORDER, body).code()).isIn("50000", "50002");
    }

    @Test
    void contentType_thatIsNotJson_isRefused() {
        assertThat(paper.send("POST", ORDER, "{}", Map.of("Content-Type", "text/plain"))
                        .code())
                .isEqualTo("50006");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'instId':'BTC-USDT-SWAP','tdMode':'cross','side':'buy','ordType':'market' | 50014",
                "'instId':'BTC-USDT-SWAP','tdMode':'cross','ordType':'market','sz':'1' | 50014",
                "'tdMode':'cross','side':'buy','ordType':'market','sz':'1' | 50014",
                "'instId':'BTC-USDT-SWAP','tdMode':'cross','side':'hold','ordType':'market','sz':'1' | 51000",
                "'instId':'BTC-USDT-SWAP','tdMode':'cross','side':'buy','ordType':'maybe','sz':'1' | 51000",
                "'instId':'BTC-USDT-SWAP','tdMode':'cross','side':'buy','ordType':'market','sz':'1e9999999' | 51000",
                "'instId':'BTC-USDT-SWAP','tdMode':'cross','side':'buy','ordType':'market','sz':'NaN' | 51000",
                "'instId':'BTC-USDT-SWAP','tdMode':'cross','side':'buy','ordType':'market','sz':'1','clOrdId':'a-b' | 51000",
                "'instId':'BTC-USDT-SWAP','tdMode':'cross','side':'buy','ordType':'elp','sz':'1' | 50038",
                "'instId':'BTC-USDT-SWAP','tdMode':'cross','side':'buy','ordType':'market','sz':'1','rpiTakerAccess':true | 50038",
                "'instId':'BTC-USDT-SWAP','tdMode':'cross','side':'buy','ordType':'market','sz':'1','pxUsd':'3' | 51537"
            })
    void order_refusedBeforeTheVenue_hasNoData(String fields, String code) {
        Paper.Reply reply = paper.post(ORDER, "{" + fields.replace('\'', '"') + "}");
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.data()).isEmpty();
        assertThat(paper.get("/api/v5/trade/fills").data()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "BTC-USDT-SWAP, cross, 0.005, 51020",
        "BTC-USDT-SWAP, cross, 0.015, 51121",
        "BTC-USDT-SWAP, cross, 9999, 51008",
        "DOGE-USDT-SWAP, cross, 1, 51001"
    })
    void order_refusedByTheVenue_saysSoInItsRow(String instId, String mode, String size, String code) {
        Paper.Reply reply = paper.buy(instId, mode, size);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.code()).isEqualTo("1");
        assertThat(reply.msg()).isEqualTo("All operations failed");
        assertThat(reply.text("sCode")).isEqualTo(code);
        assertThat(reply.text("sMsg")).isNotBlank();
        assertThat(reply.text("ordId")).isEmpty();
        assertThat(reply.body().get("inTime").toString()).hasSize(16);
    }

    @Test
    void cancel_ofAnUnknownOrder_is51400InItsRow() {
        Paper.Reply reply =
                paper.post("/api/v5/trade/cancel-order", "{\"instId\":\"BTC-USDT-SWAP\",\"clOrdId\":\"nobody\"}");
        assertThat(reply.code()).isEqualTo("1");
        assertThat(reply.text("sCode")).startsWith("514");
        assertThat(reply.text("clOrdId")).isEqualTo("nobody");
    }

    @Test
    void cancelAlgos_someOfMany_isCode2() {
        String algo = paper.post("/api/v5/trade/order-algo", """
                        {"instId":"NVDA-USDT-SWAP","tdMode":"isolated","side":"sell","ordType":"conditional","sz":"1",
                         "slTriggerPx":"150","slOrdPx":"-1"}""").text("algoId");
        Paper.Reply reply = paper.post("/api/v5/trade/cancel-algos", """
                [{"instId":"NVDA-USDT-SWAP","algoId":"%s"},{"instId":"NVDA-USDT-SWAP","algoId":"5"}]""".formatted(algo));
        assertThat(reply.code()).isEqualTo("2");
        assertThat(reply.data()).hasSize(2);
        assertThat(reply.text("sCode")).isEqualTo("0");
    }

    @Test
    void cancelAlgos_elevenOfThem_areRefused() {
        String one = "{\"instId\":\"NVDA-USDT-SWAP\",\"algoId\":\"5\"}";
        assertThat(paper.post("/api/v5/trade/cancel-algos", "[" + (one + ",").repeat(10) + one + "]")
                        .code())
                .isEqualTo("51406");
    }

    @Test
    void instIdCode_namesTheInstrument() {
        Paper.Reply reply = paper.post(
                ORDER,
                "{\"instIdCode\":10459,\"tdMode\":\"cross\",\"side\":\"buy\",\"ordType\":\"market\",\"sz\":\"0.1\"}");
        assertThat(reply.code()).as(reply.body().toString()).isEqualTo("0");
        assertThat(paper.get("/api/v5/trade/fills").text("instId")).isEqualTo("BTC-USDT-SWAP");
    }

    @Test
    void orders_60In2Seconds_thenTooMany() {
        for (int i = 0; i < 60; i++) {
            assertThat(rapid("BTC-USDT-SWAP").code()).as("order %d", i).isEqualTo("1");
        }
        Paper.Reply refused = rapid("BTC-USDT-SWAP");
        assertThat(refused.code()).isEqualTo("50011");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(rapid("ETH-USDT-SWAP").code())
                .as("another instrument has its own count")
                .isEqualTo("1");
        paper.pass(java.time.Duration.ofSeconds(2));
        assertThat(rapid("BTC-USDT-SWAP").code()).isEqualTo("1");
    }

    private Paper.Reply rapid(String instId) {
        String body =
                "{\"instId\":\"%s\",\"tdMode\":\"cross\",\"side\":\"buy\",\"ordType\":\"market\",\"sz\":\"0.001\"}"
                        .formatted(instId);
        return paper.raw(
                "POST",
                ORDER,
                body.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                Paper.signed("POST", ORDER, body, paper.now().toString(), Paper.KEY));
    }
}

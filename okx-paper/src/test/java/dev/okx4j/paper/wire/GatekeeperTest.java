package dev.okx4j.paper.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatekeeperTest {
    private static final String CONFIG = "/api/v5/account/config";

    private final Paper paper = new Paper();

    @Test
    void sign_documentedPrehash_isTimestampMethodPathAndBody() {
        assertThat(paper.get(CONFIG).code()).isEqualTo("0");
        assertThat(paper.get("/api/v5/trade/fills?instType=SWAP&instId=BTC-USDT-SWAP")
                        .code())
                .isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "OK-ACCESS-KEY, '', 50103",
        "OK-ACCESS-PASSPHRASE, '', 50104",
        "OK-ACCESS-SIGN, '', 50106",
        "OK-ACCESS-TIMESTAMP, '', 50107",
        "OK-ACCESS-KEY, someone-else, 50111",
        "OK-ACCESS-PASSPHRASE, wrong, 50105",
        "OK-ACCESS-SIGN, AAAA, 50113",
        "OK-ACCESS-TIMESTAMP, yesterday, 50112",
        "OK-ACCESS-TIMESTAMP, 2026-13-45T99:99:99.000Z, 50112",
        "OK-ACCESS-TIMESTAMP, 2026-11-23 10:00:00, 50112",
        "OK-ACCESS-TIMESTAMP, 2020-12-08T09:08:57.715Z, 50102"
    })
    void header_missingOrWrong_isRefusedWithItsCode(String name, String value, String code) {
        Paper.Reply reply = paper.send("GET", CONFIG, "", Map.of(name, value));
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.data()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-31, -30, 30, 31})
    void timestamp_isTakenWithin30SecondsEitherWay(int seconds) {
        String timestamp = paper.now().plusSeconds(seconds).toString();
        Paper.Reply reply =
                paper.raw("GET", CONFIG, new byte[0], Paper.signed("GET", CONFIG, "", timestamp, Paper.KEY));
        assertThat(reply.code()).isEqualTo(Math.abs(seconds) <= 30 ? "0" : "50102");
    }

    @Test
    void signature_coversTheQuery() {
        Map<String, String> headers = Paper.signed(
                "GET", "/api/v5/trade/fills?instType=SWAP", "", paper.now().toString(), Paper.KEY);
        assertThat(paper.raw("GET", "/api/v5/trade/fills?instType=SPOT", new byte[0], headers)
                        .code())
                .isEqualTo("50113");
    }

    @Test
    void signature_coversTheBody() {
        String target = "/api/v5/account/set-leverage";
        Map<String, String> headers =
                Paper.signed("POST", target, "{\"lever\":\"1\"}", paper.now().toString(), Paper.KEY);
        assertThat(paper.raw("POST", target, "{\"lever\":\"9\"}".getBytes(UTF_8), headers)
                        .code())
                .isEqualTo("50113");
    }

    @Test
    void secretOfAnother_isRefused() {
        ApiKey other = new ApiKey(Paper.KEY.key(), "another-secret", Paper.KEY.passphrase());
        Map<String, String> headers =
                Paper.signed("GET", CONFIG, "", paper.now().toString(), other);
        assertThat(paper.raw("GET", CONFIG, new byte[0], headers).code()).isEqualTo("50113");
    }

    @Test
    void publicPath_needsNoHeader() {
        assertThat(paper.raw("GET", "/api/v5/public/time", new byte[0], Map.of())
                        .code())
                .isEqualTo("0");
    }

    @Test
    void headerNames_areReadInAnyCase() {
        Map<String, String> headers = new java.util.LinkedHashMap<>();
        Paper.signed("GET", CONFIG, "", paper.now().toString(), Paper.KEY)
                .forEach((name, value) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), value));
        assertThat(paper.raw("GET", CONFIG, new byte[0], headers).code()).isEqualTo("0");
    }

    @Test
    void expTime_inThePast_isNotExecuted() {
        String order =
                "{\"instId\":\"NVDA-USDT-SWAP\",\"tdMode\":\"isolated\",\"side\":\"buy\",\"ordType\":\"market\",\"sz\":\"1\"}";
        String past = Long.toString(paper.now().minus(Duration.ofSeconds(1)).toEpochMilli());
        assertThat(paper.send("POST", "/api/v5/trade/order", order, Map.of("expTime", past))
                        .code())
                .isEqualTo("50036");
        assertThat(paper.get("/api/v5/trade/fills").data()).isEmpty();
        String soon = Long.toString(paper.now().plus(Duration.ofSeconds(5)).toEpochMilli());
        assertThat(paper.send("POST", "/api/v5/trade/order", order, Map.of("expTime", soon))
                        .code())
                .isEqualTo("0");
        assertThat(paper.send("POST", "/api/v5/trade/order", order, Map.of("expTime", "soon"))
                        .code())
                .isEqualTo("51000");
    }

    @Test
    void key_printed_showsNoSecret() {
        assertThat(Paper.KEY.toString()).doesNotContain("test-secret").doesNotContain("test-passphrase");
    }
}

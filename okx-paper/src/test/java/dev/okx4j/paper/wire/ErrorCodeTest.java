package dev.okx4j.paper.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.venue.Venue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Every code of OKX that the exchange can answer: with its HTTP status, and without any trace in the account. */
@NullUnmarked
class ErrorCodeTest {
    private static final String ORDER = "/api/v5/trade/order";
    private static final String BUY =
            "{\"instId\":\"BTC-USDT-SWAP\",\"tdMode\":\"cross\",\"side\":\"buy\",\"ordType\":\"market\",\"sz\":\"0.1\"}";

    /** Codes that a request alone cannot provoke in the scenario, and the tests that do. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("50001", "never answered: the client's tests want its status"),
            Map.entry("50006", "header_thatIsWrong_changesNothing"),
            Map.entry("50120", "KeyRingTest.keyThatMayOnlyLook"),
            Map.entry("50011", "tooManyRequests_50011_changeNothing"),
            Map.entry("50026", "brokenAccount_50026"),
            Map.entry("50036", "header_thatIsWrong_changesNothing"),
            Map.entry("50061", "QuotaTest: 1,000 orders"),
            Map.entry("50102", "header_thatIsWrong_changesNothing"),
            Map.entry("50103", "header_thatIsWrong_changesNothing"),
            Map.entry("50104", "header_thatIsWrong_changesNothing"),
            Map.entry("50105", "header_thatIsWrong_changesNothing"),
            Map.entry("50106", "header_thatIsWrong_changesNothing"),
            Map.entry("50107", "header_thatIsWrong_changesNothing"),
            Map.entry("50111", "header_thatIsWrong_changesNothing"),
            Map.entry("50112", "header_thatIsWrong_changesNothing"),
            Map.entry("50113", "header_thatIsWrong_changesNothing"),
            Map.entry("51004", "OrderRulesTest: needs more money than the account begins with"),
            Map.entry("51005", "OrderRulesTest: the cap on value is met first"),
            Map.entry("51021", "OrderRulesTest: every listed instrument of the scenario has a price"),
            Map.entry("51022", "LiveExchangeTest: a live price that OKX has not confirmed"),
            Map.entry("51070", "SettingsTest: the modes that are not offered"),
            Map.entry("51027", "DeliveryTest: after the delivery"),
            Map.entry("51034", "ProtectionTest: protection was triggered"),
            Map.entry("51042", "ProtectionTest: no scenario has options"),
            Map.entry("51411", "ProtectionTest: spot mode"),
            Map.entry("54008", "ProtectionTest: after a mass cancel"),
            Map.entry("59509", "ProtectionTest: spot mode"),
            Map.entry("51040", "golden/options.txt: margin of a long option"),
            Map.entry("51071", "TimersTest: 20 tags"),
            Map.entry("51066", "OrderTypesTest: no scenario has options"),
            Map.entry("51102", "OrderRulesTest: 500 orders"),
            Map.entry("51174", "OrderTypesTest: 4,000 orders"),
            Map.entry("51112", "HedgeTest: needs long/short mode"),
            Map.entry("51201", "OrderRulesTest: the cap on size is met first"),
            Map.entry("51260", "AlgoLifeTest: 50 orders"),
            Map.entry("51261", "AlgoTest: 100 orders"),
            Map.entry("51262", "AlgoRoomTest: 100 orders"),
            Map.entry("51263", "AlgoRoomTest: 20 orders"),
            Map.entry("51299", "AlgoRoomTest: 500 orders"),
            Map.entry("51539", "AttachedTest: needs an attached order"),
            Map.entry("55116", "AlgoRoomTest: needs one before"),
            Map.entry("51407", "OrderRulesTest: the wire answers 50015 first, as documented"),
            Map.entry("51416", "AlgoTest: needs a trigger"),
            Map.entry("51512", "BatchTest: the first amendment of the two is carried out"),
            Map.entry("59000", "SettingsTest: needs something open"),
            Map.entry("59103", "MarginTest: needs an account without money"),
            Map.entry("59104", "CrossMarginTest: needs a losing position"),
            Map.entry("59300", "MarginDeskTest: no position"),
            Map.entry("59301", "MarginDeskTest: more than there is"),
            Map.entry("59691", "DemoDeskTest: three times a day"),
            Map.entry("59692", "DemoDeskTest: more than the balance"),
            Map.entry("59693", "DemoDeskTest: more than is free"));

    private final Paper paper = new Paper();

    @BeforeEach
    void trade() {
        ok("/api/v5/account/set-leverage", "{'instId':'NVDA-USDT-SWAP','mgnMode':'isolated','lever':'3'}");
        ok(
                ORDER,
                "{'instId':'NVDA-USDT-SWAP','tdMode':'isolated','side':'buy','ordType':'market','sz':'2','clOrdId':'filled1'}");
        ok(
                ORDER,
                "{'instId':'BTC-USDT-SWAP','tdMode':'cross','side':'buy','ordType':'limit','px':'62500','sz':'0.1','clOrdId':'rest1'}");
        ok(
                ORDER,
                "{'instId':'ETH-USDT-SWAP','tdMode':'isolated','side':'buy','ordType':'limit','px':'1000','sz':'0.1','clOrdId':'rest2'}");
        ok(
                ORDER,
                "{'instId':'BTC-USDT-SWAP','tdMode':'isolated','side':'buy','ordType':'limit','px':'62500','sz':'0.1','clOrdId':'gone1'}");
        ok("/api/v5/trade/cancel-order", "{'instId':'BTC-USDT-SWAP','clOrdId':'gone1'}");
        ok("/api/v5/trade/order-algo", """
                {'instId':'NVDA-USDT-SWAP','tdMode':'isolated','side':'sell','ordType':'conditional','closeFraction':'1',
                 'slTriggerPx':'150','slOrdPx':'-1','reduceOnly':true,'algoClOrdId':'stop1'}""");
        ok("/api/v5/trade/order-algo", """
                {'instId':'NVDA-USDT-SWAP','tdMode':'isolated','side':'sell','ordType':'move_order_stop','sz':'1',
                 'callbackRatio':'0.05','reduceOnly':true,'algoClOrdId':'trail1'}""");
        ok(
                ORDER,
                "{'instId':'NVDA-USDT-SWAP','tdMode':'isolated','side':'sell','ordType':'limit','px':'300','sz':'0.1','clOrdId':'close1'}");
        ok(
                ORDER,
                "{'instId':'ETH-USDT-SWAP','tdMode':'isolated','side':'buy','ordType':'post_only','px':'1000','sz':'0.1','clOrdId':'post1'}");
        ok("/api/v5/asset/transfer", "{'ccy':'USDT','amt':'5','from':'18','to':'6','clientId':'moved1'}");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "refusals.txt", delimiter = '|', quoteCharacter = '"')
    void refusal_hasItsCodeAndStatus_andChangesNothing(
            String code, int status, String method, String target, String body) {
        String before = digest();

        Paper.Reply reply = paper.send(method, target, body == null ? "" : body.replace('\'', '"'), Map.of());

        assertThat(code(reply)).as(reply.body().toString()).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(digest()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "OK-ACCESS-KEY, '', 50103, 401",
        "OK-ACCESS-PASSPHRASE, '', 50104, 401",
        "OK-ACCESS-PASSPHRASE, wrong, 50105, 401",
        "OK-ACCESS-SIGN, '', 50106, 401",
        "OK-ACCESS-TIMESTAMP, '', 50107, 401",
        "OK-ACCESS-KEY, another, 50111, 401",
        "OK-ACCESS-TIMESTAMP, now, 50112, 401",
        "OK-ACCESS-TIMESTAMP, 2020-12-08T09:08:57.715Z, 50102, 401",
        "OK-ACCESS-SIGN, bm8=, 50113, 401",
        "Content-Type, text/plain, 50006, 400",
        "expTime, 1597026383085, 50036, 200"
    })
    void header_thatIsWrong_changesNothing(String name, String value, String code, int status) {
        String before = digest();

        Paper.Reply reply = paper.send("POST", ORDER, BUY, Map.of(name, value));

        assertThat(reply.code()).as(reply.body().toString()).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.data()).isEmpty();
        assertThat(digest()).isEqualTo(before);
    }

    @Test
    void tooManyRequests_50011_changeNothing() {
        paper.pass(Duration.ofSeconds(3));
        for (int i = 0; i < 60; i++) {
            assertThat(atOnce().code()).as("order %d", i).isEqualTo("0");
        }
        String before = digest();

        assertThat(atOnce().code()).isEqualTo("50011");
        assertThat(atOnce().status()).isEqualTo(429);
        assertThat(digest()).isEqualTo(before);
        paper.pass(Duration.ofSeconds(3));
        assertThat(atOnce().code()).isEqualTo("0");
    }

    @Test
    void brokenAccount_50026_withStatus500_soThatTheOutcomeIsUnknown() throws IOException {
        paper.account.close();

        Paper.Reply reply = paper.post(ORDER, BUY);

        assertThat(reply.code()).isEqualTo("50026");
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.msg()).contains("unknown");
    }

    @Test
    void everyCodeInTheSources_isProvokedHereOrByANamedTest() throws IOException {
        Set<String> told = new TreeSet<>(Set.of("404"));
        IntStream.rangeClosed(51046, 51053).forEach(code -> told.add(Integer.toString(code)));
        Pattern literal = Pattern.compile("\"(5\\d{4})\"");
        try (var files = Files.walk(Path.of("src/main/java/dev/okx4j/paper"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher code = literal.matcher(Files.readString(file));
                while (code.find()) {
                    told.add(code.group(1));
                }
            }
        }
        Set<String> tested = new TreeSet<>(ELSEWHERE.keySet());
        Files.readAllLines(Path.of("src/test/resources/dev/okx4j/paper/wire/refusals.txt"))
                .forEach(line -> tested.add(line.substring(0, line.indexOf('|')).strip()));
        assertThat(tested).isEqualTo(told);
    }

    /** Sends an order without letting any time pass. */
    private Paper.Reply atOnce() {
        return paper.raw(
                "POST",
                ORDER,
                BUY.getBytes(UTF_8),
                Paper.signed("POST", ORDER, BUY, paper.now().toString(), Paper.KEY));
    }

    private String digest() {
        return paper.account.read(Venue::digest);
    }

    private void ok(String target, String body) {
        Paper.Reply reply = paper.post(target, body.replace('\'', '"'));
        assertThat(reply.code()).as(reply.body().toString()).isEqualTo("0");
    }

    /** Returns the code of the envelope, or that of the row when the envelope only says that the row failed. */
    private static String code(Paper.Reply reply) {
        return reply.code().equals("1") ? reply.text("sCode") : reply.code();
    }
}

package dev.okx4j.paper.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Compares the shape of every value with OKX's recorded answers: object, array, string, boolean or number, and of a
 * string whether it is a number, a time in milliseconds, {@code "true"} or {@code "false"}, or {@code ""}.
 *
 * <p>Each difference that is meant stands in {@code conformance.csv} with its reason; one that is no more is an error.
 */
@NullUnmarked
class ConformanceTest {
    private static final Path SAMPLES = Path.of("src/test/resources/dev/okx4j/paper/wire/okx");
    private static final Pattern NUMBER_TEXT = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern MILLISECONDS = Pattern.compile("1[5-9]\\d{11}");

    private static final Set<Shape> TEXTS = EnumSet.range(Shape.EMPTY, Shape.FLAG);

    private final Paper paper = new Paper();
    private final Map<String, List<Paper.Reply>> answers = new LinkedHashMap<>();

    /** Leaves behind one of everything: long and short, live, filled and cancelled, bare, attached and triggered. */
    @BeforeEach
    void trade() {
        post("/api/v5/account/set-leverage", "{'instId':'NVDA-USDT-SWAP','mgnMode':'isolated','lever':'3'}");
        post("/api/v5/account/set-leverage", "{'instId':'BTC-USDT-SWAP','mgnMode':'cross','lever':'5'}");
        Paper.Reply filled = post("/api/v5/trade/order", """
                {'instId':'NVDA-USDT-SWAP','tdMode':'isolated','side':'buy','ordType':'market','sz':'2','clOrdId':'swap1'}""");
        post("/api/v5/trade/order", """
                {'instId':'BTC-USDT-SWAP','tdMode':'cross','side':'sell','ordType':'market','sz':'0.5','tag':'bot'}""");
        Paper.Reply spot = post("/api/v5/trade/order", """
                {'instId':'XNVDA-USDT','tdMode':'cash','side':'buy','ordType':'market','sz':'300','tgtCcy':'quote_ccy'}""");
        Paper.Reply resting = post("/api/v5/trade/order", """
                {'instId':'BTC-USDT-SWAP','tdMode':'cross','side':'buy','ordType':'limit','px':'60000','sz':'0.1','clOrdId':'rest1',
                 'attachAlgoOrds':[{'attachAlgoClOrdId':'sl1','slTriggerPx':'50000','slOrdPx':'-1'}]}""");
        Paper.Reply gone = post("/api/v5/trade/order", """
                {'instId':'XNVDA-USDT','tdMode':'cash','side':'buy','ordType':'limit','px':'200','sz':'0.1','clOrdId':'gone1'}""");
        post("/api/v5/trade/cancel-order", "{'instId':'XNVDA-USDT','ordId':'" + gone.text("ordId") + "'}");
        post("/api/v5/trade/order", """
                {'instId':'XNVDA-USDT','tdMode':'cash','side':'buy','ordType':'post_only','px':'200','sz':'0.1'}""");
        Paper.Reply fires = post("/api/v5/trade/order-algo", """
                {'instId':'NVDA-USDT-SWAP','tdMode':'isolated','side':'sell','ordType':'conditional','sz':'0.2',
                 'slTriggerPx':'214.33','slOrdPx':'-1','reduceOnly':true,'algoClOrdId':'stop1'}""");
        Paper.Reply whole = post("/api/v5/trade/order-algo", """
                {'instId':'NVDA-USDT-SWAP','tdMode':'isolated','side':'sell','ordType':'conditional','closeFraction':'1',
                 'tpTriggerPx':'400','tpOrdPx':'-1','reduceOnly':true}""");
        Paper.Reply part = post("/api/v5/trade/order-algo", """
                {'instId':'XNVDA-USDT','tdMode':'cash','side':'sell','ordType':'conditional','sz':'0.5',
                 'tpTriggerPx':'400','tpOrdPx':'-1','tgtCcy':'base_ccy','algoClOrdId':'part1'}""");
        post(
                "/api/v5/trade/cancel-algos",
                "[{'instId':'NVDA-USDT-SWAP','algoId':'%s'},{'instId':'XNVDA-USDT','algoId':'%s'}]"
                        .formatted(whole.text("algoId"), part.text("algoId")));
        Paper.Reply crossing = post("/api/v5/trade/order-algo", """
                {'instId':'BTC-USDT-SWAP','tdMode':'cross','side':'buy','ordType':'trigger','sz':'0.1',
                 'triggerPx':'50000','orderPx':'49000'}""");
        post(
                "/api/v5/trade/cancel-advance-algos",
                "[{'instId':'BTC-USDT-SWAP','algoId':'%s'}]".formatted(crossing.text("algoId")));
        get("/api/v5/trade/fills");
        assertThat(paper.post("/paper/v1/clock", "{\"untilFill\":true}").text("stopped"))
                .isEqualTo("fill");
        Paper.Reply live = post("/api/v5/trade/order-algo", """
                {'instId':'XNVDA-USDT','tdMode':'cash','side':'sell','ordType':'conditional','sz':'1',
                 'tpTriggerPx':'300','tpOrdPx':'-1','tgtCcy':'base_ccy','algoClOrdId':'live1'}""");
        post("/api/v5/trade/order-algo", """
                {'instId':'NVDA-USDT-SWAP','tdMode':'isolated','side':'sell','ordType':'oco','sz':'1','reduceOnly':true,
                 'tpTriggerPx':'300','tpOrdPx':'-1','slTriggerPx':'150','slOrdPx':'149'}""");
        Paper.Reply trailing = post("/api/v5/trade/order-algo", """
                {'instId':'NVDA-USDT-SWAP','tdMode':'isolated','side':'sell','ordType':'move_order_stop','sz':'1',
                 'callbackRatio':'0.05','reduceOnly':true}""");

        post("/api/v5/trade/amend-algos", """
                {'instId':'XNVDA-USDT','algoId':'%s','newTpTriggerPx':'301','reqId':'r1'}""".formatted(live.text("algoId")));
        Paper.Reply both = post("/api/v5/trade/batch-orders", """
                [{'instId':'ETH-USDT-SWAP','tdMode':'cross','side':'buy','ordType':'limit','px':'1000','sz':'0.1','clOrdId':'both1'},
                 {'instId':'SOL-USDT-SWAP','tdMode':'cross','side':'buy','ordType':'market','sz':'1','clOrdId':'both2'}]""");
        post("/api/v5/trade/amend-order", """
                {'instId':'ETH-USDT-SWAP','clOrdId':'both1','newSz':'0.2','reqId':'r2'}""");
        post("/api/v5/trade/amend-batch-orders", """
                [{'instId':'ETH-USDT-SWAP','ordId':'%s','newPx':'1001','reqId':'r3'}]""".formatted(both.text("ordId")));
        post("/api/v5/trade/cancel-batch-orders", "[{'instId':'ETH-USDT-SWAP','clOrdId':'both1'}]");
        post("/api/v5/trade/close-position", "{'instId':'SOL-USDT-SWAP','mgnMode':'cross'}");
        post("/api/v5/trade/cancel-all-after", "{'timeOut':'60'}");
        post("/api/v5/trade/cancel-all-after", "{'timeOut':'0','tag':'t1'}");
        Paper.Reply moved = post("/api/v5/asset/transfer", "{'ccy':'USDT','amt':'1.5','from':'18','to':'6'}");
        get("/api/v5/asset/transfer-state?transId=" + moved.text("transId"));
        get("/api/v5/asset/balances");
        for (String instId : List.of("BTC-USDT-SWAP", "XNVDA-USDT")) {
            get("/api/v5/market/ticker?instId=" + instId);
            get("/api/v5/market/books?sz=5&instId=" + instId);
            get("/api/v5/public/price-limit?instId=" + instId);
        }
        for (String type : List.of("SPOT", "SWAP")) {
            get("/api/v5/market/tickers?instType=" + type);
            get("/api/v5/public/instruments?instType=" + type);
            get("/api/v5/account/instruments?instType=" + type);
            get("/api/v5/account/trade-fee?instType=" + type);
            get("/api/v5/trade/orders-history?instType=" + type);
            get("/api/v5/trade/orders-history-archive?instType=" + type);
            get("/api/v5/trade/fills-history?instType=" + type);
        }
        get("/api/v5/market/candles?instId=BTC-USDT-SWAP&bar=1H&limit=3");
        get("/api/v5/market/candles?instId=NVDA-USDT-SWAP&bar=1Dutc&limit=3");
        get("/api/v5/market/history-candles?instId=XNVDA-USDT&bar=1Dutc&limit=3");
        get("/api/v5/public/time");
        get("/api/v5/public/mark-price?instType=SWAP");
        get("/api/v5/account/balance");
        get("/api/v5/account/positions");
        get("/api/v5/account/config");
        get("/api/v5/account/leverage-info?instId=BTC-USDT-SWAP,NVDA-USDT-SWAP&mgnMode=cross");
        get("/api/v5/account/bills");
        get("/api/v5/trade/order?instId=NVDA-USDT-SWAP&ordId=" + filled.text("ordId"));
        get("/api/v5/trade/order?instId=XNVDA-USDT&ordId=" + spot.text("ordId"));
        get("/api/v5/trade/order?instId=BTC-USDT-SWAP&ordId=" + resting.text("ordId"));
        get("/api/v5/trade/orders-pending");
        get("/api/v5/trade/fills");
        get("/api/v5/trade/order-algo?algoId=" + fires.text("algoId"));
        get("/api/v5/trade/order-algo?algoId=" + live.text("algoId"));
        get("/api/v5/trade/order-algo?algoId=" + trailing.text("algoId"));
        get("/api/v5/trade/orders-algo-pending?ordType=conditional,oco");
        get("/api/v5/trade/orders-algo-pending?ordType=move_order_stop");
        get("/api/v5/trade/orders-algo-history?ordType=conditional&state=effective");
        get("/api/v5/trade/orders-algo-history?ordType=conditional&state=canceled");
        ProductCalls.run(this::keep);
    }

    @Test
    void values_haveTheShapesThatOkxHasSent() throws IOException {
        Map<String, String> meant = meant();
        Set<String> found = new TreeSet<>();
        for (Map.Entry<String, List<Paper.Reply>> answer : answers.entrySet()) {
            Map<String, Set<Shape>> theirs = new LinkedHashMap<>();
            for (Object sample : samples(answer.getKey())) {
                collect("", sample, theirs);
            }
            Map<String, Set<Shape>> ours = new LinkedHashMap<>();
            answer.getValue().forEach(reply -> collect("", reply.body(), ours));
            theirs.forEach((field, shapes) -> {
                String difference = difference(shapes, ours.getOrDefault(field, Set.of()));
                if (!difference.isEmpty()) {
                    found.add(
                            name(answer.getKey()) + " " + field.replaceFirst("^data\\.\\*\\.?", "") + " " + difference);
                }
            });
        }
        assertThat(found).isEqualTo(new TreeSet<>(meant.keySet()));
        assertThat(meant.values())
                .as("reasons")
                .allSatisfy(reason -> assertThat(reason).hasSizeGreaterThan(10));
    }

    @Test
    void samples_areThereForEveryPathThatIsServed() throws IOException {
        assertThat(answers.keySet())
                .containsExactlyInAnyOrderElementsOf(paper.wire.served().stream()
                        .filter(path -> !path.contains("/paper/") && !ProductCalls.EMPTY.contains(path))
                        .filter(path -> !path.endsWith("/order-precheck")) // refused in the modes that are offered
                        .toList());
        for (String path : answers.keySet()) {
            assertThat(samples(path)).as(path).isNotEmpty();
        }
    }

    @Test
    void envelope_isAlwaysCodeMsgAndData_withGatewayTimesOnOrdersOnly() {
        answers.forEach((path, replies) -> replies.forEach(reply -> {
            Set<String> keys = new LinkedHashSet<>(List.of("code", "msg", "data"));
            if (path.matches("POST /api/v5/trade/((amend-|cancel-)?(batch-)?orders?)")) {
                keys.addAll(List.of("inTime", "outTime"));
            }
            assertThat(new LinkedHashSet<>(reply.body().keySet())).as(path).isEqualTo(keys);
            assertThat(reply.code()).isEqualTo("0");
            assertThat(reply.msg()).isEmpty();
        }));
    }

    @Test
    void nothing_isEverNull() {
        answers.forEach((path, replies) -> replies.forEach(reply -> {
            Map<String, Set<Shape>> shapes = new LinkedHashMap<>();
            collect("", reply.body(), shapes);
            assertThat(shapes)
                    .as(path)
                    .allSatisfy((field, shape) -> assertThat(shape).as(field).doesNotContain(Shape.NULL));
        }));
    }

    /** What a value looks like from outside. */
    private enum Shape {
        NULL,
        EMPTY,
        WORD,
        NUMERIC,
        TIME,
        FLAG,
        BOOLEAN,
        NUMBER,
        ARRAY,
        OBJECT;

        static Shape of(Object value) {
            if (value == null) {
                return NULL;
            } else if (value instanceof String text) {
                return text.isEmpty()
                        ? EMPTY
                        : MILLISECONDS.matcher(text).matches()
                                ? TIME
                                : NUMBER_TEXT.matcher(text).matches()
                                        ? NUMERIC
                                        : text.matches("true|false") ? FLAG : WORD;
            }
            return value instanceof Boolean
                    ? BOOLEAN
                    : value instanceof List ? ARRAY : value instanceof Map ? OBJECT : NUMBER;
        }
    }

    private static String difference(Set<Shape> theirs, Set<Shape> ours) {
        if (ours.isEmpty()) {
            return "missing";
        }
        Set<Shape> known = new TreeSet<>(theirs);
        known.remove(Shape.EMPTY);
        Set<Shape> told = new TreeSet<>(ours);
        told.remove(Shape.EMPTY);
        boolean strings = theirs.stream().allMatch(ConformanceTest::isText);
        if (known.isEmpty()) {
            return told.stream().allMatch(ConformanceTest::isText) ? "" : "not a string";
        }
        if (told.isEmpty()) {
            return "always empty";
        }
        if (!strings && ours.contains(Shape.EMPTY)) {
            return "a string";
        }
        return known.containsAll(told) ? "" : told + " for " + known;
    }

    private static boolean isText(Shape shape) {
        return TEXTS.contains(shape);
    }

    private static void collect(String at, Object value, Map<String, Set<Shape>> into) {
        into.computeIfAbsent(at, key -> new TreeSet<>()).add(Shape.of(value));
        String prefix = at.isEmpty() ? "" : at + ".";
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> collect(prefix + name, inner, into));
        } else if (value instanceof List<?> list) {
            boolean columns = list.stream().allMatch(String.class::isInstance) && at.endsWith("*");
            for (int i = 0; i < list.size(); i++) {
                collect(prefix + (columns ? Integer.toString(i) : "*"), list.get(i), into);
            }
        }
    }

    private static List<Object> samples(String path) throws IOException {
        String stem = path.replace(" /", "_").replace('/', '_');
        List<Object> samples = new ArrayList<>();
        try (var files = Files.list(SAMPLES)) {
            for (Path file : files.sorted().toList()) {
                String name = Objects.requireNonNull(file.getFileName()).toString();
                if (name.equals(stem + ".json") || name.startsWith(stem + "__")) {
                    samples.add(Json.parse(Files.readAllBytes(file)));
                }
            }
        }
        return samples;
    }

    /** Reads the differences that are meant: path, field and difference, then the reason. */
    private static Map<String, String> meant() throws IOException {
        Map<String, String> meant = new LinkedHashMap<>();
        for (String line : Files.readAllLines(SAMPLES.resolveSibling("conformance.csv"), UTF_8)) {
            String[] cells = line.split("\\|", -1);
            meant.put(cells[0], cells[1]);
        }
        return meant;
    }

    private static String name(String path) {
        return path.replace("/api/v5/", "");
    }

    private void get(String target) {
        keep("GET " + target.replaceFirst("\\?.*", ""), paper.get(target));
    }

    private Paper.Reply post(String target, String body) {
        return keep("POST " + target, paper.post(target, body.replace('\'', '"')));
    }

    private Paper.Reply keep(String path, Paper.Reply reply) {
        assertThat(reply.code()).as(path + " " + reply.body()).isEqualTo("0");
        assertThat(reply.body().get("data")).as(path).isNotEqualTo(List.of());
        answers.computeIfAbsent(path, key -> new ArrayList<>()).add(reply);
        return reply;
    }
}

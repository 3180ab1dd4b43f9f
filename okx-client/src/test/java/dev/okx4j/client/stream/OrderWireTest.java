package dev.okx4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.fixture.Clients;
import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.publicdata.PublicDataApi;
import dev.okx4j.client.rest.WireResponse;
import dev.okx4j.client.trade.AmendOrderRequest;
import dev.okx4j.client.trade.CancelOrderRequest;
import dev.okx4j.client.trade.MassCancelAck;
import dev.okx4j.client.trade.MassCancelRequest;
import dev.okx4j.client.trade.OrderAck;
import dev.okx4j.client.trade.PlaceOrderRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class OrderWireTest {
    private static final String INSTRUMENTS = "GET /api/v5/public/instruments";
    private static final String PLACE = "POST /api/v5/trade/order";
    private static final String ORDER = "GET /api/v5/trade/order";

    private final VirtualTime time = new VirtualTime();
    private final ScriptedWire http = new ScriptedWire().tellingTime(time).on(INSTRUMENTS, request -> listed("10458"));
    private final List<Map<?, ?>> sent = new ArrayList<>();
    private boolean loggedIn = true;
    private Function<Map<?, ?>, Operations.Reply> okx = frame -> Operations.Reply.LOST;
    private final OkxClient client = client();

    private OkxClient client() {
        PublicDataApi publicData = Clients.reading(http, time).build().publicData();
        return Clients.writing(new OrderWire(http, this::operate, new InstrumentCodes(publicData)), time)
                .build();
    }

    private boolean operate(String id, String frame, Consumer<Operations.Reply> replies) {
        if (loggedIn) {
            Map<?, ?> request = (Map<?, ?>) Json.parse(frame);
            assertThat(request.get("id")).isEqualTo(id);
            sent.add(request);
            replies.accept(okx.apply(request));
        }
        return loggedIn;
    }

    private static WireResponse listed(String code) {
        return ScriptedWire.json(
                200,
                "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"instType\":\"SPOT\",\"instId\":\"BTC-USDT\",\"state\":\"live\","
                        + "\"instIdCode\":" + code + "}]}");
    }

    private static PlaceOrderRequest order(String clOrdId) {
        return PlaceOrderRequest.builder()
                .instId("BTC-USDT")
                .tdMode(TdMode.cash)
                .side(Side.buy)
                .ordType(OrdType.limit)
                .sz(BigDecimal.ONE)
                .px(BigDecimal.TEN)
                .clOrdId(clOrdId)
                .build();
    }

    private static Operations.Reply reply(Map<?, ?> request, String code, String data) {
        return new Operations.Reply("{\"id\":\"" + request.get("id") + "\",\"op\":\"" + request.get("op")
                + "\",\"code\":\"" + code + "\",\"msg\":\"\",\"data\":[" + data
                + "],\"inTime\":\"1695190491421339\",\"outTime\":\"1695190491423240\"}");
    }

    private static String item(String clOrdId, String sCode) {
        return "{\"ordId\":\"312\",\"clOrdId\":\"" + clOrdId + "\",\"tag\":\"\",\"ts\":\"1695190491421\",\"sCode\":\""
                + sCode + "\",\"sMsg\":\"said\"}";
    }

    @Test
    void place_goesOverTheConnection_byTheInstrumentsNumber_andExpires() {
        okx = frame -> reply(frame, "0", item("a1", "0"));

        Outcome<OrderAck> outcome = client.trade().placeOrder(order("a1"));

        assertThat(outcome).isInstanceOf(Outcome.Confirmed.class);
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).get("op")).isEqualTo("order");
        assertThat(sent.get(0).get("expTime")).asString().matches("[0-9]{13}");
        Map<?, ?> arg = (Map<?, ?>) ((List<?>) sent.get(0).get("args")).get(0);
        assertThat(arg.get("instIdCode")).hasToString("10458");
        assertThat(arg.containsKey("instId")).isFalse();
        assertThat(arg.get("clOrdId")).isEqualTo("a1");
        assertThat(arg.get("px")).isEqualTo("10");
        assertThat(http.posts()).isZero();
    }

    @Test
    void place_refused_isRejectedWithTheItemsCode() {
        okx = frame -> reply(frame, "1", item("a1", "51008"));

        Outcome<OrderAck> outcome = client.trade().placeOrder(order("a1"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.code()).isEqualTo("51008"));
    }

    @Test
    void massCancel_goesOverTheConnection_withoutAnExpiry() {
        okx = frame -> reply(frame, "0", "{\"result\":true}");

        Outcome<MassCancelAck> outcome = client.trade().massCancel(MassCancelRequest.of("BTC-USD"));

        assertThat(outcome).isEqualTo(new Outcome.Confirmed<>(new MassCancelAck(true), ""));
        assertThat(sent).hasSize(1);
        assertThat(sent.get(0).get("op")).isEqualTo("mass-cancel");
        assertThat(sent.get(0).containsKey("expTime")).isFalse();
        assertThat(sent.get(0).get("args")).isEqualTo(List.of(Map.of("instType", "OPTION", "instFamily", "BTC-USD")));
        assertThat(http.requests()).isEmpty();
    }

    @Test
    void massCancel_refused_isRejected() {
        okx = frame -> reply(frame, "51411", "");

        assertThat(client.trade().massCancel(MassCancelRequest.of("BTC-USD")))
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.code()).isEqualTo("51411"));
    }

    @Test
    void place_refusedAsAWhole_isRejected() {
        okx = frame -> reply(frame, "60013", "");

        assertThat(client.trade().placeOrder(order("a1"))).isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    void d21_answerLost_isLookedUpOverHttp_andNeverSentAgain() {
        http.on(
                ORDER,
                request -> ScriptedWire.json(
                        200,
                        "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"instType\":\"SPOT\",\"instId\":\"BTC-USDT\",\"ordId\":\"312\","
                                + "\"clOrdId\":\"a1\",\"ordType\":\"limit\",\"tdMode\":\"cash\",\"side\":\"buy\",\"sz\":\"1\","
                                + "\"px\":\"10\",\"state\":\"live\"}]}"));

        Outcome<OrderAck> outcome = client.trade().placeOrder(order("a1"));

        assertThat(outcome).isInstanceOf(Outcome.Confirmed.class);
        assertThat(sent).hasSize(1);
        assertThat(http.posts()).isZero();
        assertThat(http.count(ORDER)).isPositive();
    }

    @Test
    void place_nobodyLoggedIn_goesOverHttp_once() {
        loggedIn = false;
        http.on(
                PLACE,
                request -> ScriptedWire.json(200, "{\"code\":\"0\",\"msg\":\"\",\"data\":[" + item("a1", "0") + "]}"));

        assertThat(client.trade().placeOrder(order("a1"))).isInstanceOf(Outcome.Confirmed.class);
        assertThat(http.posts()).isOne();
        assertThat(http.requests().stream()
                        .filter(request -> request.method().equals("POST"))
                        .map(request -> new String(request.body(), java.nio.charset.StandardCharsets.UTF_8)))
                .allMatch(body -> body.contains("\"instId\":\"BTC-USDT\""));
    }

    @Test
    void place_anInstrumentWithoutNumber_goesOverHttp() {
        http.on(INSTRUMENTS, request -> listed("\"\""));
        http.on(
                PLACE,
                request -> ScriptedWire.json(200, "{\"code\":\"0\",\"msg\":\"\",\"data\":[" + item("a1", "0") + "]}"));

        assertThat(client.trade().placeOrder(order("a1"))).isInstanceOf(Outcome.Confirmed.class);
        assertThat(sent).isEmpty();
    }

    @Test
    void batch_partlyRefused_isJudgedItemByItem_inOrder() {
        okx = frame -> reply(frame, "2", item("a1", "0") + "," + item("a2", "51008"));

        List<Outcome<OrderAck>> outcomes = client.trade().placeOrders(List.of(order("a1"), order("a2")));

        assertThat(sent.get(0).get("op")).isEqualTo("batch-orders");
        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Confirmed.class);
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Rejected.class);
    }

    @Test
    void amendAndCancel_goOverTheConnection_andAskForTheNumberOnce() {
        okx = frame -> reply(frame, "0", item("a1", "0"));

        client.trade()
                .amendOrder(AmendOrderRequest.builder()
                        .instId("BTC-USDT")
                        .clOrdId("a1")
                        .newSz(BigDecimal.TEN)
                        .build());
        client.trade()
                .cancelOrder(CancelOrderRequest.builder()
                        .instId("BTC-USDT")
                        .clOrdId("a1")
                        .build());

        assertThat(sent.stream().map(frame -> frame.get("op")).toList())
                .isEqualTo(List.of("amend-order", "cancel-order"));
        assertThat(sent.stream().map(frame -> frame.get("id")).distinct()).hasSize(2);
        assertThat(http.count(INSTRUMENTS)).isOne();
    }

    @Test
    void reads_goOverHttp() {
        http.on(
                "GET /api/v5/market/ticker",
                request -> ScriptedWire.json(
                        200,
                        "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"instType\":\"SPOT\",\"instId\":\"BTC-USDT\",\"last\":\"1\","
                                + "\"ts\":\"1695190491421\"}]}"));

        assertThat(client.market().ticker("BTC-USDT").last()).isEqualByComparingTo("1");
        assertThat(sent).isEmpty();
    }
}

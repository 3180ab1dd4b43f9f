package dev.okx4j.client.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.OkxClientBuilder;
import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.intent.Decision;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.trade.OrderAck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A batch is one request with a fate for each of its items. */
@NullUnmarked
class BatchWriteTest extends WriteSetting {
    private static final LookUp<OrderAck> BY_ID = new LookUp<>() {
        @Override
        public Sight<OrderAck> look(Rest rest, WriteIntent intent) {
            return rest.list(ORDER, Params.of("clOrdId", intent.clOrdId())).isEmpty()
                    ? new Sight.Missing<>()
                    : new Sight.Decided<>(new Outcome.Confirmed<>(ack(intent.clOrdId()), intent.clOrdId()));
        }

        @Override
        public boolean leftNoTrace(Rest rest, WriteIntent intent) {
            return false;
        }
    };
    private static final Endpoint<OrderAck> ORDER = Endpoint.get("/api/v5/trade/order", OrderAck.class);
    private static final Endpoint<OrderAck> PLACE = Endpoint.post("/api/v5/trade/batch-orders", OrderAck.class)
            .write(WritePlan.place("clOrdId", "ordId", BY_ID).inAnArray().expiring());
    private static final Endpoint<OrderAck> CANCEL = Endpoint.post("/api/v5/trade/cancel-batch-orders", OrderAck.class)
            .write(WritePlan.cancel("clOrdId", "ordId", BY_ID).inAnArray());

    private static OrderAck ack(String id) {
        return new OrderAck("9", id, null, null, "0", null, null, null, null);
    }

    private static Params item(String instId, String id) {
        return Params.of("instId", instId).and("clOrdId", id);
    }

    private static List<Params> items(String... ids) {
        return List.of(ids).stream().map(id -> item("BTC-USDT", id)).toList();
    }

    private static String row(String id, String code) {
        return "{\"ordId\":\"" + (code.equals("0") ? "7" + id : "") + "\",\"clOrdId\":\"" + id + "\",\"sCode\":\""
                + code + "\",\"sMsg\":\"m\"}";
    }

    private static String answer(String code, String... rows) {
        return "{\"code\":\"" + code + "\",\"msg\":\"\",\"data\":[" + String.join(",", rows) + "]}";
    }

    private List<Outcome<OrderAck>> placeAll(OkxClientBuilder builder, String... ids) {
        return builder.build().rest().writeAll(PLACE, items(ids));
    }

    private static List<String> kinds(List<? extends Outcome<?>> outcomes) {
        return outcomes.stream()
                .map(outcome -> outcome.getClass().getSimpleName() + " " + outcome.clOrdId())
                .toList();
    }

    @Test
    void batch_goesOutAsOneArray_journalledTogetherWithOneExpiryTime() {
        wire.then(request -> {
            assertThat(journal.entries())
                    .hasSize(2)
                    .allSatisfy(entry -> assertThat(entry.outcome()).isNull());
            return ScriptedWire.json(200, answer("0", row("a", "0"), row("b", "0")));
        });
        assertThat(kinds(placeAll(builder(), "a", "b"))).containsExactly("Confirmed a", "Confirmed b");
        assertThat(wire.body(0))
                .isEqualTo("[{\"instId\":\"BTC-USDT\",\"clOrdId\":\"a\"},{\"instId\":\"BTC-USDT\",\"clOrdId\":\"b\"}]");
        assertThat(journal.entries().get(0).intent().expTime())
                .isEqualTo(journal.entries().get(1).intent().expTime());
        assertThat(journal.open()).isEmpty();
    }

    @Test
    void everyPatternOfItemCodes_isDecidedItemByItem_inWhateverOrderTheyCome() {
        String[] ids = {"a", "b", "c", "d", "e"};
        for (int n = 1; n <= 5; n++) {
            for (int pattern = 0; pattern < 1 << n; pattern++) {
                List<String> rows = new ArrayList<>();
                List<String> expected = new ArrayList<>();
                for (int i = 0; i < n; i++) {
                    boolean taken = (pattern & (1 << i)) != 0;
                    rows.add(0, row(ids[i], taken ? "0" : "51008"));
                    expected.add((taken ? "Confirmed " : "Rejected ") + ids[i]);
                }
                int taken = Integer.bitCount(pattern);
                String code = taken == n ? "0" : taken == 0 ? "1" : "2";
                ScriptedWire scripted =
                        new ScriptedWire().tellingTime(time).thenJson(answer(code, rows.toArray(String[]::new)));
                List<Outcome<OrderAck>> outcomes =
                        builder().wire(scripted).build().rest().writeAll(PLACE, items(java.util.Arrays.copyOf(ids, n)));
                assertThat(kinds(outcomes))
                        .as("pattern %s of %d", Integer.toBinaryString(pattern), n)
                        .isEqualTo(expected);
                assertThat(scripted.requests()).hasSize(1);
            }
        }
    }

    @Test
    void itemWithoutAnAnswer_isLookedUpByItself() {
        wire.thenJson(answer("0", row("c", "0"), row("a", "0"))).thenJson(answer("0", row("b", "0")));
        assertThat(kinds(placeAll(builder(), "a", "b", "c")))
                .containsExactly("Confirmed a", "Confirmed b", "Confirmed c");
        assertThat(wire.requests()).hasSize(2);
        assertThat(wire.request(1).target()).isEqualTo("/api/v5/trade/order?clOrdId=b");
    }

    @Test
    void lostAnswer_leavesEachItemToBeLookedUp() {
        wire.thenFails(new IOException("reset"))
                .on(
                        "GET /api/v5/trade/order",
                        request -> ScriptedWire.json(
                                200, request.target().endsWith("=b") ? answer("0", row("b", "0")) : answer("0")));
        List<Outcome<OrderAck>> outcomes = placeAll(builder(), "a", "b");
        assertThat(kinds(outcomes)).containsExactly("Unknown a", "Confirmed b");
        assertThat(wire.posts()).isEqualTo(1);
        assertThat(journal.open()).singleElement().satisfies(open -> {
            assertThat(open.intent().clOrdId()).isEqualTo("a");
            assertThat(open.doubt()).isEqualTo(outcomes.get(0));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Items that echo no id are matched by their place.
                "0|{\"ordId\":\"1\",\"sCode\":\"0\"},{\"ordId\":\"2\",\"sCode\":\"0\"}|Confirmed a,Confirmed b",
                // One of them has the other's id: then its place says nothing.
                "0|{\"ordId\":\"1\",\"clOrdId\":\"b\",\"sCode\":\"0\"},{\"ordId\":\"2\",\"sCode\":\"0\"}|Unknown a,Confirmed b",
                // An id that nobody sent.
                "0|{\"ordId\":\"1\",\"clOrdId\":\"x\",\"sCode\":\"0\"},{\"ordId\":\"2\",\"clOrdId\":\"b\",\"sCode\":\"0\"}|Unknown a,Confirmed b",
                // The same id twice.
                "0|{\"ordId\":\"1\",\"clOrdId\":\"a\",\"sCode\":\"0\"},{\"ordId\":\"2\",\"clOrdId\":\"a\",\"sCode\":\"0\"}|Unknown a,Unknown b",
                // More answers than questions.
                "0|{\"ordId\":\"1\",\"clOrdId\":\"a\",\"sCode\":\"0\"},{\"ordId\":\"2\",\"clOrdId\":\"b\",\"sCode\":\"0\"},{\"ordId\":\"3\",\"sCode\":\"0\"}|Unknown a,Unknown b",
                // Success of an item in an answer that says that all failed.
                "1|{\"ordId\":\"1\",\"clOrdId\":\"a\",\"sCode\":\"0\"},{\"ordId\":\"\",\"clOrdId\":\"b\",\"sCode\":\"51008\"}|Unknown a,Rejected b",
                "2|{\"ordId\":\"1\",\"clOrdId\":\"a\",\"sCode\":\"0\"},{\"ordId\":\"\",\"clOrdId\":\"b\",\"sCode\":\"51008\"}|Confirmed a,Rejected b",
                // Not an item at all.
                "0|7,{\"ordId\":\"2\",\"clOrdId\":\"b\",\"sCode\":\"0\"}|Unknown a,Confirmed b",
                "0|''|Unknown a,Unknown b",
                // A code of the whole beside items: each item has the last word on itself.
                "51000|{\"ordId\":\"1\",\"clOrdId\":\"a\",\"sCode\":\"0\"},{\"ordId\":\"\",\"clOrdId\":\"b\",\"sCode\":\"51008\"}|Unknown a,Rejected b"
            })
    void answer_isMatchedByIdThenByPlace_orNotAtAll(String code, String rows, String expected) {
        wire.thenJson(answer(code, rows)).otherwise(request -> ScriptedWire.json(200, answer("0")));
        assertThat(kinds(placeAll(builder(), "a", "b"))).containsExactly(expected.split(",", -1));
    }

    @Test
    void refusalOfTheWhole_isEachItems() {
        wire.thenJson(answer("51000"));
        assertThat(placeAll(builder(), "a", "b"))
                .containsExactly(
                        new Outcome.Rejected<>("51000", "", null, "a"), new Outcome.Rejected<>("51000", "", null, "b"));
    }

    @Test
    void onlyTheItemsThatCameTooFast_leaveOnceMore() {
        wire.thenJson(answer("2", row("a", "0"), row("b", "50011"), row("c", "51008")))
                .thenJson(answer("0", row("b", "0")));
        assertThat(kinds(placeAll(builder(), "a", "b", "c")))
                .containsExactly("Confirmed a", "Confirmed b", "Rejected c");
        assertThat(wire.body(1)).isEqualTo("[{\"instId\":\"BTC-USDT\",\"clOrdId\":\"b\"}]");
        assertThat(wire.posts()).isEqualTo(2);
    }

    @Test
    void gate_judgesEveryItemFirst_andOneRefusalHoldsBackAll() {
        List<Outcome<OrderAck>> outcomes = placeAll(
                builder().gate(intent -> intent.clOrdId().equals("b") ? Decision.refuse("Too big.") : Decision.allow()),
                "a",
                "b",
                "c");
        String others = "Item 2, b, was held back, and then nothing of the batch goes: Too big.";
        assertThat(outcomes)
                .containsExactly(
                        new Outcome.NotSent<>(Outcome.NotSent.Cause.GATE, others, "a"),
                        new Outcome.NotSent<>(Outcome.NotSent.Cause.GATE, "Too big.", "b"),
                        new Outcome.NotSent<>(Outcome.NotSent.Cause.GATE, others, "c"));
        assertThat(journal.entries())
                .hasSize(3)
                .allSatisfy(entry -> assertThat(entry.outcome()).isNotNull());
        assertThat(wire.requests()).isEmpty();
    }

    @Test
    void idsAreMintedForEachItem() {
        wire.thenFails(new Wire.NotSentException("refused", new IOException()));
        List<Outcome<OrderAck>> outcomes =
                builder().build().rest().writeAll(PLACE, List.of(Params.of("instId", "X"), Params.of("instId", "X")));
        assertThat(outcomes)
                .extracting(Outcome::clOrdId)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.length() == 32);
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(((Outcome.NotSent<?>) outcome).cause())
                        .isEqualTo(Outcome.NotSent.Cause.UNREACHABLE));
    }

    @Test
    void cancels_areMatchedByOkxsIdWhereTheyWereNamedByIt_andMintNothing() {
        wire.thenJson(answer(
                "2",
                "{\"ordId\":\"2\",\"clOrdId\":\"\",\"sCode\":\"51000\"}",
                "{\"ordId\":\"1\",\"clOrdId\":\"\",\"sCode\":\"0\"}"));
        List<Outcome<OrderAck>> outcomes = builder()
                .build()
                .rest()
                .writeAll(
                        CANCEL,
                        IntStream.of(1, 2)
                                .mapToObj(id -> Params.of("instId", "X").and("ordId", Integer.toString(id)))
                                .toList());
        assertThat(kinds(outcomes)).containsExactly("Confirmed ", "Rejected ");
        assertThat(wire.body(0)).isEqualTo("[{\"instId\":\"X\",\"ordId\":\"1\"},{\"instId\":\"X\",\"ordId\":\"2\"}]");
    }

    @Test
    void wrongBatches_throw() {
        OkxClient okx = builder().build();
        assertThatThrownBy(() -> okx.rest().writeAll(PLACE, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one");
        assertThatThrownBy(() -> okx.rest().writeAll(PLACE, items("a", "a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("names one order");
        Endpoint<OrderAck> single =
                Endpoint.post("/api/v5/trade/order", OrderAck.class).write(WritePlan.place("clOrdId", "ordId", BY_ID));
        assertThatThrownBy(() -> okx.rest().writeAll(single, items("a", "b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one request at a time");
        assertThat(wire.requests()).isEmpty();
    }

    @Test
    void severalItemsMayAmendOneOrder_becauseTheirIdsNameNothingNew() {
        Endpoint<OrderAck> amend = Endpoint.post("/api/v5/trade/amend-batch-orders", OrderAck.class)
                .write(WritePlan.of(WriteIntent.Kind.AMEND, "clOrdId", "ordId", BY_ID)
                        .inAnArray()
                        .minting("reqId"));
        wire.thenJson(answer("1", row("a", "51008"), row("a", "51008")));
        builder().build().rest().writeAll(amend, items("a", "a"));
        assertThat(wire.body(0)).matches("\\[\\{.*\"reqId\":\"\\w{32}\"},\\{.*\"reqId\":\"\\w{32}\"}]");
    }
}

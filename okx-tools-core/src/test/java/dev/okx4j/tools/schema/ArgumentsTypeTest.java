package dev.okx4j.tools.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.json.Json;
import dev.okx4j.tools.Doc;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class ArgumentsTypeTest {
    /** A choice for these tests. */
    public enum Side {
        buy,
        sell
    }

    public record Order(
            @Doc("e.g. BTC-USDT") @Form(TextForm.INSTRUMENT) String instId,
            Side side,
            @Doc("Amount") BigDecimal sz,
            @OrMarket @Nullable BigDecimal px,
            @Range(min = 1, max = 400) @Nullable Integer limit,
            @Nullable Boolean reduceOnly,
            @OneOf({"1m", "1H"}) @Nullable String bar,
            @Form(TextForm.ID) @Nullable String ordId,
            @Nullable Map<String, BigDecimal> balances) {}

    public record Batch(@Doc("Orders") @Items(max = 2) List<Item> orders) {}

    public record Item(
            @Form(TextForm.ID) String algoId,
            @Doc("Amount") @Nullable BigDecimal sz) {}

    @Test
    void list_schema_isBoundedAndHoldsTheItems() {
        assertThat(Json.write(ArgumentsType.of(Batch.class).schema()))
                .isEqualTo(
                        "{\"type\":\"object\",\"properties\":{\"orders\":{\"type\":\"array\",\"items\":{\"type\":\"object\","
                                + "\"properties\":{\"algoId\":{\"type\":\"string\",\"maxLength\":20,\"pattern\":\"^[0-9]{1,20}$\"},"
                                + "\"sz\":{\"type\":\"string\",\"maxLength\":41,\"pattern\":\"^[0-9]{1,20}(\\\\.[0-9]{1,20})?$\","
                                + "\"description\":\"Amount\"}},\"required\":[\"algoId\"],\"additionalProperties\":false},"
                                + "\"minItems\":1,\"maxItems\":2,\"description\":\"Orders\"}},\"required\":[\"orders\"],"
                                + "\"additionalProperties\":false}");
    }

    @Test
    void list_bind_isTheRecordsInTheirOrder() {
        Map<?, ?> tree =
                (Map<?, ?>) Json.parse("{\"orders\":[{\"algoId\":\"2\",\"sz\":0.1},{\"algoId\":1,\"sz\":\"\"}]}");
        assertThat(ArgumentsType.of(Batch.class).bind(tree).orders())
                .containsExactly(new Item("2", new BigDecimal("0.1")), new Item("1", null));
    }

    @Test
    void list_wrongItems_areEachNamed() {
        Map<?, ?> tree = (Map<?, ?>) Json.parse("{\"orders\":[{\"algoId\":\"x\"},7]}");
        assertThatThrownBy(() -> ArgumentsType.of(Batch.class).bind(tree))
                .isInstanceOf(ArgumentException.class)
                .hasMessageContaining("orders[0]: algoId must be an id of digits")
                .hasMessageContaining("orders[1] must be an object with algoId, sz");
    }

    private static final ArgumentsType<Order> TYPE = ArgumentsType.of(Order.class);

    private static Map<String, @Nullable Object> order(Object... changes) {
        Map<String, @Nullable Object> order = new LinkedHashMap<>();
        order.put("instId", "BTC-USDT");
        order.put("side", "buy");
        order.put("sz", "0.5");
        for (int i = 0; i < changes.length; i += 2) {
            order.put((String) changes[i], changes[i + 1]);
        }
        return order;
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> refusal(Map<String, ?> arguments) {
        return assertThatThrownBy(() -> TYPE.bind(arguments)).isInstanceOf(ArgumentException.class);
    }

    @Test
    void schema_saysTypeBoundsDocAndWhatIsRequired() {
        assertThat(Json.write(TYPE.schema()))
                .isEqualTo("{\"type\":\"object\",\"properties\":{"
                        + "\"instId\":{\"type\":\"string\",\"maxLength\":64,\"pattern\":\"^[A-Z0-9][A-Z0-9._-]{0,63}$\","
                        + "\"description\":\"e.g. BTC-USDT\"},"
                        + "\"side\":{\"type\":\"string\",\"enum\":[\"buy\",\"sell\"]},"
                        + "\"sz\":{\"type\":\"string\",\"maxLength\":41,"
                        + "\"pattern\":\"^[0-9]{1,20}(\\\\.[0-9]{1,20})?$\",\"description\":\"Amount\"},"
                        + "\"px\":{\"type\":\"string\",\"maxLength\":41,"
                        + "\"pattern\":\"^(-1|[0-9]{1,20}(\\\\.[0-9]{1,20})?)$\"},"
                        + "\"limit\":{\"type\":\"integer\",\"minimum\":1,\"maximum\":400},"
                        + "\"reduceOnly\":{\"type\":\"boolean\"},"
                        + "\"bar\":{\"type\":\"string\",\"enum\":[\"1m\",\"1H\"]},"
                        + "\"ordId\":{\"type\":\"string\",\"maxLength\":20,\"pattern\":\"^[0-9]{1,20}$\"},"
                        + "\"balances\":{\"type\":\"object\",\"propertyNames\":{\"pattern\":\"^[A-Z0-9]{1,16}$\"},"
                        + "\"additionalProperties\":{\"type\":\"string\",\"maxLength\":41,"
                        + "\"pattern\":\"^[0-9]{1,20}(\\\\.[0-9]{1,20})?$\"},\"maxProperties\":20}},"
                        + "\"required\":[\"instId\",\"side\",\"sz\"],\"additionalProperties\":false}");
    }

    @Test
    void bind_everythingGiven_isTheRecord() {
        Order order = TYPE.bind(order(
                "px",
                "-1",
                "limit",
                new BigDecimal("25"),
                "reduceOnly",
                true,
                "bar",
                "1H",
                "ordId",
                new BigDecimal("312269865356374016"),
                "balances",
                Map.of("USDT", new BigDecimal("10000"))));
        assertThat(order)
                .isEqualTo(new Order(
                        "BTC-USDT",
                        Side.buy,
                        new BigDecimal("0.5"),
                        new BigDecimal("-1"),
                        25,
                        true,
                        "1H",
                        "312269865356374016",
                        Map.of("USDT", new BigDecimal("10000"))));
    }

    @Test
    void bind_nullOrEmptyOptional_countsAsLeftOut() {
        Order order = TYPE.bind(order("px", "", "limit", null, "bar", ""));
        assertThat(order.px()).isNull();
        assertThat(order.limit()).isNull();
        assertThat(order.bar()).isNull();
    }

    @Test
    void bind_unknownName_isRefusedWithTheNearest() {
        refusal(order("instId", null, "instID", "BTC-USDT"))
                .hasMessageContaining("instId is missing")
                .hasMessageStartingWith("There is no argument \"instID\". It takes");
        refusal(Map.of("instID", "BTC-USDT", "side", "buy", "sz", "1"))
                .hasMessageStartingWith("There is no argument \"instID\". Did you mean instId?");
        refusal(order("zzz", 1)).hasMessageStartingWith("There is no argument \"zzz\". It takes instId, side, sz");
    }

    @Test
    void bind_severalProblems_areAllSaid() {
        refusal(Map.of("instId", "btc usdt", "side", "BUY"))
                .hasMessageContaining("instId must be an instrument id in upper case")
                .hasMessageContaining("side must be one of buy, sell; it was \"BUY\". Did you mean buy?")
                .hasMessageContaining("sz is missing: Amount.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0.00000001", "12345678901234567890.12345678901234567890", "007", "1.50"})
    void decimal_plainDigits_areTakenExactly(String text) {
        assertThat(TYPE.bind(order("sz", text)).sz()).isEqualTo(new BigDecimal(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "-Infinity",
                "1e3",
                "1E-8",
                "0x10",
                "+1",
                "-1",
                "-0.5",
                " 1",
                "1 ",
                "1\n",
                "1,000",
                ".5",
                "5.",
                "1.2.3",
                "１",
                "100abc",
                "1_000",
                "123456789012345678901",
                "0.123456789012345678901",
                "--1",
                "1d",
                "٣"
            })
    void decimal_anythingElse_isRefused(String text) {
        refusal(order("sz", text))
                .hasMessageContaining("sz must be a positive decimal")
                .hasMessageContaining("digits");
    }

    @Test
    void decimal_zero_isRefused() {
        refusal(order("sz", "0")).hasMessage("sz must be more than 0.");
        refusal(order("sz", "0.000")).hasMessage("sz must be more than 0.");
    }

    @Test
    void decimal_numberLiteral_isTakenForItsPlainDigits() {
        assertThat(TYPE.bind(order("sz", Json.parse("0.1"))).sz()).isEqualTo("0.1");
        assertThat(TYPE.bind(order("sz", Json.parse("1e3"))).sz()).isEqualTo("1000");
        refusal(order("sz", Json.parse("1e99"))).hasMessageContaining("positive decimal");
        refusal(order("sz", Json.parse("-5"))).hasMessageContaining("positive decimal");
        refusal(order("sz", new BigDecimal("1e2000000000"))).hasMessageContaining("positive decimal");
    }

    @Test
    void number_ofAnyJavaType_isTakenForItsDigits() {
        assertThat(TYPE.bind(order("sz", 5, "limit", 25L)).sz()).isEqualTo("5");
        assertThat(TYPE.bind(order("sz", 0.1, "limit", 25)).sz()).isEqualTo("0.1");
        refusal(order("sz", Double.NaN)).hasMessageContaining("it was \"NaN\"");
    }

    @Test
    void decimal_minusOne_isTheMarketOnlyWhereItMeansThat() {
        assertThat(TYPE.bind(order("px", "-1")).px()).isEqualTo("-1");
        assertThat(TYPE.bind(order("px", new BigDecimal("-1"))).px()).isEqualTo("-1");
        refusal(order("px", "-2")).hasMessageContaining("or \"-1\" for the market price");
    }

    @Test
    void wholeNumber_outOfBoundsOrBroken_isRefused() {
        for (Object value :
                new Object[] {"0", "401", new BigDecimal("1.5"), "abc", "1.0", true, new BigDecimal("1e90")}) {
            refusal(order("limit", value)).hasMessageContaining("limit must be a whole number from 1 to 400");
        }
        assertThat(TYPE.bind(order("limit", new BigDecimal("25.0"))).limit()).isEqualTo(25);
        assertThat(TYPE.bind(order("limit", "25")).limit()).isEqualTo(25);
    }

    @Test
    void flag_inQuotes_isRefusedInsteadOfDropped() {
        refusal(order("reduceOnly", "true")).hasMessageContaining("reduceOnly must be true or false, without quotes");
    }

    @Test
    void text_ofAnotherTypeOrForm_isRefused() {
        refusal(order("instId", new BigDecimal("12345"))).hasMessageContaining("instId must be an instrument id");
        refusal(order("ordId", "12ab")).hasMessageContaining("ordId must be an id of digits");
        refusal(order("ordId", new BigDecimal("1.5"))).hasMessageContaining("ordId must be an id of digits");
        refusal(order("instId", Map.of("a", 1))).hasMessageContaining("not a structure");
        refusal(order("bar", "7m")).hasMessageContaining("bar must be one of 1m, 1H");
    }

    @Test
    void text_thatIsRefused_isQuotedShortAndPrintable() {
        refusal(order("instId", "\u001b[31m\u202E" + "A".repeat(10_000)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(160).doesNotContain("\u001b", "\u202E"));
    }

    @Test
    void amounts_withBadCurrencyOrAmount_areRefused() {
        refusal(order("balances", Map.of("usdt", "1"))).hasMessageContaining("is not a currency in upper case");
        refusal(order("balances", Map.of("USDT", "1e9")))
                .hasMessageContaining("balances.USDT must be a positive decimal");
        refusal(order("balances", Map.of())).hasMessageContaining("1 to 20 currencies");
        refusal(order("balances", "10000")).hasMessageContaining("1 to 20 currencies");
    }

    public record Unbounded(String anything) {}

    public record UnboundedNumber(Integer anything) {}

    @Test
    void of_recordWithoutBounds_isRefused() {
        assertThatThrownBy(() -> ArgumentsType.of(Unbounded.class)).hasMessageContaining("has no bounds");
        assertThatThrownBy(() -> ArgumentsType.of(UnboundedNumber.class)).hasMessageContaining("has no bounds");
    }
}

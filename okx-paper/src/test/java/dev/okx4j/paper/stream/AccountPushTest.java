package dev.okx4j.paper.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NullUnmarked
class AccountPushTest {
    private StreamExchange exchange;
    private StreamClient client;

    @BeforeEach
    void open() throws IOException {
        exchange = new StreamExchange(false);
        client = exchange.owner(Door.PRIVATE);
    }

    @AfterEach
    void close() throws IOException {
        exchange.close();
    }

    @Test
    void account_beginsWithASnapshot_andTellsTheCurrencyThatAnOrderFreezes() {
        client.subscribe("{\"channel\":\"account\"}");
        Map<?, ?> snapshot = client.push("account");
        assertThat(snapshot.get("eventType")).isEqualTo("snapshot");
        assertThat(snapshot.get("lastPage")).isEqualTo(true);
        assertThat(String.valueOf(snapshot.get("curPage"))).isEqualTo("1");
        assertThat(((Map<?, ?>) snapshot.get("arg")).containsKey("uid")).isTrue();
        exchange.limit("buy", "100", "1");
        Map<?, ?> update = client.push("account");
        assertThat(update.get("eventType")).isEqualTo("event_update");
        Map<?, ?> detail = detail(update);
        assertThat(detail.get("ccy")).isEqualTo("USDT");
        Map<?, ?> rest = (Map<?, ?>)
                ((List<?>) exchange.row("/api/v5/account/balance?ccy=USDT").get("details")).get(0);
        for (String field : List.of("cashBal", "ordFrozen", "availBal", "eq")) {
            assertThat(detail.get(field)).as(field).isEqualTo(rest.get(field));
        }
        assertThat(rest.get("ordFrozen")).isNotEqualTo("0");
    }

    @Test
    void account_isRepeatedEveryFewSeconds_unlessToldNotTo() {
        client.subscribe("{\"channel\":\"account\"}");
        client.push("account");
        exchange.beat(Duration.ofSeconds(6));
        assertThat(client.push("account").get("eventType")).isEqualTo("snapshot");
        StreamClient quiet = exchange.owner(Door.PRIVATE)
                .subscribe("{\"channel\":\"account\",\"extraParams\":\"{\\\"updateInterval\\\":\\\"0\\\"}\"}");
        quiet.push("account");
        quiet.settled();
        exchange.beat(Duration.ofSeconds(6));
        client.push("account");
        assertThat(quiet.settled()).isEmpty();
    }

    @Test
    void position_isPushedWithItsFill_andWithSizeZeroOnceClosed() {
        client.subscribe("{\"channel\":\"positions\",\"instType\":\"ANY\"}");
        assertThat((List<?>) client.push("positions").get("data")).isEmpty();
        exchange.market("buy", "1");
        Map<?, ?> opened = client.row("positions");
        Map<?, ?> rest = exchange.row("/api/v5/account/positions");
        for (String field : List.of("posId", "pos", "avgPx", "mgnMode", "lever", "tradeId", "upl")) {
            assertThat(opened.get(field)).as(field).isEqualTo(rest.get(field));
        }
        exchange.market("sell", "1");
        Map<?, ?> closed = client.row("positions");
        assertThat(closed.get("posId")).isEqualTo(opened.get("posId"));
        assertThat(closed.get("pos")).isEqualTo("0");
        assertThat(closed.get("avgPx")).isEqualTo("");
        assertThat(exchange.get("/api/v5/account/positions")).isEmpty();
    }

    @Test
    void balanceAndPosition_tellsBothOfAFill_withItsTrades() {
        client.subscribe("{\"channel\":\"balance_and_position\"}");
        assertThat(client.row("balance_and_position").get("eventType")).isEqualTo("snapshot");
        exchange.market("buy", "1");
        Map<?, ?> row = client.row("balance_and_position");
        assertThat(row.get("eventType")).isEqualTo("filled");
        assertThat((List<?>) row.get("balData")).hasSize(1);
        Map<?, ?> position = (Map<?, ?>) ((List<?>) row.get("posData")).get(0);
        assertThat(position.get("pos")).isEqualTo("1");
        List<?> fills = exchange.get("/api/v5/trade/fills");
        assertThat((List<?>) row.get("trades")).hasSameSizeAs(fills);
        exchange.post("/paper/v1/deposit", "{\"ccy\":\"USDT\",\"amt\":\"5\"}");
        assertThat(client.row("balance_and_position").get("eventType")).isEqualTo("transferred");
    }

    @Test
    void fill_isPushedOnItsOwnChannel() {
        client.subscribe("{\"channel\":\"fills\"}");
        String ordId = exchange.market("buy", "1");
        Map<?, ?> fill = client.row("fills");
        assertThat(fill.get("ordId")).isEqualTo(ordId);
        assertThat(fill.get("execType")).isEqualTo("T");
    }

    private static Map<?, ?> detail(Map<?, ?> push) {
        Map<?, ?> row = (Map<?, ?>) ((List<?>) push.get("data")).get(0);
        List<?> details = (List<?>) row.get("details");
        assertThat(details).hasSize(1);
        return (Map<?, ?>) details.get(0);
    }
}

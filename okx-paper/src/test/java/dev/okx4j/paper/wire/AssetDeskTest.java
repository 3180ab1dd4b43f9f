package dev.okx4j.paper.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Currencies, the worth of all accounts, and the bills of both. */
@NullUnmarked
class AssetDeskTest {
    private final Paper paper = ProductCalls.products();

    @Test
    void currencies_areThoseOfTheInstruments_andCannotLeave() {
        assertThat(column("/api/v5/asset/currencies", "ccy")).containsExactly("BTC", "USD", "USDT");
        Map<?, ?> row = paper.get("/api/v5/asset/currencies?ccy=BTC").row();
        assertThat(row.get("canWd")).isEqualTo(false);
        assertThat(row.get("canDep")).isEqualTo(false);
        assertThat(column("/api/v5/asset/currencies?ccy=BTC,USDT", "ccy")).containsExactly("BTC", "USDT");
        assertThat(column("/api/v5/asset/currencies?ccy=DOGE", "ccy")).isEmpty();
    }

    @Test
    void valuation_isOfBothAccounts_inTheCurrencyAsked() {
        move("18", "6", "2500", "out1");
        paper.pass(Duration.ofSeconds(2));
        Map<?, ?> usdt = paper.get("/api/v5/asset/asset-valuation?ccy=USDT").row();
        Map<?, ?> details = (Map<?, ?>) usdt.get("details");
        assertThat(usdt.get("totalBal")).isEqualTo("10000");
        assertThat(details.get("funding")).isEqualTo("2500");
        assertThat(details.get("trading")).isEqualTo("7500");
        assertThat(details.get("earn")).isEqualTo("0");
        paper.pass(Duration.ofSeconds(2));
        assertThat(new BigDecimal(paper.get("/api/v5/asset/asset-valuation").text("totalBal")))
                .isBetween(new BigDecimal("0.1"), new BigDecimal("0.2"));
        paper.pass(Duration.ofSeconds(2));
        assertThat(paper.get("/api/v5/asset/asset-valuation?ccy=DOGE").code()).isEqualTo("51012");
    }

    @Test
    void fundingBills_areItsTransfers_withTheBalanceAfterEach() {
        move("18", "6", "10", "in1");
        move("6", "18", "4", "out1");
        List<?> rows = rows("/api/v5/asset/bills");
        assertThat(rows).hasSize(2);
        Map<?, ?> newest = (Map<?, ?>) rows.get(0);
        assertThat(newest.get("type")).isEqualTo("131");
        assertThat(newest.get("balChg")).isEqualTo("-4");
        assertThat(newest.get("bal")).isEqualTo("6");
        assertThat(newest.get("clientId")).isEqualTo("out1");
        assertThat(rows("/api/v5/asset/bills?type=130")).isEqualTo(rows.subList(1, 2));
        assertThat(rows("/api/v5/asset/bills?clientId=in1")).isEqualTo(rows.subList(1, 2));
        assertThat(rows("/api/v5/asset/bills?ccy=BTC")).isEmpty();
        assertThat(rows("/api/v5/asset/bills?limit=1")).isEqualTo(rows.subList(0, 1));
    }

    @Test
    void fundingBills_pageByTime_andTheirHistoryByIdAsWell() {
        move("18", "6", "10", "a1");
        paper.post("/paper/v1/clock", "{\"by\":\"15m\"}");
        move("18", "6", "10", "a2");
        List<?> rows = rows("/api/v5/asset/bills-history");
        Map<?, ?> newest = (Map<?, ?>) rows.get(0);
        assertThat(rows("/api/v5/asset/bills?after=" + newest.get("ts"))).isEqualTo(rows.subList(1, 2));
        assertThat(rows("/api/v5/asset/bills-history?after=" + newest.get("ts")))
                .isEqualTo(rows.subList(1, 2));
        assertThat(rows("/api/v5/asset/bills-history?pagingType=2&after=" + newest.get("billId")))
                .isEqualTo(rows.subList(1, 2));
        assertThat(rows("/api/v5/asset/bills-history?pagingType=2&before=" + newest.get("billId")))
                .isEmpty();
    }

    @Test
    void tradingBills_leaveTheSevenDaysForTheArchive() {
        Paper older = new Paper();
        older.post("/paper/v1/reset", "{\"start\":\"2026-08-01T00:00:00Z\"}");
        older.buy("BTC-USDT-SWAP", "cross", "0.1");
        older.post("/paper/v1/clock", "{\"by\":\"8D\"}");
        assertThat(older.get("/api/v5/account/bills?type=2").data()).isEmpty();
        assertThat(older.get("/api/v5/account/bills-archive?type=2").data()).hasSize(1);
    }

    @Test
    void billTypes_areThoseThatThisExchangeWrites() {
        List<String> types = column("/api/v5/account/subtypes", "type");
        assertThat(types).contains("1", "2", "5", "6", "8");
        assertThat(column("/api/v5/account/subtypes?type=8,1", "type")).containsExactly("1", "8");
        paper.buy("BTC-USDT-SWAP", "isolated", "0.1");
        paper.post("/paper/v1/clock", "{\"by\":\"4H\"}");
        assertThat(types).containsAll(column("/api/v5/account/bills", "type"));
    }

    @Test
    void rateLimit_isThatOfTheLowestTier() {
        assertThat(paper.get("/api/v5/trade/account-rate-limit").text("accRateLimit"))
                .isEqualTo("1000");
    }

    @Test
    void userHasNoSubAccounts_andTheExchangeNoMaintenance() {
        assertThat(rows("/api/v5/users/subaccount/list")).isEmpty();
        assertThat(rows("/api/v5/system/status")).isEmpty();
        assertThat(rows("/api/v5/market/exchange-rate")).isEmpty();
    }

    private void move(String from, String to, String amount, String id) {
        paper.pass(Duration.ofSeconds(1));
        Paper.Reply reply = paper.post("/api/v5/asset/transfer", """
                {"ccy":"USDT","amt":"%s","from":"%s","to":"%s","clientId":"%s"}""".formatted(amount, from, to, id));
        assertThat(reply.code()).as(reply.body().toString()).isEqualTo("0");
    }

    private List<?> rows(String target) {
        paper.pass(Duration.ofSeconds(2));
        Paper.Reply reply = paper.get(target);
        assertThat(reply.code()).as(reply.body().toString()).isEqualTo("0");
        return reply.data();
    }

    private List<String> column(String target, String field) {
        return rows(target).stream()
                .map(row -> (String) ((Map<?, ?>) row).get(field))
                .toList();
    }
}

package dev.okx4j.paper.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class FundingDeskTest {
    private static final String TRANSFER = "/api/v5/asset/transfer";

    private final Paper paper = new Paper();

    @Test
    void transfer_isSeenInBothAccounts_itsState_andABill() {
        assertThat(paper.get("/api/v5/asset/balances").data()).isEmpty();

        Paper.Reply moved = transfer("""
                {"ccy":"USDT","amt":"1500.5","from":"18","to":"6","clientId":"once","type":"0"}""");

        assertThat(moved.code()).isEqualTo("0");
        assertThat(paper.get("/api/v5/asset/balances?ccy=USDT").text("bal")).isEqualTo("1500.5");
        assertThat(paper.get("/api/v5/asset/balances?ccy=BTC").data()).isEmpty();
        assertThat(paper.get("/api/v5/account/balance").row().toString()).contains("cashBal=8499.5");
        for (String id : new String[] {"clientId=once", "transId=" + moved.text("transId")}) {
            Paper.Reply state = paper.get("/api/v5/asset/transfer-state?" + id);
            assertThat(state.text("state")).isEqualTo("success");
            assertThat(state.text("amt")).isEqualTo("1500.5");
            assertThat(state.text("from") + " " + state.text("to")).isEqualTo("18 6");
        }
        Paper.Reply bill = paper.get("/api/v5/account/bills?type=1&subType=12");
        assertThat(bill.text("balChg")).isEqualTo("-1500.5");
        assertThat(bill.text("from") + " " + bill.text("to")).isEqualTo("18 6");
    }

    @Test
    void transfer_withTheSameClientId_isRefused_andMovesNothing() {
        String body = """
                {"ccy":"USDT","amt":"10","from":"18","to":"6","clientId":"once"}""";
        transfer(body);

        assertThat(transfer(body).code()).isEqualTo("58404");

        assertThat(paper.get("/api/v5/asset/balances").text("bal")).isEqualTo("10");
    }

    @Test
    void transfers_areLimitedByCurrency() {
        String usdt = """
                {"ccy":"USDT","amt":"1","from":"18","to":"6"}""";
        paper.post(TRANSFER, usdt);
        paper.post(TRANSFER, usdt);

        assertThat(paper.post(TRANSFER, usdt).code()).isEqualTo("50011");
        assertThat(paper.post(TRANSFER, usdt.replace("USDT", "BTC")).code()).isEqualTo("58116");
    }

    @Test
    void reset_emptiesTheFundingAccount_andIdsGoOn() {
        Paper.Reply moved = transfer("""
                {"ccy":"USDT","amt":"10","from":"18","to":"6","clientId":"once"}""");
        paper.buy("NVDA-USDT-SWAP", "isolated", "1");
        String fill = paper.get("/api/v5/trade/fills").text("tradeId");
        String ordId = paper.get("/api/v5/trade/fills").text("ordId");

        paper.post("/paper/v1/reset", "{}");

        assertThat(paper.get("/api/v5/asset/balances").data()).isEmpty();
        assertThat(paper.get("/api/v5/asset/transfer-state?clientId=once").code())
                .isEqualTo("58129");
        Paper.Reply again = paper.buy("NVDA-USDT-SWAP", "isolated", "1");
        assertThat(Long.parseLong(again.text("ordId")))
                .isGreaterThan(Long.parseLong(ordId))
                .isGreaterThan(Long.parseLong(moved.text("transId")));
        assertThat(Long.parseLong(paper.get("/api/v5/trade/fills").text("tradeId")))
                .isGreaterThan(Long.parseLong(fill));
    }

    private Paper.Reply transfer(String body) {
        paper.pass(Duration.ofSeconds(1));
        return paper.post(TRANSFER, body);
    }
}

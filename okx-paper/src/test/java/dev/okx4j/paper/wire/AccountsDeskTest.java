package dev.okx4j.paper.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The accounts of an exchange, as their owners see them over the wire. */
class AccountsDeskTest {
    private static final String ACCOUNTS = "/paper/v1/accounts";
    private static final String SUB_ACCOUNTS = "/api/v5/users/subaccount/list";
    private static final String BALANCE = "/api/v5/account/balance?ccy=USDT";

    private final Paper paper = new Paper();

    @Test
    void createdAccount_isOpenedByTheKeyThatIsToldOnce_withItsMoneyModeAndClock() {
        ApiKey key = create("""
                {"account":"bot","balances":{"USDT":"500"},"posMode":"long_short_mode","start":"2026-08-18T00:00:00Z"}""");

        assertThat(key.key()).startsWith("PAPER");
        assertThat(money(key)).isEqualTo("500");
        assertThat(paper.as(key, "GET", "/api/v5/account/config", "").text("posMode"))
                .isEqualTo("long_short_mode");
        assertThat(paper.as(key, "GET", "/api/v5/account/config", "").text("label"))
                .isEqualTo("bot");
        assertThat(paper.as(key, "GET", "/paper/v1/clock", "").text("marketTime"))
                .isEqualTo("1787011200000");
        assertThat(paper.get(ACCOUNTS).column("account")).containsExactly("test", "bot");
        assertThat(paper.get(ACCOUNTS).body().toString()).doesNotContain(key.secret());
    }

    @Test
    void spotMode_isSetBeforeAnybodyTrades() {
        ApiKey key = create("{\"account\":\"spot\",\"acctLv\":\"1\"}");
        assertThat(paper.as(key, "GET", "/api/v5/account/config", "").text("acctLv"))
                .isEqualTo("1");
    }

    @Test
    void depositAndReset_changeTheAccountOfTheKeyAlone() {
        ApiKey key = create("{\"account\":\"bot\",\"balances\":{\"USDT\":\"500\"}}");
        paper.as(key, "POST", "/paper/v1/deposit", "{\"ccy\":\"USDT\",\"amt\":\"1\"}");
        assertThat(money(key)).isEqualTo("501");
        assertThat(money(Paper.KEY)).isEqualTo("10000");
        paper.as(key, "POST", "/paper/v1/clock", "{\"by\":\"1D\"}");
        String mine = paper.get("/paper/v1/clock").text("marketTime");
        assertThat(paper.as(key, "GET", "/paper/v1/clock", "").text("marketTime"))
                .isNotEqualTo(mine);
        paper.as(key, "POST", "/paper/v1/reset", "{\"balances\":{\"USDT\":\"3\"}}");
        assertThat(money(key)).isEqualTo("3");
        assertThat(money(Paper.KEY)).isEqualTo("10000");
    }

    @Test
    void subAccountList_showsTheOthersToTheMainAccount_andNothingToThem() {
        ApiKey key = create("{\"account\":\"first\"}");
        create("{\"account\":\"second\"}");

        assertThat(paper.get(SUB_ACCOUNTS).column("subAcct")).containsExactly("second", "first");
        Map<?, ?> row = paper.get(SUB_ACCOUNTS + "?subAcct=first").row();
        assertThat(row.get("enable")).isEqualTo(true);
        assertThat(row.get("uid"))
                .isEqualTo(paper.as(key, "GET", "/api/v5/account/config", "").text("uid"));
        assertThat(paper.as(key, "GET", SUB_ACCOUNTS, "").data()).isEmpty();
        assertThat(paper.as(key, "GET", ACCOUNTS, "").column("account")).containsExactly("first");
    }

    @Test
    void keyOfAnotherAccount_mayNeitherCreateNorDelete() {
        ApiKey key = create("{\"account\":\"bot\"}");
        create("{\"account\":\"other\"}");
        for (String path : new String[] {"", "/delete", "/key", "/delete-key"}) {
            assertThat(paper.as(key, "POST", ACCOUNTS + path, "{\"account\":\"other\",\"key\":\"k\"}")
                            .code())
                    .as(path)
                    .isEqualTo("50120");
        }
        assertThat(paper.get(ACCOUNTS).data()).hasSize(3);
    }

    @Test
    void readOnlyKey_looksAndDoesNotTrade_andIsTakenAwayAgain() {
        create("{\"account\":\"bot\"}");
        ApiKey looker = key(paper.post(ACCOUNTS + "/key", "{\"account\":\"bot\",\"perm\":\"read_only\"}"));
        assertThat(paper.as(looker, "GET", BALANCE, "").code()).isEqualTo("0");
        assertThat(paper.as(looker, "POST", "/paper/v1/deposit", "{\"ccy\":\"USDT\",\"amt\":\"1\"}")
                        .code())
                .isEqualTo("50120");
        paper.post(ACCOUNTS + "/delete-key", "{\"account\":\"bot\",\"key\":\"" + looker.key() + "\"}");
        assertThat(paper.as(looker, "GET", BALANCE, "").code()).isEqualTo("50111");
    }

    @Test
    void deletedAccount_isGone_andItsKeyOpensNothing() {
        ApiKey key = create("{\"account\":\"bot\"}");
        assertThat(paper.post(ACCOUNTS + "/delete", "{\"account\":\"bot\"}").code())
                .isEqualTo("0");
        assertThat(paper.as(key, "GET", BALANCE, "").code()).isEqualTo("50111");
        assertThat(paper.get(ACCOUNTS).data()).hasSize(1);
        assertThat(paper.post(ACCOUNTS + "/delete", "{\"account\":\"bot\"}").code())
                .isEqualTo("51000");
        assertThat(paper.post(ACCOUNTS + "/delete", "{\"account\":\"test\"}").code())
                .as("the main account stays")
                .isEqualTo("51000");
        assertThat(money(create("{\"account\":\"bot\"}"))).isEqualTo("10000");
    }

    @Test
    void nameThatIsTakenOrImpossible_isRefused() {
        create("{\"account\":\"bot\"}");
        for (String name : new String[] {"bot", "BOT", "test", "a b", "../x"}) {
            assertThat(paper.post(ACCOUNTS, "{\"account\":\"" + name + "\"}").code())
                    .as(name)
                    .isEqualTo("51000");
        }
        assertThat(paper.post(ACCOUNTS, "{}").code()).isEqualTo("50014");
        assertThat(paper.post(ACCOUNTS, "{\"account\":\"new\",\"start\":\"1999-01-01T00:00:00Z\"}")
                        .code())
                .isEqualTo("51000");
        assertThat(paper.get(ACCOUNTS).data()).hasSize(2);
    }

    @Test
    void keyOfOkxItself_isRefused_withAWarning() {
        ApiKey real = new ApiKey("5e0f1c9a-3b7d-4c2e-9a11-0123456789ab", "s", "p");
        Paper.Reply refused = paper.as(real, "GET", BALANCE, "");
        assertThat(refused.code()).isEqualTo("50111");
        assertThat(refused.msg()).contains("paper exchange").doesNotContain("5e0f1c9a");
    }

    private ApiKey create(String body) {
        return key(paper.post(ACCOUNTS, body));
    }

    private static ApiKey key(Paper.Reply reply) {
        assertThat(reply.code()).as(reply.msg()).isEqualTo("0");
        return new ApiKey(reply.text("key"), reply.text("secret"), reply.text("passphrase"));
    }

    private String money(ApiKey key) {
        return paper.as(key, "GET", "/api/v5/account/balance", "")
                .text("totalEq")
                .replaceAll("\\.0*$", "");
    }
}

package dev.okx4j.tools.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.tools.Exchange;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class PositionAndAccountToolsTest {
    private final Exchange exchange = new Exchange();

    @Test
    void positions_areSwapsUnlessAskedOtherwise() {
        Map<?, ?> position =
                (Map<?, ?>) ((List<?>) exchange.call("swap_get_positions").get("data")).get(0);
        assertThat(position.get("upl")).isEqualTo("0.083");
        assertThat(position.containsKey("liqPx")).isFalse();
        exchange.call("swap_get_positions", "instType", "FUTURES", "instId", "X-USDT-261225", "posId", "7");
        assertThat(exchange.wire().calls())
                .extracting(Object::toString)
                .containsExactly(
                        "GET /api/v5/account/positions {instType=SWAP}",
                        "GET /api/v5/account/positions {instType=FUTURES, instId=X-USDT-261225, posId=7}");
    }

    @Test
    void fills_recentAndArchived_comeFromTheirOwnPlaces() {
        exchange.call("swap_get_fills", "ordId", "680800019749904384");
        Map<?, ?> archived = exchange.call("swap_get_fills", "archive", true, "limit", 1);
        assertThat(archived.get("next")).isEqualTo(Map.of("after", "680800019754098688"));
        assertThat(exchange.wire().calls())
                .extracting(Object::toString)
                .containsExactly(
                        "GET /api/v5/trade/fills {instType=SWAP, ordId=680800019749904384}",
                        "GET /api/v5/trade/fills-history {instType=SWAP, limit=1}");
    }

    @Test
    void leverage_isReadAndSet() {
        assertThat((List<?>) exchange.call("swap_get_leverage", "instId", "BTC-USDT-SWAP", "mgnMode", "cross")
                        .get("data"))
                .hasSize(2);
        Map<?, ?> set = exchange.call(
                "swap_set_leverage", "instId", "BTC-USDT-SWAP", "lever", "3", "mgnMode", "isolated", "posSide", "net");
        assertThat(((Map<?, ?>) set.get("data")).get("lever")).isEqualTo("3");
        assertThat(exchange.wire().bodies("POST /api/v5/account/set-leverage"))
                .containsExactly(
                        Map.of("instId", "BTC-USDT-SWAP", "lever", "3", "mgnMode", "isolated", "posSide", "net"));
    }

    @Test
    void balance_leavesOutWhatIsZeroButNotWhatMatters() {
        Map<?, ?> data =
                (Map<?, ?>) exchange.call("account_get_balance", "ccy", "USDT").get("data");
        assertThat(data.get("totalEq")).isEqualTo("10000.5");
        assertThat(data.containsKey("isoEq")).isFalse();
        Map<?, ?> usdt = (Map<?, ?>) ((List<?>) data.get("details")).get(0);
        assertThat(usdt.get("availBal")).isEqualTo("9950");
        assertThat(usdt.get("frozenBal")).isEqualTo("50");
        assertThat(usdt.containsKey("liab") || usdt.containsKey("collateralEnabled"))
                .isFalse();
        assertThat(exchange.wire().calls().get(0)).hasToString("GET /api/v5/account/balance {ccy=USDT}");
    }

    @Test
    void balance_ofAnEmptyAccount_showsItsZeros() {
        exchange.wire()
                .rows(
                        "GET /api/v5/account/balance",
                        "{\"totalEq\":\"0\",\"uTime\":\"1787227200000\",\"details\":[{\"ccy\":\"USDT\",\"eq\":\"0\","
                                + "\"cashBal\":\"0\",\"availBal\":\"0\"}]}");
        Map<?, ?> data = (Map<?, ?>) exchange.call("account_get_balance").get("data");
        assertThat(data.get("totalEq")).isEqualTo("0");
        assertThat(data.get("details")).hasToString("[{ccy=USDT, eq=0, cashBal=0, availBal=0}]");
    }

    @Test
    void bills_areTwentyUnlessAskedOtherwise() {
        exchange.call("account_get_bills");
        Map<?, ?> page = exchange.call("account_get_bills", "limit", 1, "type", "8", "after", "5");
        assertThat(page.get("next")).isEqualTo(Map.of("after", "623950854533513219"));
        assertThat(exchange.wire().calls())
                .extracting(Object::toString)
                .containsExactly(
                        "GET /api/v5/account/bills {limit=20}", "GET /api/v5/account/bills {type=8, after=5, limit=1}");
    }

    @Test
    void capabilities_sayWhereAndWhatIsAllowed() {
        Map<?, ?> data = (Map<?, ?>) exchange.call("system_get_capabilities").get("data");
        assertThat(data.get("venue")).isEqualTo("demo");
        assertThat(data.get("demo")).isEqualTo(true);
        assertThat(data.get("readOnly")).isEqualTo(false);
        assertThat(data.get("hasAuth")).isEqualTo(true);
        Map<?, ?> modules = (Map<?, ?>) data.get("moduleAvailability");
        assertThat(modules).hasSize(16);
        assertThat(modules.get("swap")).hasToString("{status=enabled}");
        assertThat(((Map<?, ?>) modules.get("option")).get("reasonCode")).isEqualTo("NOT_BUILT");
    }
}

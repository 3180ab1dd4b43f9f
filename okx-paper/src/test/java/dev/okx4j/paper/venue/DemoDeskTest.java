package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.NVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Money that a demo account is given, and gives back: by OKX's caps, three times a day, all or nothing. */
class DemoDeskTest {

    private final Fixture at = new Fixture(Fixture.products().quiet(3000));

    @Test
    void given_isThere_withABill() {
        Reply.DemoAdjusted reply = adjust(true, Map.of("BTC", "0.5", "USDT", "3000"));

        assertThat(reply.remaining()).isEqualTo(2);
        assertThat(reply.balances().get("USDT")).isEqualByComparingTo("13000");
        assertThat(reply.balances().get("BTC")).isEqualByComparingTo("0.5");
        assertThat(at.balance("BTC").cashBal()).isEqualByComparingTo("0.5");
        assertThat(at.venue.bills()).extracting(BillView::subType).endsWith("11", "11");
    }

    @Test
    void threeTimesADay_59691_andAgainTheNextDay() {
        for (int i = 2; i >= 0; i--) {
            assertThat(adjust(true, Map.of("USDT", "1")).remaining()).isEqualTo(i);
        }
        assertThat(at.refused(command(true, Map.of("USDT", "1"))).code()).isEqualTo("59691");
        adjust(false, Map.of("USDT", "1"));

        at.advance(24 * 60);
        assertThat(adjust(true, Map.of("USDT", "1")).remaining()).isEqualTo(2);
    }

    @Test
    void caps_areThoseOfOkx_forARequest() {
        adjust(true, Map.of("BTC", "1", "USDT", "5000"));

        assertThat(at.refused(command(true, Map.of("BTC", "1.01"))).code()).isEqualTo("51000");
        assertThat(at.refused(command(true, Map.of("USDT", "5001"))).code()).isEqualTo("51000");
        assertThat(at.refused(command(true, Map.of("XNVDA", "1"))).code()).isEqualTo("51000");
        assertThat(at.refused(command(true, Map.of("DOGE", "1"))).code()).isEqualTo("51012");
        assertThat(at.refused(command(true, Map.of())).code()).isEqualTo("51000");
        assertThat(at.refused(command(true, Map.of("BTC", "0"))).code()).isEqualTo("51000");
    }

    @Test
    void allOrNothing() {
        assertThat(at.refused(command(true, Map.of("BTC", "1", "USDT", "5001"))).code())
                .isEqualTo("51000");
        assertThat(at.refused(command(false, Map.of("USDT", "1", "BTC", "1"))).code())
                .isEqualTo("59692");
    }

    @Test
    void takenBack_isNoMoreThanThereIs_59692_norThanIsFree_59693() {
        assertThat(at.refused(command(false, Map.of("USDT", "10001"))).code()).isEqualTo("59692");
        at.place(Fixture.order(NVDA, Side.BUY, OrderType.LIMIT, "10")
                .tdMode(TradeMode.CROSS)
                .px(new BigDecimal("220")));

        assertThat(at.refused(command(false, Map.of("USDT", "9000"))).code()).isEqualTo("59693");
        assertThat(adjust(false, Map.of("USDT", "7798.9")).balances().get("USDT")).isEqualByComparingTo("2201.1");
    }

    private Reply.DemoAdjusted adjust(boolean increase, Map<String, String> amounts) {
        Reply reply = at.venue.apply(command(increase, amounts));
        assertThat(reply).isInstanceOf(Reply.DemoAdjusted.class);
        return (Reply.DemoAdjusted) reply;
    }

    private static Command.DemoAdjust command(boolean increase, Map<String, String> amounts) {
        Map<String, BigDecimal> adjustments = new TreeMap<>();
        amounts.forEach((ccy, amt) -> adjustments.put(ccy, new BigDecimal(amt)));
        return new Command.DemoAdjust(increase, adjustments);
    }
}

package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.NVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class TransferTest {

    private final Fixture at = new Fixture(Fixture.market());

    @Test
    void transfer_thereAndBack_movesTheMoney_withABillEachWay() {
        TransferView out = transfer("2500", false, "out1");
        TransferView in = transfer("500", true, null);

        assertThat(at.balance("USDT").cashBal()).isEqualByComparingTo("8000");
        assertThat(at.venue.funding()).hasSize(1);
        assertThat(at.venue.funding().get("USDT")).isEqualByComparingTo("2000");
        assertThat(at.venue.transfers()).containsExactly(out, in);
        assertThat(at.venue.bills().subList(1, 3))
                .satisfiesExactly(
                        bill -> {
                            assertThat(bill.subType()).isEqualTo("12");
                            assertThat(bill.balChg()).isEqualByComparingTo("-2500");
                            assertThat(bill.from() + " to " + bill.to()).isEqualTo("18 to 6");
                        },
                        bill -> {
                            assertThat(bill.subType()).isEqualTo("11");
                            assertThat(bill.balChg()).isEqualByComparingTo("500");
                            assertThat(bill.from() + " to " + bill.to()).isEqualTo("6 to 18");
                        });
    }

    @Test
    void transfer_ofWhatOrdersAndPositionsNeed_is58116() {
        at.limit(NVDA, Side.BUY, "10", "220");
        assertThat(at.balance("USDT").availBal()).isEqualByComparingTo("7798.9"); // 10000 − 2200 × 1.0005

        assertThat(at.refused(new Command.Transfer("USDT", new BigDecimal("7798.91"), false, null))
                        .code())
                .isEqualTo("58116");
        transfer("7798.9", false, null);

        assertThat(at.balance("USDT").availBal()).isZero();
    }

    @Test
    void transfer_withAClientIdThatWasUsed_is58404_soThatItCannotBeDoubled() {
        transfer("1", false, "once");

        assertThat(at.refused(new Command.Transfer("USDT", BigDecimal.ONE, false, "once"))
                        .code())
                .isEqualTo("58404");
        transfer("1", false, null);
        transfer("1", false, null);
    }

    @Test
    void transfer_ofNothing_orOfAnUnknownCurrency_isRefused() {
        assertThat(at.refused(new Command.Transfer("USDT", BigDecimal.ZERO, false, null))
                        .code())
                .isEqualTo("58114");
        assertThat(at.refused(new Command.Transfer("DOGE", BigDecimal.ONE, true, null))
                        .code())
                .isEqualTo("51012");
        assertThat(at.refused(new Command.Transfer("USDT", BigDecimal.ONE, true, null))
                        .code())
                .as("the funding account is empty")
                .isEqualTo("58116");
    }

    private TransferView transfer(String amt, boolean toTrading, String clientId) {
        Reply reply = at.venue.apply(new Command.Transfer("USDT", new BigDecimal(amt), toTrading, clientId));
        assertThat(reply).isInstanceOf(Reply.Transferred.class);
        return ((Reply.Transferred) reply).transfer();
    }
}

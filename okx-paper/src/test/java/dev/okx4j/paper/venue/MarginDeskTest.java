package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.NVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Margin that the owner puts into an isolated position or takes out of it. */
class MarginDeskTest {

    private final Fixture at = new Fixture(Fixture.market().to(NVDA, "215", "20000"));

    @BeforeEach
    void buyTwo() {
        at.lever(NVDA, TradeMode.ISOLATED, "10");
        at.market(NVDA, Side.BUY, "2"); // at 225.01: margin 45.002
    }

    @Test
    void added_leavesTheCash_andTheLiquidationPriceGoesAway() {
        BigDecimal liqPx = at.position(NVDA).liqPx();

        Reply.MarginAdjusted reply = adjust(true, "55");

        assertThat(at.position(NVDA).margin()).isEqualByComparingTo("100.002");
        assertThat(at.balance("USDT").cashBal()).isEqualByComparingTo("9899.77299"); // 10000 − 45.002 − 0.22501 − 55
        assertThat(at.position(NVDA).liqPx()).isLessThan(liqPx);
        assertThat(reply.lever()).as("450 ÷ 100.002").isEqualByComparingTo("4.50");
        BillView bill = at.venue.bills().get(at.venue.bills().size() - 1);
        assertThat(bill.type()).isEqualTo("6");
        assertThat(bill.subType()).isEqualTo("160");
        assertThat(bill.posBalChg()).isEqualByComparingTo("55");
    }

    @Test
    void takenOut_isNoMoreThanTheInitialMarginLeaves() {
        adjust(true, "55");

        // 100.002 − 0.02 loss − 450 ÷ 10
        assertThat(at.refused(new Command.AdjustMargin(NVDA, null, false, new BigDecimal("54.983")))
                        .code())
                .isEqualTo("59301");
        adjust(false, "54.982");
        assertThat(at.position(NVDA).margin()).isEqualByComparingTo("45.02");
        assertThat(at.venue.bills().get(at.venue.bills().size() - 1).subType()).isEqualTo("161");
    }

    @Test
    void aLoss_isNotTakenOut() {
        adjust(true, "55");
        at.advance(1); // 20.02 lost

        assertThat(at.refused(new Command.AdjustMargin(NVDA, null, false, new BigDecimal("37")))
                        .code())
                .isEqualTo("59301"); // 100.002 − 20.02 − 43 = 36.982
        adjust(false, "36.982");
    }

    @Test
    void moreThanThereIs_59301() {
        assertThat(at.refused(new Command.AdjustMargin(NVDA, null, true, new BigDecimal("9955")))
                        .code())
                .isEqualTo("59301");
    }

    @Test
    void withoutThePosition_59300() {
        assertThat(at.refused(new Command.AdjustMargin(Fixture.BTC, null, true, BigDecimal.ONE))
                        .code())
                .isEqualTo("59300");
        assertThat(at.refused(new Command.AdjustMargin(NVDA, PosSide.LONG, true, BigDecimal.ONE))
                        .code())
                .isEqualTo("59300");
        assertThat(at.refused(new Command.AdjustMargin(NVDA, null, true, BigDecimal.ZERO))
                        .code())
                .isEqualTo("51000");
    }

    private Reply.MarginAdjusted adjust(boolean add, String amt) {
        Reply reply = at.venue.apply(new Command.AdjustMargin(NVDA, null, add, new BigDecimal(amt)));
        assertThat(reply).isInstanceOf(Reply.MarginAdjusted.class);
        return (Reply.MarginAdjusted) reply;
    }
}

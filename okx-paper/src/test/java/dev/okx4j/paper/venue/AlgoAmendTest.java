package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.NVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class AlgoAmendTest {

    private static final BigDecimal MARKET = BigDecimal.ONE.negate();

    private final Fixture at =
            new Fixture(Fixture.market().to(NVDA, "220", "2000").to(NVDA, "215", "2000"));

    @Test
    void trigger_amended_firesAtTheNewPriceOnly() {
        AlgoView stop = stop("221");

        amend(of(stop).newSlTriggerPx(new BigDecimal("217")).newSz(new BigDecimal("0.5")));
        at.advance(1);
        assertThat(at.algo(stop.algoId()).state()).isEqualTo(AlgoState.LIVE);
        at.advance(1);

        assertThat(at.algo(stop.algoId()).state()).isEqualTo(AlgoState.EFFECTIVE);
        assertThat(at.algo(stop.algoId()).actualSz()).isEqualByComparingTo("0.5");
        assertThat(at.venue.fills().get(1).fillPx()).isLessThanOrEqualTo(new BigDecimal("217"));
    }

    @Test
    void leg_thatIsNotThere_cannotBeAmended() {
        AlgoView stop = stop("210");

        assertThat(at.refused(of(stop).newTpTriggerPx(new BigDecimal("300")).build())
                        .code())
                .isEqualTo("51000");
    }

    @Test
    void nothing_toAmend_is51500() {
        AlgoView stop = stop("210");

        assertThat(at.refused(of(stop).build()).code()).isEqualTo("51500");
        assertThat(at.refused(of(stop).newSlTriggerPx(new BigDecimal("210")).build())
                        .code())
                .isEqualTo("51500");
    }

    @Test
    void trigger_onTheWrongSide_isRefused_orCancelsTheAlgoOrder() {
        AlgoView stop = stop("210");
        CommandAmendAlgoBuilder wrong = of(stop).newSlTriggerPx(new BigDecimal("230"));

        assertThat(at.refused(wrong.build()).code()).isEqualTo("51280");
        Reply.AlgoAmended reply = amend(wrong.cxlOnFail(true));

        assertThat(reply.failure()).isNotNull();
        assertThat(at.algo(stop.algoId()).state()).isEqualTo(AlgoState.CANCELED);
        assertThat(at.refused(wrong.build()).code()).isEqualTo("51509");
    }

    @Test
    void algoOrder_thatHasFired_is51510() {
        AlgoView stop = stop("221");
        at.advance(1);

        assertThat(at.refused(of(stop).newSz(BigDecimal.ONE).build()).code()).isEqualTo("51510");
    }

    private AlgoView stop(String px) {
        at.market(NVDA, Side.BUY, "1");
        return at.place(Fixture.algo(NVDA, Side.SELL, AlgoType.CONDITIONAL, "1")
                .slTriggerPx(new BigDecimal(px))
                .slOrdPx(MARKET));
    }

    private static CommandAmendAlgoBuilder of(AlgoView algo) {
        return CommandAmendAlgoBuilder.builder().instId(NVDA).algoId(algo.algoId());
    }

    private Reply.AlgoAmended amend(CommandAmendAlgoBuilder change) {
        Reply reply = at.venue.apply(change.build());
        assertThat(reply).isInstanceOf(Reply.AlgoAmended.class);
        return (Reply.AlgoAmended) reply;
    }
}

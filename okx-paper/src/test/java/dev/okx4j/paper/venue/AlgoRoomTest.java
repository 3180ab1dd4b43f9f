package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.NVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many algo orders of a kind can be live on an instrument, as OKX documents them. */
class AlgoRoomTest {

    @ParameterizedTest
    @CsvSource({
        "CONDITIONAL, 100, 51261",
        "TRIGGER, 500, 51299",
        "MOVE_ORDER_STOP, 50, 51260",
        "ICEBERG, 100, 51262",
        "TWAP, 20, 51263",
        "CHASE, 1, 55116"
    })
    void place_oneTooMany(AlgoType type, int most, String code) {
        Fixture at = new Fixture(Fixture.market());
        for (int i = 0; i < most; i++) {
            at.place(ticket(type));
        }

        assertThat(at.venue.liveAlgos()).hasSize(most);
        assertThat(at.refused(ticket(type)).code()).isEqualTo(code);
    }

    private static AlgoTicketBuilder ticket(AlgoType type) {
        AlgoTicketBuilder ticket = Fixture.algo(NVDA, Side.SELL, type, "0.02").reduceOnly(false);
        return switch (type) {
            case CONDITIONAL, OCO -> ticket.slTriggerPx(d("214")).slOrdPx(d("-1"));
            case TRIGGER -> ticket.triggerPx(d("214")).orderPx(d("-1"));
            case MOVE_ORDER_STOP -> ticket.callbackRatio(d("0.02"));
            case ICEBERG, SMART_ICEBERG, TWAP ->
                ticket.slicing(new AlgoTicket.Slicing(d("0.01"), d("220"), d("0.01"), null, d("60"), null, null));
            case CHASE -> ticket.chasing(AlgoTicket.Chasing.AT_BEST);
        };
    }

    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }
}

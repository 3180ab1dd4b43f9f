import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.account.Position;
import dev.okx4j.client.account.PositionsRequest;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.trade.OrderAck;
import dev.okx4j.client.trade.PlaceOrderRequest;
import dev.okx4j.testing.Effect;
import dev.okx4j.testing.Fault;
import dev.okx4j.testing.PaperOkx;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a user's tests do with the extension: trade, go on in time, break the network, and begin anew each time. */
class BotTest {
    @RegisterExtension
    static final PaperOkx OKX = PaperOkx.start().balance("USDT", "500");

    private static final BigDecimal SIZE = new BigDecimal("0.1");

    private static Outcome<OrderAck> buy(OkxClient okx) {
        return okx.trade()
                .placeOrder(PlaceOrderRequest.builder()
                        .instId("BTC-USDT-SWAP")
                        .tdMode(TdMode.cross)
                        .side(Side.buy)
                        .ordType(OrdType.market)
                        .sz(SIZE)
                        .build());
    }

    private static void hasBoughtOnce() {
        List<Position> positions =
                OKX.client().account().positions(PositionsRequest.builder().build());
        assertEquals(1, positions.size());
        assertEquals(0, SIZE.compareTo(positions.get(0).pos()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Effect.class,
            names = {"NONE", "FILLED"})
    void order_whoseAnswerIsLost_endsAsTheExchangeHasIt(Effect effect) {
        OKX.faults().on("POST /api/v5/trade/order").nth(1).then(Fault.resetAfterRead(effect));

        Outcome<OrderAck> outcome = buy(OKX.client());

        assertEquals(1, OKX.faults().seen().size());
        if (effect == Effect.FILLED) {
            assertInstanceOf(Outcome.Confirmed.class, outcome);
            hasBoughtOnce();
        }
    }

    @Test
    void time_goesOnWhenATestSaysSo() {
        Instant before = OKX.now();
        OKX.advance(Duration.ofHours(3));
        assertEquals(before.plus(Duration.ofHours(3)), OKX.now());
    }

    @Nested
    class OverHttp {
        @Test
        void everyTest_beginsWithTheFirstBalance() {
            try (OkxClient okx = OKX.httpClientBuilder()
                    .gate(WriteGate.open())
                    .journal(IntentJournal.inMemory())
                    .build()) {
                assertInstanceOf(Outcome.Confirmed.class, buy(okx));
            }
            hasBoughtOnce();
        }
    }
}

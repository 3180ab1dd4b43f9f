package dev.okx4j.testing.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.intent.FileJournal;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.trade.OrderAck;
import dev.okx4j.client.trade.PlaceOrderRequest;
import dev.okx4j.testing.PaperOkx;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The check of the killed programs finds what it looks for. */
class CrashCheckTest {
    @RegisterExtension
    static final PaperOkx OKX = PaperOkx.start();

    @TempDir
    Path journal;

    private String order = "";

    @BeforeEach
    void placeOne() throws IOException {
        try (FileJournal kept = FileJournal.open(journal)) {
            order = place(kept, "20000");
        }
    }

    private static String place(IntentJournal kept, String px) {
        try (OkxClient client =
                OKX.clientBuilder().gate(WriteGate.open()).journal(kept).build()) {
            Outcome<OrderAck> outcome = client.trade()
                    .placeOrder(PlaceOrderRequest.builder()
                            .instId("BTC-USDT-SWAP")
                            .tdMode(TdMode.cross)
                            .side(Side.buy)
                            .ordType(OrdType.limit)
                            .sz(new BigDecimal("0.01"))
                            .px(new BigDecimal(px))
                            .build());
            assertThat(outcome).isInstanceOf(Outcome.Confirmed.class);
            return outcome.clOrdId();
        }
    }

    private CrashCheck check(String... said) throws IOException {
        CrashCheck check = new CrashCheck();
        check.run(journal, OKX.client(), List.of(said));
        return check;
    }

    @Test
    void allIsWell_findsNothing() throws IOException {
        CrashCheck check = check("OUT Confirmed " + order + " ...");
        assertThat(check.violations()).isEmpty();
        assertThat(check.intents()).isEqualTo(1);
        assertThat(check.orders()).isEqualTo(1);
    }

    @Test
    void orderThatTheJournalDoesNotKnow_isLost() throws IOException {
        place(IntentJournal.inMemory(), "20001");
        assertThat(check().figures()).isEqualTo("1 lost, 0 doubled, 0 left unexplained");
    }

    @Test
    void orderOfTheSamePrice_isDoubled() throws IOException {
        try (FileJournal kept = FileJournal.open(journal)) {
            place(kept, "20000.0");
        }
        assertThat(check().figures()).isEqualTo("0 lost, 1 doubled, 0 left unexplained");
    }

    @Test
    void orderThatWasSaidToBeRejected_orConfirmedAndIsNotThere_isLost() throws IOException {
        assertThat(check("OUT Rejected " + order + " ...").figures()).startsWith("1 lost");
        assertThat(check("OUT Confirmed elsewhere ...").figures()).startsWith("1 lost");
    }

    @Test
    void intentWithoutAnOutcome_isUnexplained() throws IOException {
        try (FileJournal kept = FileJournal.open(journal)) {
            kept.intents(List.of(
                    new WriteIntent("i", WriteIntent.Kind.PLACE, "/order", "other", Map.of(), Instant.EPOCH, null, 1)));
        }
        assertThat(check("LEFT something").figures()).isEqualTo("0 lost, 0 doubled, 2 left unexplained");
    }
}

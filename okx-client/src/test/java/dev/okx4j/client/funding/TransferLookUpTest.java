package dev.okx4j.client.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.error.OkxApiException;
import dev.okx4j.client.fixture.Clients;
import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.intent.WriteIntent.Kind;
import dev.okx4j.client.rest.Rest;
import dev.okx4j.client.rest.Sight;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class TransferLookUpTest {
    private static final WriteIntent INTENT = new WriteIntent(
            "i",
            Kind.TRANSFER,
            "/api/v5/asset/transfer",
            "t1",
            Map.of("type", "0", "ccy", "USDT", "amt", "1.5", "from", "6", "to", "18", "clientId", "t1"),
            VirtualTime.START,
            null,
            1);

    private final ScriptedWire wire = new ScriptedWire();
    private final VirtualTime time = new VirtualTime();
    private final Rest rest = Clients.reading(wire, time).build().rest();

    private static String row(String ccy, String amt, String state) {
        return "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"transId\":\"7\",\"clientId\":\"t1\",\"ccy\":\"" + ccy
                + "\",\"amt\":\"" + amt + "\",\"from\":\"6\",\"to\":\"18\",\"type\":\"0\",\"state\":\"" + state
                + "\"}]}";
    }

    @Test
    void transfer_thatWasMade_isConfirmed() {
        wire.thenJson(row("USDT", "1.50", "success"));
        assertThat(new TransferLookUp().look(rest, INTENT))
                .isEqualTo(new Sight.Decided<>(new Outcome.Confirmed<>(
                        new TransferAck(
                                "7",
                                "t1",
                                "USDT",
                                TransferAccount.funding,
                                new BigDecimal("1.5"),
                                TransferAccount.trading),
                        "t1")));
        assertThat(wire.request(0).target()).isEqualTo("/api/v5/asset/transfer-state?clientId=t1&type=0");
    }

    @Test
    void transfer_thatFailed_movedNothing() {
        wire.thenJson(row("USDT", "1.5", "failed"));
        assertThat(new TransferLookUp().look(rest, INTENT))
                .isEqualTo(new Sight.Decided<>(new Outcome.Rejected<>(
                        Outcome.Rejected.NO_EFFECT,
                        "OKX took the transfer, and it failed: no money moved.",
                        null,
                        "t1")));
    }

    @ParameterizedTest
    @CsvSource({"USDT,1.5,pending", "USDC,1.5,success", "USDT,1.6,success", "USDT,1.6,failed", "USDT,'',success"})
    void transfer_onItsWay_orAnotherOne_decidesNothing(String ccy, String amt, String state) {
        wire.thenJson(row(ccy, amt, state));
        assertThat(new TransferLookUp().look(rest, INTENT)).isInstanceOf(Sight.Pending.class);
    }

    @Test
    void transfer_thatOkxDoesNotKnow_isMissing_whichNeverIsAProof() {
        wire.thenJson("{\"code\":\"0\",\"msg\":\"\",\"data\":[]}")
                .thenJson("{\"code\":\"58129\",\"msg\":\"incorrect\",\"data\":[]}")
                .thenJson("{\"code\":\"51000\",\"msg\":\"no\",\"data\":[]}");
        assertThat(new TransferLookUp().look(rest, INTENT)).isInstanceOf(Sight.Missing.class);
        assertThat(new TransferLookUp().look(rest, INTENT)).isInstanceOf(Sight.Missing.class);
        assertThatThrownBy(() -> new TransferLookUp().look(rest, INTENT)).isInstanceOf(OkxApiException.class);
        assertThat(new TransferLookUp().leftNoTrace(rest, INTENT)).isFalse();
        assertThat(new TransferLookUp().lookBack(rest, INTENT)).isInstanceOf(Sight.Missing.class);
    }
}

package dev.okx4j.client.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.error.OkxException;
import dev.okx4j.client.fixture.ScriptedWire;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log says of codes that OKX documents nowhere. */
@NullUnmarked
class UndocumentedCodesTest extends WriteSetting {
    private static final PrintStream STDERR = System.err;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final OkxClient okx = builder().limiter(new Limiter()).build();

    @BeforeEach
    void readTheLog() {
        System.setErr(new PrintStream(log, true, UTF_8));
    }

    @AfterEach
    void letTheLogSpeak() {
        System.setErr(STDERR);
    }

    private List<String> warnings() {
        return log.toString(UTF_8)
                .lines()
                .filter(line -> line.contains("UndocumentedCodes"))
                .toList();
    }

    private void read(String code) {
        wire.otherwise(request -> ScriptedWire.json(
                200, "{\"code\":\"" + code + "\",\"msg\":\"KEY SECRET PHRASE\",\"data\":[],\"more\":\"PHRASE\"}"));
        assertThatThrownBy(() -> okx.account().config()).isInstanceOf(OkxException.class);
    }

    @Test
    void codeThatOkxDoesNotDocument_isLoggedOnce_withTheEndpointAndNothingElse() {
        read("59998");
        read("59998");
        assertThat(warnings())
                .singleElement()
                .asString()
                .contains("WARN", "GET /api/v5/account/config", "code 59998")
                .doesNotContain("KEY", "SECRET", "PHRASE");
    }

    @Test
    void codesThatOkxDocuments_areNotLogged() {
        for (String code : List.of("51000", "50026", "58350", "1")) {
            read(code);
        }
        assertThat(warnings()).isEmpty();
    }

    @Test
    void codeOfAnItem_isLoggedToo() {
        wire.thenJson(
                        "{\"code\":\"1\",\"data\":[{\"ordId\":\"\",\"clOrdId\":\"a1\",\"sCode\":\"59997\",\"sMsg\":\"\"}]}")
                .otherwise(request -> ScriptedWire.json(200, NOT_FOUND));
        okx.trade().placeOrder(order(ID));
        assertThat(warnings()).singleElement().asString().contains("POST /api/v5/trade/order", "code 59997");
    }

    @Test
    void codeThatIsNoNumber_isNotRepeated() {
        read("PHRASE");
        read("KEY");
        assertThat(warnings())
                .singleElement()
                .asString()
                .contains("that is no number")
                .doesNotContain("PHRASE");
    }

    @Test
    void noise_endsAfterAHundredCodes() {
        UndocumentedCodes codes = new UndocumentedCodes();
        for (int i = 0; i < 2 * UndocumentedCodes.MOST; i++) {
            codes.heard(Session.TIME, Integer.toString(90_000 + i));
        }
        codes.heard(Session.TIME, "90000");
        assertThat(warnings()).hasSize(UndocumentedCodes.MOST);
    }
}

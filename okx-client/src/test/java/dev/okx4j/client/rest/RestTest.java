package dev.okx4j.client.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.OkxClientBuilder;
import dev.okx4j.client.account.PositionsRequest;
import dev.okx4j.client.account.SetLeverageRequest;
import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.auth.Signer;
import dev.okx4j.client.error.BadAnswerException;
import dev.okx4j.client.error.OkxApiException;
import dev.okx4j.client.error.OkxException;
import dev.okx4j.client.error.OkxIoException;
import dev.okx4j.client.error.RateLimitedException;
import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.market.CandlesRequest;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.MgnMode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class RestTest {
    private static final String TIME = "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"ts\":\"1786924800000\"}]}";
    private static final String NOTHING = "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}";

    private final VirtualTime time = new VirtualTime();
    private final ScriptedWire wire = new ScriptedWire();

    private OkxClientBuilder builder() {
        return OkxClient.builder()
                .wire(wire)
                .clock(time)
                .waits(time)
                .credentials(Credentials.of("KEY", "SECRET", "PHRASE"));
    }

    @Test
    void get_flattensItsRequestIntoTheQuery() {
        wire.thenJson(NOTHING);
        builder()
                .build()
                .account()
                .positions(PositionsRequest.builder()
                        .instType(InstType.SWAP)
                        .instId(List.of("BTC-USDT-SWAP", "ETH-USDT-SWAP"))
                        .build());
        assertThat(wire.request(0).target())
                .isEqualTo("/api/v5/account/positions?instType=SWAP&instId=BTC-USDT-SWAP%2CETH-USDT-SWAP");
        assertThat(wire.request(0).body()).isEmpty();
    }

    @Test
    void query_isEncodedByRfc3986() {
        wire.thenJson(NOTHING);
        Params params = Params.of("a b", "x/?&=+é😀~-._")
                .and("n", 5)
                .and("d", new BigDecimal("1E+3"))
                .and("absent", null);
        builder().build().rest().list(Endpoint.get("/api/v5/x", Rest.Time.class), params);
        assertThat(wire.request(0).target())
                .isEqualTo("/api/v5/x?a%20b=x%2F%3F%26%3D%2B%C3%A9%F0%9F%98%80~-._&n=5&d=1000");
    }

    @Test
    void timesInARequest_goOutAsMilliseconds() {
        wire.thenJson(NOTHING);
        builder()
                .build()
                .market()
                .candles(CandlesRequest.builder()
                        .instId("BTC-USDT")
                        .after(Instant.ofEpochMilli(1597026383085L))
                        .limit(2)
                        .build());
        assertThat(wire.request(0).target())
                .isEqualTo("/api/v5/market/candles?instId=BTC-USDT&after=1597026383085&limit=2");
    }

    @Test
    void unknownEnum_isNeverSent() {
        PositionsRequest request =
                PositionsRequest.builder().instType(InstType.UNKNOWN).build();
        assertThatThrownBy(() -> builder().build().account().positions(request))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("instType");
        assertThat(wire.requests()).isEmpty();
    }

    @Test
    void publicCall_isNotSigned() {
        wire.thenJson(TIME);
        assertThat(builder().build().publicData().time()).isEqualTo(Instant.ofEpochMilli(1786924800000L));
        assertThat(wire.request(0).headers())
                .doesNotContainKey("OK-ACCESS-KEY")
                .doesNotContainKey("x-simulated-trading");
    }

    @Test
    void privateCall_signsTimeMethodTargetAndBody() {
        StringBuilder signed = new StringBuilder();
        Signer signer = prehash -> {
            signed.append(prehash);
            return "SIGNATURE";
        };
        wire.thenJson("{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"lever\":\"3\",\"mgnMode\":\"cross\"}]}");
        builder()
                .signer(signer)
                .demo(true)
                .gate(WriteGate.open())
                .journal(IntentJournal.inMemory())
                .build()
                .account()
                .setLeverage(SetLeverageRequest.builder()
                        .instId("BTC-USDT-SWAP")
                        .lever(BigDecimal.valueOf(3))
                        .mgnMode(MgnMode.cross)
                        .build());
        assertThat(wire.body(0)).isEqualTo("{\"instId\":\"BTC-USDT-SWAP\",\"lever\":\"3\",\"mgnMode\":\"cross\"}");
        // The virtual clock stands at a whole second, whose ".000" must not get lost.
        assertThat(signed).hasToString("2026-08-17T00:00:00.000ZPOST/api/v5/account/set-leverage" + wire.body(0));
        assertThat(wire.request(0).headers())
                .containsEntry("OK-ACCESS-KEY", "KEY")
                .containsEntry("OK-ACCESS-SIGN", "SIGNATURE")
                .containsEntry("OK-ACCESS-TIMESTAMP", "2026-08-17T00:00:00.000Z")
                .containsEntry("OK-ACCESS-PASSPHRASE", "PHRASE")
                .containsEntry("Content-Type", "application/json")
                .containsEntry("x-simulated-trading", "1")
                .doesNotContainKey("expTime");
    }

    @Test
    void demoHeader_isOnPublicCallsToo() {
        wire.thenJson(TIME);
        builder().demo(true).build().publicData().time();
        assertThat(wire.request(0).headers()).containsEntry("x-simulated-trading", "1");
    }

    @Test
    void privateCall_withoutAKey_saysWhatIsMissing() {
        OkxClient okx = OkxClient.builder().wire(wire).build();
        assertThatThrownBy(() -> okx.account().balance())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("credentials");
    }

    @Test
    void setting_onAReadingClient_isRefused() {
        assertThatThrownBy(() -> builder()
                        .build()
                        .account()
                        .setLeverage(new SetLeverageRequest("X", null, BigDecimal.ONE, MgnMode.cross, null)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("gate");
        assertThat(wire.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "200,51001,dev.okx4j.client.error.OkxApiException",
        "401,50113,dev.okx4j.client.error.AuthenticationException",
        "401,50111,dev.okx4j.client.error.AuthenticationException",
        "401,50110,dev.okx4j.client.error.PermissionException",
        "200,50120,dev.okx4j.client.error.PermissionException",
        "429,50011,dev.okx4j.client.error.RateLimitedException",
        "200,50011,dev.okx4j.client.error.RateLimitedException",
        "500,50026,dev.okx4j.client.error.OkxApiException"
    })
    void refusal_isTheExceptionOfItsCode(int status, String code, Class<OkxApiException> type) {
        String refusal = "{\"code\":\"" + code + "\",\"msg\":\"Because\",\"data\":[]}";
        wire.otherwise(request -> ScriptedWire.json(status, refusal));
        OkxApiException e =
                catchThrowableOfType(type, () -> builder().build().account().balance());
        assertThat(e).isExactlyInstanceOf(type);
        assertThat(e.code()).isEqualTo(code);
        assertThat(e.msg()).isEqualTo("Because");
        assertThat(e.endpoint()).isEqualTo("GET /api/v5/account/balance");
        assertThat(e.traceId()).isEqualTo("trace-1");
        assertThat(e).hasMessageContaining(code).hasMessageContaining("Because");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|text/html|<html><script>x</script>Just a moment</html>",
                "502|text/html|<h1>Bad gateway</h1>",
                "307|application/json|{\"code\":\"0\",\"data\":[]}",
                "200|application/json|''",
                "200|application/json|{\"code\":\"0\",\"data\":[{\"ts\":\"1\"}]}x",
                "200|application/json|{\"code\":\"0\",\"code\":\"0\",\"data\":[{\"ts\":\"1\"}]}",
                "200|application/json|{\"data\":[{\"ts\":\"1\"}]}",
                "200|application/json|[]",
                "200|application/json|{\"code\":\"0\",\"data\":[]}",
                "200|application/json|{\"code\":\"0\",\"data\":null}",
                "200|application/json|{\"code\":\"0\",\"data\":[{\"ts\":\"1\"},{\"ts\":\"2\"}]}",
                "200|application/json|{\"code\":\"0\",\"data\":[{\"ts\":\"x\"}]}",
                "200|application/json|{\"code\":\"0\",\"data\":[7]}",
                "200|application/json|{\"code\":\"0\",\"data\":[null]}"
            })
    void answer_thatIsNotOkxs_isABadAnswer(int status, String type, String body) {
        wire.then(request -> ScriptedWire.answer(status, type, body));
        BadAnswerException e = catchThrowableOfType(
                BadAnswerException.class, () -> builder().build().publicData().time());
        assertThat(e).isNotNull();
        assertThat(e.getMessage())
                .contains("GET /api/v5/public/time")
                .doesNotContain("<")
                .hasSizeLessThan(400);
        assertThat(wire.requests()).hasSize(1);
    }

    @Test
    void calls_beyondTheLimit_waitForTheWindow() {
        wire.otherwise(request -> ScriptedWire.json(200, TIME));
        OkxClient okx = builder().build();
        for (int i = 0; i < 21; i++) {
            okx.publicData().time();
        }
        assertThat(time.sleeps()).hasSize(11).startsWith(Duration.ofMillis(2100));
        assertThat(time.sleeps().stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofMillis(4200));
    }

    @Test
    void call_thatWouldWaitTooLong_isRateLimitedWithoutBeingSent() {
        wire.otherwise(request -> ScriptedWire.json(200, TIME));
        Rest rest = builder().build().rest().within(Duration.ofSeconds(1));
        Endpoint<Rest.Time> once = Endpoint.get("/x", Rest.Time.class).limit(1, RateLimit.Scope.IP);
        rest.one(once, Params.none());
        assertThatThrownBy(() -> rest.one(once, Params.none()))
                .isInstanceOf(RateLimitedException.class)
                .satisfies(e -> assertThat(((OkxException) e).code()).isNull());
        assertThat(wire.requests()).hasSize(1);
    }

    @Test
    void interrupted_whileItWaits_saysSoAndStaysInterrupted() {
        wire.otherwise(request -> ScriptedWire.json(200, TIME));
        Rest rest = builder().build().rest();
        Endpoint<Rest.Time> once = Endpoint.get("/x", Rest.Time.class).limit(1, RateLimit.Scope.IP);
        rest.one(once, Params.none());
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> rest.one(once, Params.none())).isInstanceOf(OkxIoException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void write_throughListOrOne_isRefused() {
        Endpoint<Rest.Time> plain = Endpoint.get("/x", Rest.Time.class);
        Endpoint<?> place = OkxClient.endpoints().stream()
                .filter(e -> e.plan() != null)
                .findFirst()
                .orElseThrow();
        Rest rest = builder().build().rest();
        assertThatThrownBy(() -> rest.list(place, Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rest.write(plain, Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void secrets_areInNoTextOrException() {
        String[] secrets = {"SECRETCANARY", "PHRASECANARY", "SIGNCANARY"};
        StringBuilder seen = new StringBuilder();
        OkxClient okx = builder()
                .credentials(Credentials.of("KEYCANARY0123456", secrets[0], secrets[1]))
                .signer(prehash -> secrets[2])
                .build();
        wire.then(request -> {
                    seen.append(request);
                    throw new IOException("lost " + request);
                })
                .thenJson(401, "{\"code\":\"50113\",\"msg\":\"Invalid Sign\"}")
                .then(request -> ScriptedWire.answer(200, "text/html", "<p>no</p>"));
        for (int i = 0; i < 3; i++) {
            OkxException e =
                    catchThrowableOfType(OkxException.class, () -> okx.account().balance("BTC"));
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            seen.append(trace);
        }
        assertThat(seen.toString()).contains("balance").doesNotContain(secrets).doesNotContain("KEYCANARY0123456");
    }
}

package dev.okx4j.client.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.account.PositionsRequest;
import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.error.AuthenticationException;
import dev.okx4j.client.error.BlockedException;
import dev.okx4j.client.error.OkxException;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.seam.Entropy;
import dev.okx4j.client.trade.CancelOrderRequest;
import dev.okx4j.client.trade.OrderAck;
import dev.okx4j.client.trade.PlaceOrderRequest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class DoorsTest {
    private static final String PAGE = "<html><title>Access denied</title>error code: 1015</html>";

    private final VirtualTime time = new VirtualTime();
    private final Limiter limiter = new Limiter();
    private final List<String> sent = new ArrayList<>();
    private final List<Long> sentAt = new ArrayList<>();
    private Wire exchange = this::fine;
    private final OkxClient okx = client(1);

    private OkxClient client(long seed) {
        return OkxClient.builder()
                .wire(request -> {
                    sent.add(request.method() + " " + request.target().replaceFirst("\\?.*", ""));
                    sentAt.add(time.nanos());
                    return exchange.exchange(request);
                })
                .limiter(limiter)
                .clock(time)
                .waits(time)
                .entropy(Entropy.seeded(seed))
                .credentials(Credentials.of("KEY", "SECRET", "PHRASE"))
                .gate(WriteGate.open())
                .journal(IntentJournal.inMemory())
                .build();
    }

    private WireResponse fine(WireRequest request) {
        long now = VirtualTime.START.plusNanos(time.nanos() - 1).toEpochMilli();
        String row = request.method().equals("POST")
                ? "{\"ordId\":\"1\",\"clOrdId\":\"\",\"sCode\":\"0\"}"
                : "{\"ts\":\"" + now + "\"}";
        return answer(200, "application/json", "{\"code\":\"0\",\"msg\":\"\",\"data\":[" + row + "]}");
    }

    private static WireResponse answer(int status, String type, String body, String... headers) {
        Map<String, String> all = new HashMap<>(Map.of("content-type", type));
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return new WireResponse(status, all, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String refusal(String code) {
        return "{\"code\":\"" + code + "\",\"msg\":\"Why\",\"data\":[]}";
    }

    private void ban(String... headers) {
        exchange = request -> answer(403, "text/html", PAGE, headers);
    }

    private void read() {
        okx.publicData().time();
    }

    private void positions() {
        okx.account().positions(PositionsRequest.builder().build());
    }

    private BlockedException blocked() {
        return catchThrowableOfType(BlockedException.class, this::read);
    }

    private Outcome<OrderAck> place() {
        return okx.trade()
                .placeOrder(PlaceOrderRequest.builder()
                        .instId("BTC-USDT-SWAP")
                        .tdMode(TdMode.cross)
                        .side(Side.buy)
                        .ordType(OrdType.market)
                        .sz(BigDecimal.ONE)
                        .build());
    }

    private Outcome<OrderAck> cancel() {
        return okx.trade()
                .cancelOrder(CancelOrderRequest.builder()
                        .instId("BTC-USDT-SWAP")
                        .ordId("1")
                        .build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403|text/html|<html>error code: 1015</html>",
                "429|text/html|<html>Too many</html>",
                "429|text/plain|error code: 1015",
                "403|application/json|{\"error\":\"denied\"}",
                "403|application/json|''",
                "429|application/json|[]"
            })
    void page_inTheWay_stopsEverything(int status, String type, String body) {
        exchange = request -> answer(status, type, body);
        assertThatThrownBy(this::read).isInstanceOf(OkxException.class);
        assertThatThrownBy(this::read)
                .isInstanceOf(BlockedException.class)
                .hasMessageContaining("shut this address out")
                .hasMessageContaining("HTTP " + status)
                .hasMessageContaining("nothing is sent until 2026-08-17T00:00:")
                .hasMessageNotContaining("<");
        assertThatThrownBy(this::positions).isInstanceOf(BlockedException.class);
        assertThat(sent).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403|application/json|{\"code\":\"50035\",\"msg\":\"\"}",
                "429|application/json|{\"code\":\"50011\",\"msg\":\"\"}",
                "502|text/html|<html>Bad gateway</html>",
                "404|text/html|<html>Nothing</html>",
                "200|text/html|<html>Maintenance</html>"
            })
    void answer_ofOkxOrOfABrokenGateway_stopsNothing(int status, String type, String body) {
        exchange = request -> answer(status, type, body);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(this::read).isInstanceOf(OkxException.class).isNotInstanceOf(BlockedException.class);
        }
        exchange = this::fine;
        read();
    }

    @Test
    void ban_isMetWithAtMostThreeRequestsAMinute() {
        ban();
        for (int i = 0; i < 3_000; i++) {
            try {
                read();
            } catch (OkxException e) {
                assertThat(e).hasMessageMatching("(?s).*(1015|shut this address out).*");
            }
            time.advance(Duration.ofMillis(100));
        }
        assertThat(sent).hasSizeBetween(10, 15);
        for (int i = 1; i < sentAt.size(); i++) {
            Duration apart = Duration.ofNanos(sentAt.get(i) - sentAt.get(i - 1));
            assertThat(apart).isBetween(Duration.ofSeconds(21), Duration.ofMillis(30_100));
        }
    }

    @Test
    void probe_thatIsAnswered_opensTheDoorForAll() {
        ban();
        assertThatThrownBy(this::read);
        exchange = this::fine;
        Instant until = blocked().until();
        assertThat(until)
                .isBetween(VirtualTime.START.plusSeconds(21), VirtualTime.START.plusSeconds(30))
                .isEqualTo(blocked().until());
        time.advance(Duration.between(VirtualTime.START, until).minusNanos(1));
        assertThat(blocked()).isNotNull();
        time.advance(Duration.ofNanos(1));
        read();
        positionsAreRead();
        assertThat(sent).hasSize(3);
    }

    private void positionsAreRead() {
        exchange = request -> answer(200, "application/json", "{\"code\":\"0\",\"msg\":\"\",\"data\":[]}");
        positions();
    }

    @Test
    void probe_thatIsLost_leavesTheDoorShut() {
        ban();
        assertThatThrownBy(this::read);
        time.advance(Duration.ofSeconds(30));
        exchange = request -> {
            throw new Wire.NotSentException("no way", new java.io.IOException());
        };
        assertThatThrownBy(() -> okx.rest()
                        .within(Duration.ofMillis(100))
                        .list(Endpoint.get("/x", Rest.Time.class), Params.none()))
                .hasMessageContaining("no way");
        exchange = this::fine;
        assertThat(blocked()).isNotNull();
        assertThat(sent).hasSize(2);
    }

    @Test
    void retryAfter_isKeptTo() {
        ban("retry-after", "120");
        assertThatThrownBy(this::read);
        assertThat(blocked().until()).isEqualTo(VirtualTime.START.plusSeconds(120));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "Wed, 21 Oct 2026 07:28:00 GMT", "-3", "", "999999", "12345x"})
    void retryAfter_thatIsShortOrNoNumber_changesNothing(String value) {
        ban("retry-after", value);
        assertThatThrownBy(this::read);
        assertThat(blocked().until()).isBetween(VirtualTime.START.plusSeconds(21), VirtualTime.START.plusSeconds(30));
    }

    @Test
    void retryAfter_ofHours_isTenMinutes() {
        ban("retry-after", "86400");
        assertThatThrownBy(this::read);
        assertThat(blocked().until()).isEqualTo(VirtualTime.START.plusSeconds(600));
    }

    @Test
    void ban_isOneForAllClientsOfTheLimiter() {
        ban();
        assertThatThrownBy(this::read);
        assertThatThrownBy(() -> client(2).publicData().time()).isInstanceOf(BlockedException.class);
        assertThat(sent).hasSize(1);
    }

    @Test
    void addressThatOkxDoesNotServe_isABanToo() {
        exchange = request -> answer(200, "application/json", refusal("50121"));
        assertThatThrownBy(this::positions).hasMessageContaining("50121");
        assertThat(blocked()).hasMessageContaining("50121");
        assertThat(sent).hasSize(1);
    }

    @Test
    void write_duringABan_isNotSent() {
        assertThat(place()).isInstanceOf(Outcome.Confirmed.class);
        ban();
        assertThatThrownBy(this::read);
        int before = sent.size();
        for (Outcome<OrderAck> outcome : List.of(place(), cancel())) {
            assertThat(outcome).isInstanceOfSatisfying(Outcome.NotSent.class, notSent -> {
                assertThat(notSent.cause()).isEqualTo(Outcome.NotSent.Cause.BLOCKED);
                assertThat(notSent.reason()).contains("1015").contains("nothing is sent until 2026-08-17T00:00:2");
            });
        }
        assertThat(sent).hasSize(before);
    }

    @Test
    void write_whenTheBanMayBeOver_letsTheClockFindOut() {
        place();
        ban();
        assertThatThrownBy(this::read);
        time.advance(Duration.ofSeconds(30));
        sent.clear();
        assertThat(cancel()).isInstanceOf(Outcome.NotSent.class);
        assertThat(sent).containsExactly("GET /api/v5/public/time");
        assertThat(place()).isInstanceOf(Outcome.NotSent.class);
        assertThat(sent).hasSize(1);
        time.advance(Duration.ofSeconds(30));
        exchange = this::fine;
        sent.clear();
        assertThat(cancel()).isInstanceOf(Outcome.Confirmed.class);
        assertThat(sent).containsOnlyOnce("POST /api/v5/trade/cancel-order").startsWith("GET /api/v5/public/time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"50111", "50105", "50113", "50114", "50101", "50103", "50104", "50119"})
    void badKey_stopsSignedCallsOfThisClientAlone(String code) {
        exchange = request -> answer(401, "application/json", refusal(code));
        assertThatThrownBy(this::positions).isInstanceOf(AuthenticationException.class);
        assertThatThrownBy(this::positions)
                .isInstanceOf(BlockedException.class)
                .hasMessageContaining("does not accept this key")
                .hasMessageContaining("code " + code);
        assertThat(sent).hasSize(1);
        exchange = this::fine;
        read();
        client(2).account().config();
        assertThatThrownBy(this::positions).isInstanceOf(BlockedException.class);
        assertThat(sent).hasSize(3);
    }

    @Test
    void badKey_isTriedAfterAPauseThatDoubles() {
        exchange = request -> answer(401, "application/json", refusal("50113"));
        List<Long> pauses = new ArrayList<>();
        long last = 0;
        for (long second = 0; second < 10_000; second++) {
            int before = sent.size();
            assertThatThrownBy(this::positions).isInstanceOf(OkxException.class);
            if (sent.size() > before) {
                pauses.add(second - last);
                last = second;
            }
            time.advance(Duration.ofSeconds(1));
        }
        assertThat(pauses).containsExactly(0L, 30L, 60L, 120L, 240L, 480L, 960L, 1920L, 1920L, 1920L, 1920L);
    }

    @Test
    void goodAnswer_startsThePausesAfresh() {
        exchange = request -> answer(401, "application/json", refusal("50113"));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(this::positions).isInstanceOf(AuthenticationException.class);
            time.advance(Duration.ofSeconds(60));
        }
        exchange = request -> answer(200, "application/json", refusal("51000"));
        assertThatThrownBy(this::positions).hasMessageContaining("51000");
        assertThatThrownBy(this::positions).hasMessageContaining("51000");
        exchange = request -> answer(401, "application/json", refusal("50113"));
        assertThatThrownBy(this::positions).isInstanceOf(AuthenticationException.class);
        time.advance(Duration.ofSeconds(30));
        assertThatThrownBy(this::positions).isInstanceOf(AuthenticationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"50011", "50102"})
    void probe_thatSaysNothingAboutTheKey_leavesTheDoorShut(String code) {
        exchange = request -> answer(401, "application/json", refusal("50113"));
        assertThatThrownBy(this::positions);
        time.advance(Duration.ofSeconds(30));
        exchange = request ->
                request.target().contains("time") ? fine(request) : answer(401, "application/json", refusal(code));
        assertThatThrownBy(this::positions).hasMessageContaining("does not accept this key");
        assertThat(sent).filteredOn(call -> call.contains("positions")).hasSize(2);
    }

    @Test
    void write_withABadKey_isRefusedOnceAndThenNotSent() {
        place();
        exchange = request -> answer(401, "application/json", refusal("50113"));
        assertThat(place()).isInstanceOf(Outcome.Rejected.class);
        assertThat(place())
                .isInstanceOfSatisfying(
                        Outcome.NotSent.class,
                        notSent -> assertThat(notSent.cause()).isEqualTo(Outcome.NotSent.Cause.BLOCKED));
    }

    @Test
    void publicAnswer_saysNothingAboutTheKey() {
        exchange = request -> answer(401, "application/json", refusal("50113"));
        assertThatThrownBy(this::positions);
        exchange = this::fine;
        read();
        assertThatThrownBy(this::positions).isInstanceOf(BlockedException.class);
        exchange = request -> answer(401, "application/json", refusal("50113"));
        OkxClient other = client(3);
        assertThatThrownBy(() -> other.publicData().time()).isInstanceOf(AuthenticationException.class);
        exchange = this::fine;
        other.account().config();
    }

    @Test
    void unclearTime_refusesOrdersButNotCancels() {
        exchange = request -> request.target().endsWith("/time") ? answer(502, "text/html", "<html>") : fine(request);
        assertThat(place()).isInstanceOfSatisfying(Outcome.NotSent.class, notSent -> {
            assertThat(notSent.cause()).isEqualTo(Outcome.NotSent.Cause.CLOCK);
            assertThat(notSent.reason())
                    .contains("OKX's clock could not be read")
                    .contains("502");
        });
        assertThat(cancel()).isInstanceOf(Outcome.Confirmed.class);
    }
}

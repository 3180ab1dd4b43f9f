package dev.okx4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.error.OkxApiException;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.rest.Params;
import dev.okx4j.client.stream.event.Trade;
import dev.okx4j.client.trade.Order;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class SubscribingTest {
    private final Stage stage = new Stage(1);

    private List<Notes<Trade>> trades(int count, String prefix) {
        List<Notes<Trade>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Notes<Trade> notes = new Notes<>(Says.ID);
            notes.subscription = stage.switchboard.tap(Channels.TRADES.of(prefix + i), notes);
            all.add(notes);
        }
        return all;
    }

    private static Object id(Map<?, ?> request) {
        return request.get("id");
    }

    @Test
    void d8_aConnectionCarriesAHundredTopics_andFewerThanThirtyBooks() {
        List<Notes<Trade>> all = trades(250, "I-");
        stage.pass(Duration.ofSeconds(3));
        assertThat(stage.lines).hasSize(3).allMatch(line -> line.topics() <= 100);
        assertThat(all).allMatch(notes -> notes.heard.equals(List.of("WAITING", "LIVE")));

        Stage books = new Stage(1);
        for (int i = 0; i < 60; i++) {
            books.tap(Channels.BOOKS.of("I-" + i), Says.SEQ);
        }
        books.pass(Duration.ofSeconds(3));
        assertThat(books.lines).hasSize(3).allMatch(line -> line.topics() < 30);
    }

    @Test
    void d8_aRequestIsNoLongerThan64KiB() {
        List<Notes<Trade>> all = trades(100, "I".repeat(2_000));
        stage.pass(Duration.ofSeconds(2));
        assertThat(stage.line(0).sent)
                .hasSizeGreaterThan(3)
                .allMatch(frame -> frame.getBytes(StandardCharsets.UTF_8).length <= 65_536);
        assertThat(all).allMatch(notes -> notes.heard.equals(List.of("WAITING", "LIVE")));
    }

    @Test
    void d8_tooManyConnectionsOfAChannel_toldAfterTheAcknowledgement_endsTheTopic() {
        Notes<Order> notes = stage.tap(Channels.ORDERS.of(Params.of("instType", "ANY")), Order::ordId);
        stage.line(0)
                .say(
                        "{\"event\":\"channel-conn-count-error\",\"channel\":\"orders\",\"connCount\":\"30\",\"connId\":\"a4d3ae55\"}");
        stage.pass(Duration.ofMinutes(1));
        assertThat(notes.heard).containsExactly("WAITING", "LIVE", "ENDED");
        assertThat(((OkxApiException) notes.standing().cause()).code()).isEqualTo("channel-conn-count-error");
        assertThat(stage.line(0).requests("subscribe")).hasSize(1);
    }

    @Test
    void d8_480RequestsInAnHour_areNotExceeded_andTheNextOnesGoOverAnotherConnectionWithoutAGap() {
        Notes<?> kept = stage.tap(Says.TICKER, Says.LAST).afresh();
        for (int i = 0; i < 300; i++) {
            Notes<?> passing = stage.tap(Says.TRADES, Says.ID);
            stage.pass(Duration.ofMillis(300));
            passing.subscription.close();
            stage.pass(Duration.ofMillis(300));
        }
        Notes<?> last = stage.tap(Says.TRADES, Says.ID);
        stage.pass(Duration.ofSeconds(5));

        assertThat(stage.lines).hasSize(2);
        for (FarSide line : stage.lines) {
            assertThat(line.requests("subscribe").size()
                            + line.requests("unsubscribe").size())
                    .isLessThanOrEqualTo(480);
        }
        assertThat(kept.heard).isEmpty();
        assertThat(last.standing().state()).isEqualTo(Standing.State.LIVE);
    }

    @Test
    void d8_tooManyRequestsByOkxsCount_moveEverythingToAnotherConnection() {
        Notes<?> kept = stage.tap(Says.TICKER, Says.LAST).afresh();
        stage.line(0).manner = frame -> frame.equals("ping") ? List.of("pong") : List.of();
        List<Notes<Trade>> more = trades(7, "I-");
        stage.pass(Duration.ofMillis(300));
        FarSide line = stage.line(0);
        line.say(FarSide.error(id(line.requests("subscribe").get(1)), "60014"));
        stage.pass(Duration.ofSeconds(3));

        assertThat(stage.lines).hasSize(2);
        assertThat(line.requests("subscribe")).as("nothing more is asked there").hasSize(2);
        assertThat(more).allMatch(notes -> notes.heard.equals(List.of("WAITING", "LIVE")));
        assertThat(kept.heard).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {4003, 4008, 4009})
    void d8_aConnectionThatIsTooCrowded_isHalved(int code) {
        List<Notes<Trade>> all = trades(60, "I-");
        stage.pass(Duration.ofSeconds(1));
        stage.line(0).end(code);
        stage.pass(Duration.ofSeconds(3));
        assertThat(stage.lines).hasSize(3);
        assertThat(stage.line(1).topics()).isEqualTo(30);
        assertThat(stage.line(2).topics()).isEqualTo(30);
        assertThat(all).allMatch(notes -> notes.standing().state() == Standing.State.LIVE);
    }

    @Test
    void d9_someAreAcknowledgedAndOneRefused_onlyThatOneEnds() {
        stage.manner = frame -> List.of();
        List<Notes<Trade>> all = trades(4, "I-");
        stage.pass(Duration.ofMillis(300));
        FarSide line = stage.line(0);
        List<String> acks = FarSide.obliging(line.sent.get(0));
        line.say(acks.get(0));
        line.say(FarSide.error(id(line.requests("subscribe").get(0)), "60018"));
        line.say(acks.get(1));
        assertThat(all.get(2).heard).containsExactly("WAITING");
        line.say(acks.get(3));

        assertThat(all.get(0).heard).containsExactly("WAITING", "LIVE");
        assertThat(all.get(1).heard).containsExactly("WAITING", "LIVE");
        assertThat(all.get(2).heard).containsExactly("WAITING", "ENDED");
        assertThat(all.get(3).heard).containsExactly("WAITING", "LIVE");
    }

    @Test
    void d9_oneErrorForManyAndNoWordOfTheRest_isFoundByAskingInHalves() {
        stage.manner = frame -> {
            if (frame.contains("\"subscribe\"") && frame.contains("I-5\"")) {
                Object request = Json.parse(frame);
                return List.of(FarSide.error(id((Map<?, ?>) request), "60018"));
            }
            return FarSide.obliging(frame);
        };
        List<Notes<Trade>> all = trades(9, "I-");
        stage.pass(Duration.ofSeconds(15));
        for (int i = 0; i < 9; i++) {
            assertThat(all.get(i).heard).containsExactly("WAITING", i == 5 ? "ENDED" : "LIVE");
        }
        assertThat(stage.lines).hasSize(1);
    }

    @Test
    void d9_anErrorThatPasses_isTriedAgainAfterFiveSeconds_andOnlyThatTopic() {
        stage.manner = frame -> frame.contains("subscribe") ? List.of() : FarSide.obliging(frame);
        Notes<?> notes = stage.tap(Says.TRADES, Says.ID);
        FarSide line = stage.line(0);
        line.say(FarSide.error(id(line.requests("subscribe").get(0)), "63999"));
        line.manner = FarSide::obliging;
        stage.pass(Duration.ofMillis(4_800));
        assertThat(line.requests("subscribe")).hasSize(1);
        stage.pass(Duration.ofMillis(500));
        assertThat(notes.heard).containsExactly("WAITING", "LIVE");
        assertThat(stage.lines).hasSize(1);
    }

    @Test
    void d9_aTopicThatWasRefused_canBeAskedForAgain() {
        stage.tap(Says.TICKER, Says.LAST);
        stage.line(0).manner = frame -> List.of();
        stage.pass(Duration.ofSeconds(1));
        stage.tap(Says.TRADES, Says.ID);
        FarSide line = stage.line(0);
        line.say(FarSide.error(id(line.requests("subscribe").get(1)), "60018"));
        line.manner = FarSide::obliging;
        stage.pass(Duration.ofSeconds(1));
        assertThat(stage.tap(Says.TRADES, Says.ID).heard).last().isEqualTo("LIVE");
    }

    @Test
    void d9_nothingIsAnsweredAtAll_isTriedOnAnotherConnection() {
        stage.manner = frame -> frame.equals("ping") ? List.of("pong") : List.of();
        Notes<?> notes = stage.tap(Says.TRADES, Says.ID);
        stage.manner = FarSide::obliging;
        stage.pass(Duration.ofSeconds(11));
        assertThat(stage.lines).hasSize(2);
        assertThat(notes.heard).containsExactly("WAITING", "LIVE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"later-invention\",\"code\":\"0\"}",
                "{\"event\":7}",
                "{\"event\":\"notice\",\"code\":\"64999\"}",
                "{\"event\":\"error\",\"code\":\"69999\",\"msg\":\"x\"}",
                "{\"arg\":{\"channel\":\"later-invention\",\"instId\":\"A-B\"},\"data\":[{}]}",
                "{\"what\":\"ever\"}",
                "[]",
                "7"
            })
    void d22_whatNobodyKnows_isCountedAndHarmsNothing(String frame) {
        Notes<?> notes = stage.tap(Says.TRADES, Says.ID).afresh();
        stage.line(0).say(frame);
        stage.line(0).say(Says.trade(1));
        assertThat(notes.heard).containsExactly("trade 1");
        assertThat(stage.switchboard.counters().unknown.sum()).isEqualTo(1);
        assertThat(stage.lines).hasSize(1);
    }

    @Test
    void d22_anUnknownFieldAndAnotherOrder_areReadAllTheSame() {
        Notes<?> notes = stage.tap(Says.TRADES, Says.ID).afresh();
        stage.line(0)
                .say(
                        "{\"data\":[{\"later\":{\"x\":[1]},\"instId\":\"A-B\",\"tradeId\":\"8\",\"px\":\"1\",\"sz\":\"2\",\"side\":\"buy\","
                                + "\"ts\":\"1597026383085\"}], \"arg\": {\"instId\":\"A-B\",\"channel\":\"trades\"}}");
        assertThat(notes.heard).containsExactly("trade 8");
    }

    @Test
    void d22_aPushThatCannotBeRead_breaksItsTopicAlone() {
        Notes<?> trades = stage.tap(Says.TRADES, Says.ID);
        Notes<?> ticker = stage.tap(Says.TICKER, Says.LAST);
        stage.pass(Duration.ofSeconds(1));
        trades.afresh();
        ticker.afresh();
        stage.line(0).say(Says.trade(1).replace("\"px\":\"1\"", "\"px\":\"one\""));
        stage.pass(Duration.ofSeconds(1));
        assertThat(trades.heard).containsExactly("STALE", "LIVE+gap");
        assertThat(ticker.heard).isEmpty();
        assertThat(stage.lines).hasSize(1);
    }

    @Test
    void d19_aFrameThatIsTooLong_endsTheConnection() {
        Notes<?> notes = stage.tap(Says.TRADES, Says.ID).afresh();
        stage.line(0).say("x".repeat(Leg.LONGEST_FRAME + 1));
        stage.pass(Duration.ofSeconds(1));
        assertThat(stage.line(0).cancelled).isTrue();
        assertThat(notes.heard).containsExactly("STALE", "LIVE+gap");
    }

    @Test
    void d23_aTapThatThrows_harmsNoOther() {
        Notes<Trade> throwing = new Notes<>(trade -> {
            throw new IllegalStateException("of the test");
        });
        stage.switchboard.tap(Says.TRADES, throwing);
        Notes<?> notes = stage.tap(Says.TRADES, Says.ID).afresh();
        stage.line(0).say(Says.trade(1));
        stage.line(0).say(Says.trade(2));
        assertThat(notes.heard).containsExactly("trade 1", "trade 2");
        assertThat(stage.lines).hasSize(1);
    }
}

package dev.okx4j.client.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.error.AuthenticationException;
import dev.okx4j.client.rest.Params;
import dev.okx4j.client.trade.Order;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class LoggingInTest {
    private static final Topic<Order> ORDERS = Channels.ORDERS.of(Params.of("instType", "ANY"));
    private static final String LOGGED_IN = "{\"event\":\"login\",\"code\":\"0\",\"msg\":\"\",\"connId\":\"a4d3ae55\"}";

    private final Stage stage = new Stage(1);

    private Notes<Order> orders() {
        return stage.tap(ORDERS, Order::ordId);
    }

    private void answerLogins(String answer) {
        stage.manner = frame -> frame.contains("\"login\"") ? List.of(answer) : FarSide.obliging(frame);
    }

    private static String refusal(String code) {
        return "{\"event\":\"error\",\"code\":\"" + code + "\",\"msg\":\"said\",\"connId\":\"a4d3ae55\"}";
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 10, 14})
    void d6_nothingIsSubscribedToBeforeTheLoginIsAnswered(int seconds) {
        stage.manner = frame -> frame.contains("\"login\"") ? List.of() : FarSide.obliging(frame);
        Notes<Order> notes = orders();
        stage.pass(Duration.ofSeconds(seconds));
        assertThat(stage.line(0).sent).hasSize(1).allMatch(frame -> frame.contains("\"login\""));

        stage.line(0).say(LOGGED_IN);
        stage.settle();

        assertThat(stage.lines).hasSize(1);
        assertThat(notes.heard).containsExactly("WAITING", "LIVE");
    }

    @Test
    void d6_aLoginThatIsNeverAnswered_isTriedOnAnotherConnection() {
        stage.manner = frame -> List.of();
        Notes<Order> notes = orders();
        stage.pass(Duration.ofSeconds(17));
        assertThat(stage.line(0).cancelled).isTrue();
        assertThat(stage.lines).hasSize(2);
        assertThat(notes.heard).containsExactly("WAITING");
    }

    @Test
    void d6_acknowledgementsInAnotherOrder_areToldByTheirArguments() {
        stage.manner = frame -> frame.contains("\"login\"") ? List.of(LOGGED_IN) : List.of();
        Notes<Order> one = stage.tap(Channels.ORDERS.of(Params.of("instType", "SPOT")), Order::ordId);
        Notes<Order> other = stage.tap(Channels.ORDERS.of(Params.of("instType", "SWAP")), Order::ordId);
        stage.pass(Duration.ofSeconds(1));
        FarSide line = stage.line(0);
        List<String> sent = line.sent.stream()
                .filter(frame -> frame.contains("\"subscribe\""))
                .toList();
        assertThat(sent).hasSize(2);

        FarSide.obliging(sent.get(1)).forEach(line::say);
        assertThat(one.heard).containsExactly("WAITING");
        assertThat(other.heard).containsExactly("WAITING", "LIVE");
        FarSide.obliging(sent.get(0)).forEach(line::say);
        assertThat(one.heard).containsExactly("WAITING", "LIVE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"60009", "60005", "60024", "60032"})
    void d7_aKeyThatIsRefused_endsEverythingPrivateForGood_andNothingPublic(String code) {
        Notes<?> trades = stage.tap(Says.TRADES, Says.ID);
        answerLogins(refusal(code));
        Notes<Order> orders = orders();
        stage.pass(Duration.ofMinutes(5));

        assertThat(orders.heard).containsExactly("WAITING", "ENDED");
        AuthenticationException cause =
                (AuthenticationException) orders.standing().cause();
        assertThat(cause.code()).isEqualTo(code);
        assertThat(orders.standing().reason()).doesNotContain("said");
        assertThat(orders().heard).containsExactly("ENDED");
        assertThat(stage.lines).hasSize(2);
        assertThat(trades.heard).containsExactly("WAITING", "LIVE");
    }

    @Test
    void d7_loggedInAlready_isLoggedIn() {
        answerLogins(refusal("60031"));
        assertThat(orders().heard).containsExactly("WAITING", "LIVE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"63999", "60023"})
    void d7_tooManyLogins_areFollowedByFiveSecondsOfPatience(String code) {
        answerLogins(refusal(code));
        Notes<Order> notes = orders();
        stage.manner = FarSide::obliging;
        stage.pass(Duration.ofMillis(4_900));
        assertThat(stage.lines).hasSize(1);
        stage.pass(Duration.ofMillis(300));
        assertThat(notes.heard).containsExactly("WAITING", "LIVE");
        assertThat(stage.lines).hasSize(2);
    }

    @Test
    void d7_tooManyLoginsDuringAMove_areFollowedByPatienceToo() {
        Notes<Order> notes = orders();
        answerLogins(refusal("60023"));
        stage.line(0).say(Says.notice());
        stage.settle();
        assertThat(stage.lines).hasSize(2);
        stage.manner = FarSide::obliging;
        stage.pass(Duration.ofMillis(4_900));
        assertThat(stage.lines).hasSize(2);
        stage.pass(Duration.ofSeconds(3));
        assertThat(stage.lines).hasSize(3);
        assertThat(stage.line(0).closed).isTrue();
        assertThat(notes.heard).containsExactly("WAITING", "LIVE");
    }

    @ParameterizedTest
    @ValueSource(ints = {4001, 4007})
    void d24_theKeyIsChangedOrDeleted_endsEverythingPrivate(int code) {
        Notes<Order> notes = orders();
        stage.line(0).end(code);
        stage.pass(Duration.ofMinutes(5));
        assertThat(notes.heard).containsExactly("WAITING", "LIVE", "STALE", "ENDED");
        assertThat(notes.standing().cause()).isInstanceOf(AuthenticationException.class);
        assertThat(stage.lines).hasSize(1);
    }
}

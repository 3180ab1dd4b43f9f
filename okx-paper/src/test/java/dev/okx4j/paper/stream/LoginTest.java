package dev.okx4j.paper.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@NullUnmarked
class LoginTest {
    private StreamExchange exchange;

    @BeforeEach
    void open() throws IOException {
        exchange = new StreamExchange(false);
    }

    @AfterEach
    void close() throws IOException {
        exchange.close();
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void login_isAcknowledgedAtEveryAddress(Door door) {
        StreamClient client = exchange.connect(door);
        client.send(login("test-key", "test-secret", "test-passphrase", 0));
        Map<?, ?> answer = client.json();
        assertThat(answer.get("event")).isEqualTo("login");
        assertThat(answer.get("code")).isEqualTo("0");
        assertThat((String) answer.get("connId")).matches("[0-9a-f]{8}");
    }

    @ParameterizedTest
    @CsvSource({
        "other-key, test-secret, test-passphrase, 0, 60005",
        "test-key, test-secret, test-passphrase, -31, 60006",
        "test-key, test-secret, test-passphrase, 32, 60006",
        "test-key, other-secret, test-passphrase, 0, 60007",
        "test-key, test-secret, other-passphrase, 0, 60024"
    })
    void login_thatIsWrong_isRefusedWithItsCode_andEndsTheConnection(
            String key, String secret, String passphrase, long seconds, String code) {
        StreamClient client = exchange.connect(Door.PRIVATE);
        client.send(login(key, secret, passphrase, seconds));
        Map<?, ?> answer = client.json();
        assertThat(answer.get("event")).isEqualTo("error");
        assertThat(answer.get("code")).isEqualTo(code);
        assertThat(client.next()).isEqualTo("closing 4001 Login Failed");
    }

    @Test
    void login_withATimeThatIsNoNumberOfSeconds_isRefused() {
        StreamClient client = exchange.connect(Door.PRIVATE);
        client.send("""
                {"op":"login","args":[{"apiKey":"test-key","passphrase":"test-passphrase","timestamp":"2026-11-23T10:00:00Z","sign":"x"}]}""");
        assertThat(client.json().get("code")).isEqualTo("60004");
    }

    @Test
    void login_again_isRefused_andTheConnectionGoesOn() {
        StreamClient client = exchange.owner(Door.PRIVATE);
        client.send(login("test-key", "test-secret", "test-passphrase", 0));
        assertThat(client.json().get("code")).isEqualTo("60031");
        assertThat(client.settled()).isEmpty();
    }

    @Test
    void subscription_toTheAccount_withoutLogin_isRefused() {
        StreamClient client = exchange.connect(Door.PRIVATE);
        client.send("{\"id\":\"7\",\"op\":\"subscribe\",\"args\":[{\"channel\":\"orders\",\"instType\":\"ANY\"}]}");
        Map<?, ?> answer = client.json();
        assertThat(answer.get("code")).isEqualTo("60011");
        assertThat(answer.get("id")).isEqualTo("7");
    }

    private String login(String key, String secret, String passphrase, long seconds) {
        return StreamExchange.login(key, secret, passphrase, exchange.now().plus(Duration.ofSeconds(seconds)));
    }
}

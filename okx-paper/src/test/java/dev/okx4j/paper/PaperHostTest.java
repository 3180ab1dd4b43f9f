package dev.okx4j.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.rest.Wire;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Disk;
import dev.okx4j.client.seam.Entropy;
import dev.okx4j.client.seam.Waits;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on one account: real ones, and killed. */
@NullUnmarked
class PaperHostTest {
    private static final String FILLS = "/api/v5/trade/fills";
    private static final String DIGEST_OF_ALL = "/paper/v1/accounts";
    private static final Pattern ID = Pattern.compile("\"clOrdId\":\"([a-zA-Z0-9]+)\"");

    @TempDir
    Path home;

    private final List<Other> others = new ArrayList<>();

    @AfterEach
    void killAll() throws IOException {
        for (Other other : others) {
            other.kill();
        }
    }

    @Test
    void twoProcesses_tradeOnOneAccount_andEachSeesTheOrdersOfBoth() throws IOException {
        Other host = start();
        assertThat(host.line()).isEqualTo("hosting");
        try (PaperHost mine = PaperExchange.host(home, "default", "replay")) {
            assertThat(mine.isHosting()).isFalse();
            Caller caller = new Caller(mine.wire(), mine.credentials());
            for (int i = 0; i < 5; i++) {
                caller.buy("mine" + i);
                host.ask("buy theirs" + i);
            }
            assertThat(ids(caller.get(FILLS))).hasSize(10).contains("mine0", "theirs4");
            assertThat(host.ask("get " + FILLS)).isEqualTo(caller.get(FILLS));
        }
    }

    @Test
    void accountMadeThroughOneProcess_isThereAtTheNextHost_withItsKeyAndOrders() throws IOException {
        Other host = start();
        host.line();
        try (PaperHost mine = PaperExchange.host(home, "default", "replay")) {
            Caller main = new Caller(mine.wire(), mine.credentials());
            Map<?, ?> answer = (Map<?, ?>) Json.parse(main.post("/paper/v1/accounts", "{\"account\":\"bot\"}"));
            Map<?, ?> made = (Map<?, ?>) ((List<?>) answer.get("data")).get(0);
            Caller bot = new Caller(
                    mine.wire(), Credentials.of((String) made.get("key"), (String) made.get("secret"), (String)
                            made.get("passphrase")));
            bot.buy("bots");
            host.kill();
            assertThat(ids(bot.get(FILLS))).containsExactly("bots");
            assertThat(mine.isHosting()).isTrue();
            assertThat(ids(main.get(FILLS))).isEmpty();
        }
    }

    @Test
    void hostKilled_anotherTakesOver_withTheSameStateAndNoOrderLost() throws IOException {
        Other host = start();
        host.line();
        try (PaperHost mine = PaperExchange.host(home, "default", "replay")) {
            Caller caller = new Caller(mine.wire(), mine.credentials());
            for (int i = 0; i < 20; i++) {
                host.ask("buy theirs" + i);
                caller.buy("mine" + i);
            }
            caller.post("/paper/v1/clock", "{\"by\":\"1D\"}");
            List<String> before = states(caller);
            host.kill();
            assertThat(states(caller)).isEqualTo(before);
            assertThat(mine.isHosting()).isTrue();
            assertThat(ids(caller.get(FILLS))).hasSize(40);
            caller.buy("after");

            Other third = start();
            assertThat(third.line()).isEqualTo("attached");
            assertThat(ids(third.ask("get " + FILLS))).hasSize(41).contains("after", "theirs19");
            third.ask("buy third");
            assertThat(ids(caller.get(FILLS))).contains("third");
        }
    }

    @Test
    void hostLeaves_theProcessThatAttached_takesOverWithTheSameKey() throws IOException {
        PaperHost first = PaperExchange.host(home, "default", "replay");
        Other other = start();
        assertThat(other.line()).isEqualTo("attached");
        new Caller(first.wire(), first.credentials()).buy("first");
        String key = first.credentials().apiKey();
        first.close();
        assertThat(ids(other.ask("get " + FILLS))).containsExactly("first");
        try (PaperHost again = PaperExchange.host(home, "default", "replay")) {
            assertThat(again.isHosting()).isFalse();
            assertThat(again.credentials().apiKey()).isEqualTo(key);
        }
        Caller closed = new Caller(first.wire(), first.credentials());
        assertThatThrownBy(() -> closed.get(FILLS)).isInstanceOf(Wire.NotSentException.class);
    }

    @Test
    void hostKilled_whileManyOrdersFly_keepsEveryOneThatWasAnswered() throws IOException {
        Other host = start();
        host.line();
        try (PaperHost mine = PaperExchange.host(home, "default", "replay")) {
            Caller caller = new Caller(mine.wire(), mine.credentials());
            List<String> answered = new ArrayList<>();
            List<String> unknown = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                if (i == 15) {
                    new Thread(host::kill).start();
                }
                try {
                    caller.buy("o" + i);
                    answered.add("o" + i);
                } catch (IOException lost) {
                    unknown.add("o" + i);
                }
            }
            List<String> filled = ids(caller.get(FILLS));
            assertThat(filled).containsAll(answered).doesNotHaveDuplicates();
            filled.removeAll(answered);
            assertThat(unknown).containsAll(filled).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void files_areTheirOwnersOnly() throws IOException {
        try (PaperHost mine = PaperExchange.host(home, "default", "replay")) {
            assertThat(mine.feedLabel()).isEqualTo("replay august-2026");
            Path folder = home.resolve("paper/default");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("host.json"))))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void sameProcess_twice_attachesToItself() throws IOException {
        try (PaperHost first = PaperExchange.host(home, "default", "replay");
                PaperHost second = PaperExchange.host(home, "default", "replay")) {
            new Caller(first.wire(), first.credentials()).buy("one");
            assertThat(second.isHosting()).isFalse();
            assertThat(ids(new Caller(second.wire(), second.credentials()).get(FILLS)))
                    .containsExactly("one");
        }
    }

    @Test
    void hostThatNeverAnswers_isGivenUpOn() throws IOException {
        Path folder = Files.createDirectories(home.resolve("paper/default"));
        Closeable lock = Disk.system().tryLock(folder.resolve(PaperHost.LOCK));
        long[] nanos = {0};
        Clock clock = new Clock() {
            @Override
            public java.time.Instant now() {
                return java.time.Instant.EPOCH;
            }

            @Override
            public long nanos() {
                return nanos[0];
            }
        };
        Waits waits = pause -> nanos[0] += pause.toNanos();
        HostSettings settings = new HostSettings(clock, waits, Entropy.seeded(1), Duration.ofSeconds(10));
        assertThatThrownBy(() -> PaperHost.open(home, "default", "replay", settings))
                .isInstanceOf(Wire.NotSentException.class)
                .hasMessageContaining("does not answer");
        lock.close();
    }

    @Test
    void feedOrNameThatDoesNotExist_isRefused() {
        assertThatThrownBy(() -> PaperExchange.host(home, "default", "yesterday"))
                .hasMessageContaining("There is no feed yesterday; there are replay, replay:SCENARIO, live");
        assertThatThrownBy(() -> PaperExchange.host(home, "../etc", "replay")).hasMessageContaining("letters");
    }

    private static List<String> states(Caller caller) throws IOException {
        return List.of(
                caller.get(DIGEST_OF_ALL),
                caller.get(FILLS),
                caller.get("/api/v5/account/balance"),
                caller.get("/api/v5/account/positions"),
                caller.get("/api/v5/account/bills"),
                caller.get("/api/v5/trade/orders-history?instType=SWAP"),
                caller.get("/api/v5/market/ticker?instId=NVDA-USDT-SWAP"));
    }

    private static List<String> ids(String answer) {
        List<String> ids = new ArrayList<>();
        Matcher matcher = ID.matcher(answer);
        while (matcher.find()) {
            ids.add(matcher.group(1));
        }
        return ids;
    }

    private Other start() throws IOException {
        Other other = new Other(home);
        others.add(other);
        return other;
    }

    /** A second virtual machine with {@link SharedAccount} in it. */
    private static final class Other {
        private final Process process;
        private final BufferedReader out;
        private final BufferedWriter in;

        Other(Path home) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                            "-cp",
                            System.getProperty("java.class.path"),
                            SharedAccount.class.getName(),
                            home.toString(),
                            "default")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            out = process.inputReader(StandardCharsets.UTF_8);
            in = process.outputWriter(StandardCharsets.UTF_8);
        }

        String line() throws IOException {
            return out.readLine();
        }

        String ask(String command) throws IOException {
            in.write(command + "\n");
            in.flush();
            return line();
        }

        void kill() {
            process.destroyForcibly();
            process.onExit().join();
        }
    }
}

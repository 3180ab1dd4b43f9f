package dev.okx4j.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.internal.http.OkHttpWire;
import dev.okx4j.paper.feed.Scenario;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperMainTest {
    private static final Credentials KEY = Credentials.of(PaperMain.KEY, PaperMain.SECRET, PaperMain.PASSPHRASE);

    @TempDir
    Path folder;

    @Test
    void program_printsWhereItListens_servesAndStopsOnTerm() throws Exception {
        Process process = java(PaperMain.class, "--port", "0", "--state", folder.toString());
        try {
            BufferedReader out = process.inputReader(UTF_8);
            String line = out.readLine();
            assertThat(line).matches("listening on http://127\\.0\\.0\\.1:\\d+");
            out.readLine();
            assertThat(out.readLine())
                    .isEqualTo("sign with key paper-key, secret paper-secret, passphrase paper-passphrase");
            int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
            Caller caller = new Caller(OkHttpWire.loopback(port), KEY);
            assertThat(caller.get("/api/v5/public/time")).contains("\"code\":\"0\"");
            caller.buy("kept");

            Process second = java(PaperMain.class, "--port", "0", "--state", folder.toString());
            assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isEqualTo(1);
            assertThat(new String(second.getErrorStream().readAllBytes(), UTF_8))
                    .contains("Another process");

            process.toHandle().destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(out.lines().toList()).isEmpty();
            assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8))
                    .isEmpty();
        } finally {
            process.destroyForcibly();
        }
        try (PaperExchange again = PaperExchange.builder()
                .state(folder)
                .key(PaperMain.KEY, PaperMain.SECRET, PaperMain.PASSPHRASE)
                .open()) {
            assertThat(new Caller(again.wire(), KEY).get("/api/v5/trade/fills")).contains("\"clOrdId\":\"kept\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--feed live:btc, 2, There is no feed live:btc",
        "--record, 2, --record needs a value",
        "--feed live --okx ftp://x, 2, http",
        "--feed live --okx http://127.0.0.1:1, 1, OKX's public data cannot be read",
        "--feed tomorrow, 2, There is no feed tomorrow",
        "--port seventy, 2, --port needs a number",
        "--port, 2, --port needs a value",
        "--speed 3, 2, There is no flag --speed",
        "--feed replay:july-1999, 1, No scenario july-1999"
    })
    void program_badFlags_exitWithASentence(String flags, int status, String sentence) throws Exception {
        Process process = java(PaperMain.class, flags.split(" "));
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(status);
        assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8)).contains(sentence);
        assertThat(process.getInputStream().readAllBytes()).isEmpty();
    }

    @Test
    void program_livesOnAnotherExchangeInOkxsPlace_andRecordsIt() throws Exception {
        Process okx = java(PaperMain.class, "--port", "0", "--feed", "replay:books-2022-05");
        Process live = null;
        try {
            int port = port(okx.inputReader(UTF_8).readLine());
            Path recorded = folder.resolve("recorded");
            live = java(
                    PaperMain.class,
                    "--port",
                    "0",
                    "--feed",
                    "live:BTC-USDT",
                    "--okx",
                    "http://127.0.0.1:" + port,
                    "--record",
                    recorded.toString());
            BufferedReader out = live.inputReader(UTF_8);
            int livePort = port(out.readLine());
            assertThat(out.readLine()).isEqualTo("live; market time is OKX's own");
            Caller caller = new Caller(OkHttpWire.loopback(livePort), KEY);
            String bid = "\"bidPx\":\"";
            String there = new Caller(OkHttpWire.loopback(port), KEY).get("/api/v5/market/ticker?instId=BTC-USDT");
            assertThat(caller.get("/api/v5/market/ticker?instId=BTC-USDT"))
                    .contains(there.substring(there.indexOf(bid), there.indexOf(bid) + bid.length() + 5));
            live.toHandle().destroy();
            assertThat(live.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(Scenario.named(recorded.toString()).instruments()).containsOnlyKeys("BTC-USDT");
        } finally {
            okx.destroyForcibly();
            if (live != null) {
                live.destroyForcibly();
            }
        }
    }

    private static int port(String line) {
        return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
    }

    @Test
    void program_helpAndVersion_exitZero() throws Exception {
        Process help = java(PaperMain.class, "--help");
        assertThat(new String(help.getInputStream().readAllBytes(), UTF_8))
                .contains("--state DIR")
                .contains("paper-key");
        assertThat(help.waitFor()).isZero();
        Process version = java(PaperMain.class, "--version");
        assertThat(new String(version.getInputStream().readAllBytes(), UTF_8)).startsWith("okx-paper ");
        assertThat(version.waitFor()).isZero();
    }

    @Test
    void inProcess_worksWithoutJettyOnTheClassPath() throws Exception {
        Process process = run(
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.contains("jetty"))
                        .collect(Collectors.joining(File.pathSeparator)),
                InProcess.class);
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor())
                .as(new String(process.getErrorStream().readAllBytes(), UTF_8))
                .isZero();
        assertThat(out).contains("\"last\":\"225.6\"");
    }

    /** A program that uses the exchange in process. */
    static final class InProcess {
        private InProcess() {}

        public static void main(String[] args) throws IOException {
            try (PaperExchange paper = PaperExchange.open()) {
                Caller caller = new Caller(paper.wire(), paper.credentials());
                caller.buy("one");
                System.out.println(caller.get("/api/v5/market/ticker?instId=NVDA-USDT-SWAP"));
            }
        }
    }

    private static Process java(Class<?> program, String... arguments) throws IOException {
        return run(System.getProperty("java.class.path"), program, arguments);
    }

    private static Process run(String classPath, Class<?> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }
}

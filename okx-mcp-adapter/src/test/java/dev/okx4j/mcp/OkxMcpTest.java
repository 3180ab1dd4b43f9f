package dev.okx4j.mcp;

import static dev.okx4j.mcp.ScriptedServer.call;
import static dev.okx4j.mcp.ScriptedServer.ping;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.intent.FileJournal;
import dev.okx4j.client.intent.WriteIntent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program itself, over real pipes. */
@Timeout(120)
class OkxMcpTest {
    private static final String BUY =
            "{\"jsonrpc\":\"2.0\",\"id\":\"buy\",\"method\":\"tools/call\",\"params\":{\"name\":"
                    + "\"spot_place_order\",\"arguments\":{\"instId\":\"XNVDA-USDT\",\"tdMode\":\"cash\",\"side\":\"buy\","
                    + "\"ordType\":\"market\",\"sz\":\"20\",\"tgtCcy\":\"quote_ccy\"}}}";
    private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":\"list\",\"method\":\"tools/list\"}";

    @TempDir
    Path home;

    @Test
    void newcomersSession_listsToolsAndReadsAPriceOnPaper() throws Exception {
        try (ServerProcess server = ServerProcess.start(home)) {
            Answer greeting = server.ask(ScriptedServer.INITIALIZE);
            server.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");

            assertThat(greeting.resultObject("serverInfo").get("name")).isEqualTo("okx4j");
            assertThat((String) greeting.result().get("instructions")).contains("venue", "do not place it again");
            assertThat(server.ask(LIST).toolNames())
                    .contains("market_get_ticker", "swap_place_order", "account_get_balance", "paper_clock")
                    .hasSizeLessThanOrEqualTo(40);
            Answer price = server.ask(call(1, "market_get_ticker", "{\"instId\":\"BTC-USDT-SWAP\"}"));
            assertThat(price.failed()).as(price.text()).isFalse();
            assertThat(price.text()).contains("\"venue\":\"paper\"", "\"asOf\"", "BTC-USDT-SWAP");
            assertThat(server.errors()).isEmpty();
        }
    }

    @Test
    void listedTools_haveTitleDescriptionSchemaAndHints() throws Exception {
        try (ServerProcess server = ServerProcess.start(home).greeted()) {
            for (Map<?, ?> tool : server.ask(LIST).tools()) {
                Map<?, ?> hints = (Map<?, ?>) Objects.requireNonNull(tool.get("annotations"));
                Map<?, ?> schema = (Map<?, ?>) Objects.requireNonNull(tool.get("inputSchema"));
                boolean places = String.valueOf(tool.get("name")).contains("_place_");
                assertThat((String) tool.get("title")).isNotBlank();
                assertThat((String) tool.get("description")).isNotBlank();
                assertThat(schema.get("type")).isEqualTo("object");
                assertThat(hints.get("readOnlyHint")).isInstanceOf(Boolean.class);
                assertThat(places && Boolean.TRUE.equals(hints.get("readOnlyHint")))
                        .isFalse();
            }
        }
    }

    @Test
    void hostileLines_areEachAnsweredAndTheServerLivesOn() throws Exception {
        try (ServerProcess server = ServerProcess.start(home).greeted()) {
            assertThat(server.ask("{not json").errorCode()).isEqualTo(-32700);
            assertThat(server.ask("[" + ping(1) + "]").errorCode()).isEqualTo(-32600);
            assertThat(server.ask("{\"jsonrpc\":\"2.0\",\"id\":1}").errorCode()).isEqualTo(-32600);
            assertThat(server.ask("[".repeat(100_000)).errorCode()).isEqualTo(-32700);
            assertThat(server.ask("{\"a\":".repeat(200) + "1" + "}".repeat(200)).errorCode())
                    .isEqualTo(-32700);
            assertThat(server.ask("x".repeat(9 << 20)).errorCode()).isEqualTo(-32600);
            assertThat(server.ask(call(2, "system_get_capabilities", "{\"x\":\"" + "y".repeat(3 << 20) + "\"}"))
                            .failed())
                    .isTrue();
            ByteArrayOutputStream badlyEncoded = new ByteArrayOutputStream();
            badlyEncoded.writeBytes("{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"ping".getBytes(StandardCharsets.UTF_8));
            badlyEncoded.writeBytes(new byte[] {(byte) 0xc3, (byte) 0x28});
            badlyEncoded.writeBytes("\"}\n\n \r\n".getBytes(StandardCharsets.UTF_8));
            server.send(badlyEncoded.toByteArray());
            assertThat(server.answer().errorCode()).isEqualTo(-32700);

            assertThat(server.ask(ping("still here")).id()).isEqualTo("still here");
        }
    }

    @Test
    void unknownTool_isRefusedWithTheNearestName() throws Exception {
        try (ServerProcess server = ServerProcess.start(home).greeted()) {
            Answer answer = server.ask(call(1, "market_get_tiker", "{}"));

            assertThat(answer.errorCode()).isEqualTo(-32602);
            assertThat(answer.errorMessage()).contains("market_get_tiker", "market_get_ticker");
        }
    }

    @Test
    void wrongArgument_isAnErrorForTheModelToRead() throws Exception {
        try (ServerProcess server = ServerProcess.start(home).greeted()) {
            Answer answer = server.ask(call(1, "market_get_ticker", "{\"instrument\":\"BTC-USDT\"}"));

            assertThat(answer.failed()).isTrue();
            assertThat(answer.text()).contains("instrument");
        }
    }

    @Test
    void endOfInput_withCallsInFlight_answersThemAllAndExitsWithZero() throws Exception {
        try (ServerProcess server = ServerProcess.start(home).greeted()) {
            for (int i = 0; i < 64; i++) {
                server.send(call(i, "market_get_ticker", "{\"instId\":\"BTC-USDT-SWAP\"}"));
            }
            server.endInput();

            Set<String> answered = new HashSet<>();
            for (Answer answer = server.next(); answer != null; answer = server.next()) {
                assertThat(answered.add(answer.id()))
                        .as("answered once: %s", answer.id())
                        .isTrue();
            }
            assertThat(answered).hasSize(64);
            assertThat(server.exitCode()).isZero();
        }
    }

    @Test
    void order_outlivesTheServer() throws Exception {
        String order = "{\"instId\":\"BTC-USDT-SWAP\",\"tdMode\":\"isolated\",\"side\":\"buy\",\"ordType\":\"limit\","
                + "\"sz\":\"0.1\",\"px\":\"1000\",\"clOrdId\":\"outlives1\"}";
        try (ServerProcess server = ServerProcess.start(home).greeted()) {
            server.send(call(1, "swap_place_order", order));
            server.endInput();
            Answer placed = server.answer();
            assertThat(placed.failed()).as(placed.text()).isFalse();
        }
        try (ServerProcess server = ServerProcess.start(home).greeted()) {
            Answer found =
                    server.ask(call(1, "swap_get_order", "{\"instId\":\"BTC-USDT-SWAP\",\"clOrdId\":\"outlives1\"}"));
            assertThat(found.text()).contains("\"live\"");
        }
    }

    @Test
    void outputClosed_theServerEndsWithOne() throws Exception {
        try (ServerProcess server = ServerProcess.start(home).greeted()) {
            server.closeOutput();
            server.send(ping(1));

            assertThat(server.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void askedToEnd_theServerEndsSoon() throws Exception {
        try (ServerProcess server = ServerProcess.start(home).greeted()) {
            server.ask(call(1, "market_get_ticker", "{\"instId\":\"BTC-USDT-SWAP\"}"));
            server.terminate();

            assertThat(server.exitCode()).isEqualTo(143);
        }
    }

    @Test
    void readOnly_hidesTheToolsThatWriteAndSaysSo() throws Exception {
        try (ServerProcess server = ServerProcess.start(home, "--read-only").greeted()) {
            assertThat(server.ask(LIST).toolNames())
                    .contains("swap_get_order")
                    .noneMatch(name -> name.contains("_place_") || name.contains("_cancel_"));
            Answer answer = server.ask(call(1, "swap_place_order", "{}"));
            assertThat(answer.errorCode()).isEqualTo(-32602);
            assertThat(answer.errorMessage()).contains("--read-only");
        }
    }

    @Test
    void modules_chooseWhatIsListed() throws Exception {
        try (ServerProcess server =
                ServerProcess.start(home, "--modules", "market", "--paper").greeted()) {
            assertThat(server.ask(LIST).toolNames())
                    .contains("market_get_ticker")
                    .noneMatch(name -> name.startsWith("swap_"));
        }
    }

    @Test
    void help_isPrintedToStandardOutput() throws Exception {
        try (ServerProcess server = ServerProcess.start(home, "--help")) {
            assertThat(server.rest()).contains("--paper", "--read-only", "OKX_HOME", "java -jar okx-mcp.jar");
            assertThat(server.exitCode()).isZero();
            assertThat(server.errors()).isEmpty();
        }
    }

    @Test
    void version_isPrintedToStandardOutput() throws Exception {
        try (ServerProcess server = ServerProcess.start(home, "--version")) {
            assertThat(server.rest()).startsWith("okx-mcp ");
            assertThat(server.exitCode()).isZero();
        }
    }

    @Test
    void aTransferThatNothingProves_isListedForAPerson_whoSettlesIt() throws Exception {
        try (ServerProcess server = ServerProcess.start(home).greeted()) {
            server.ask(BUY).result();
        }
        Path folder;
        try (Stream<Path> accounts = Files.list(home.resolve("journal"))) {
            folder = accounts.findFirst().orElseThrow();
        }
        try (FileJournal journal = FileJournal.open(folder)) {
            journal.intents(List.of(new WriteIntent(
                    "i1",
                    WriteIntent.Kind.TRANSFER,
                    "/api/v5/asset/transfer",
                    "lost1",
                    Map.of("ccy", "USDT", "amt", "5", "clientId", "lost1"),
                    Instant.now().minusSeconds(120),
                    null,
                    1)));
        }

        assertThat(printed("doubts")).contains("i1  ", "TRANSFER", "client id lost1", "A person has to compare");
        assertThat(printed("settle", "i1", "no")).startsWith("i1 is settled: it did not take effect, says ");
        assertThat(printed("doubts")).isEqualTo("Nothing is in doubt.\n");
    }

    private String printed(String... command) throws Exception {
        try (ServerProcess server = ServerProcess.start(home, command)) {
            String printed = server.rest();
            assertThat(server.exitCode()).as(server.errors()).isZero();
            return printed;
        }
    }

    @Test
    void wrongFlags_areASentenceOnStandardErrorAndExitWithTwo() throws Exception {
        for (String[] flags : new String[][] {
            {"--paper", "--live"},
            {"--modlues", "market"},
            {"--http", "8080"},
            {"setup"},
            {"settle", "i1"},
            {"settle", "i1", "maybe"},
            {"settle", "i1", "no", "--read-only"},
            {"--profile", "nobody"},
            {"--demo"}
        }) {
            try (ServerProcess server = ServerProcess.start(home, flags)) {
                assertThat(server.rest()).isEmpty();
                assertThat(server.exitCode()).as(String.join(" ", flags)).isEqualTo(2);
                assertThat(server.errors().lines()).hasSizeLessThanOrEqualTo(3).isNotEmpty();
                assertThat(server.errors()).doesNotContain("Exception", "\tat ");
            }
        }
    }

    @Test
    void listingTools_loadsNoHttpClientNoMoshiNoServerAndNoPrices() throws Exception {
        Path log = home.resolve("classes.txt");
        try (ServerProcess server = ServerProcess.start(home, List.of("-Xlog:class+load:file=" + log))
                .greeted()) {
            assertThat(server.ask(LIST).toolNames()).isNotEmpty();
        }

        List<String> loaded = java.nio.file.Files.readAllLines(log);
        assertThat(loaded).anyMatch(line -> line.contains("dev.okx4j.mcp.StdioTransport "));
        List<String> forbidden = List.of(
                " okhttp3.",
                " com.squareup.moshi.Moshi",
                " com.squareup.moshi.JsonAdapter",
                " org.eclipse.jetty.",
                " org.tomlj.",
                " kotlin.",
                " com.fasterxml.jackson.databind.",
                " dev.okx4j.paper.",
                " dev.okx4j.client.OkxClient");
        assertThat(loaded.stream().filter(line -> forbidden.stream().anyMatch(line::contains)))
                .isEmpty();
    }
}

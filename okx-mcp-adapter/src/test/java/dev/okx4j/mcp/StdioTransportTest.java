package dev.okx4j.mcp;

import static dev.okx4j.mcp.ScriptedServer.INITIALIZE;
import static dev.okx4j.mcp.ScriptedServer.call;
import static dev.okx4j.mcp.ScriptedServer.ping;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class StdioTransportTest {

    @Test
    void initialize_answersWithVersionCapabilitiesAndName() throws Exception {
        try (ScriptedServer server = ScriptedServer.fresh()) {
            Map<?, ?> result = server.ask(INITIALIZE).result();

            assertThat(result.get("protocolVersion")).isEqualTo("2025-06-18");
            assertThat((Map<?, ?>) result.get("capabilities"))
                    .isEqualTo(Map.of("tools", Map.of("listChanged", false), "logging", Map.of()));
        }
    }

    @Test
    void initialize_unknownVersion_isAnsweredWithTheNewestOfOurs() throws Exception {
        try (ScriptedServer server = ScriptedServer.fresh()) {
            Answer answer = server.ask(INITIALIZE.replace("2025-06-18", "2099-01-01"));

            assertThat(answer.result().get("protocolVersion")).isEqualTo("2025-11-25");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tools/list", "tools/call", "logging/setLevel"})
    void request_beforeInitialize_isRefused(String method) throws Exception {
        try (ScriptedServer server = ScriptedServer.fresh()) {
            Answer answer = server.ask("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method
                    + "\",\"params\":{\"name\":\"echo\",\"level\":\"info\"}}");

            assertThat(answer.id()).isEqualTo("1");
            assertThat(answer.errorCode()).isEqualTo(-32600);
            assertThat(answer.errorMessage()).contains("initialize");
            assertThat(server.executed).hasValue(0);
        }
    }

    @Test
    void ping_beforeInitialize_isAnswered() throws Exception {
        try (ScriptedServer server = ScriptedServer.fresh()) {
            assertThat(server.ask(ping(1)).result()).isEmpty();
        }
    }

    @Test
    void unknownMethod_isAnsweredBeforeAndAfterInitialize() throws Exception {
        String discover = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"server/discover\",\"params\":{}}";
        try (ScriptedServer server = ScriptedServer.fresh()) {
            assertThat(server.ask(discover).errorCode()).isEqualTo(-32601);
            server.ask(INITIALIZE);
            assertThat(server.ask(discover).errorCode()).isEqualTo(-32601);
        }
    }

    @Test
    void request_withoutTheInitializedNotification_isAnswered() throws Exception {
        try (ScriptedServer server = ScriptedServer.fresh()) {
            server.ask(INITIALIZE);

            assertThat(server.ask(call(1, "echo", "{}")).text()).isEqualTo("{}");
        }
    }

    @Test
    void initialize_twice_isRefusedAndTheServerStaysReady() throws Exception {
        try (ScriptedServer server = ScriptedServer.ready()) {
            assertThat(server.ask(INITIALIZE).errorCode()).isEqualTo(-32600);
            assertThat(server.ask(call(1, "echo", "{}")).text()).isEqualTo("{}");
        }
    }

    @Test
    void toolsList_namesEveryTool() throws Exception {
        try (ScriptedServer server = ScriptedServer.ready()) {
            Answer answer = server.ask("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}");

            assertThat(answer.toolNames()).containsExactly("echo", "hold", "fail");
        }
    }

    @Test
    void arguments_arriveExactly() throws Exception {
        String arguments =
                "{\"px\":0.10000000000000000000000000000000001,\"big\":9007199254740993,\"text\":\"Ω\uD83D\uDE00\","
                        + "\"list\":[1,null,true],\"nested\":{\"a\":\"\\\"\\\\\\n\"}}";
        try (ScriptedServer server = ScriptedServer.ready()) {
            assertThat(server.ask(call(1, "echo", arguments)).text()).isEqualTo(arguments);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "\"one\",one", "9007199254740993,9007199254740993", "-5,-5", "\"\",''"})
    void id_comesBackAsItWasSent(String sent, String back) throws Exception {
        try (ScriptedServer server = ScriptedServer.ready()) {
            Answer answer = server.ask("{\"jsonrpc\":\"2.0\",\"id\":" + sent + ",\"method\":\"ping\"}");

            assertThat(answer.id()).isEqualTo(back);
        }
    }

    @Test
    void idInFlightTwice_secondIsRefusedWithoutIdAndFirstIsAnsweredOnce() throws Exception {
        try (ScriptedServer server = ScriptedServer.ready()) {
            server.send(call(4, "hold", "{}"));
            server.holding.acquire();

            for (String second : List.of(
                    call(4, "echo", "{}"), call(4, "no_tool", "{}"), ping(4), INITIALIZE.replace("\"init\"", "4"))) {
                Answer refused = server.ask(second);
                assertThat(refused.id()).isNull();
                assertThat(refused.error().get("data")).hasToString("{id=4}");
            }
            server.letGo();

            Answer first = server.answer();
            assertThat(first.id()).isEqualTo("4");
            assertThat(first.text()).isEqualTo("held");
            assertThat(server.executed).hasValue(1);
            assertThat(server.ask(ping(4)).id()).isEqualTo("4");
        }
    }

    @Test
    void stringAndNumberId_areDifferentIds() throws Exception {
        try (ScriptedServer server = ScriptedServer.ready()) {
            server.send(call(4, "hold", "{}"));
            server.holding.acquire();

            assertThat(server.ask(call("4", "echo", "{}")).text()).isEqualTo("{}");
        }
    }

    @Test
    void slowCall_holdsUpNobody() throws Exception {
        try (ScriptedServer server = ScriptedServer.ready()) {
            server.send(call("slow", "hold", "{}"));
            server.holding.acquire();

            assertThat(server.ask(call("quick", "echo", "{}")).id()).isEqualTo("quick");
            assertThat(server.ask(ping("p")).id()).isEqualTo("p");
        }
    }

    @Test
    void tooManyCalls_areRefusedAsBusyAndNotExecuted() throws Exception {
        int room = ScriptedServer.LIMITS.threads() + ScriptedServer.LIMITS.waitingCalls();
        try (ScriptedServer server = ScriptedServer.ready()) {
            for (int i = 0; i < room; i++) {
                server.send(call(i, "hold", "{}"));
            }
            Answer refused = server.ask(call("one too many", "hold", "{}"));
            assertThat(refused.id()).isEqualTo("one too many");
            assertThat(refused.errorCode()).isEqualTo(-32000);
            assertThat(refused.errorMessage()).contains("not executed");
            assertThat(server.ask(ping("p")).id()).isEqualTo("p");
            server.letGo();

            Set<String> answered = new TreeSet<>();
            for (int i = 0; i < room; i++) {
                answered.add(server.answer().id());
            }
            assertThat(answered).hasSize(room);
            assertThat(server.executed).hasValue(room);
        }
    }

    @Test
    void endOfInput_callsInFlightAreAnsweredThenTheServerEnds() throws Exception {
        try (ScriptedServer server = ScriptedServer.ready()) {
            for (int i = 0; i < 10; i++) {
                server.send(call(i, "hold", "{}"));
            }
            server.holding.acquire();
            server.endInput();
            server.letGo();

            Set<String> answered = new TreeSet<>();
            for (int i = 0; i < 10; i++) {
                answered.add(server.answer().id());
            }
            assertThat(answered).hasSize(10);
            assertThat(server.exitCode()).isZero();
        }
    }

    @Test
    void endOfInput_inTheMiddleOfALine_isAParseError() throws Exception {
        try (ScriptedServer server = ScriptedServer.ready()) {
            String whole = call(1, "echo", "{}");
            server.send(whole.substring(0, whole.length() - 3).getBytes(StandardCharsets.UTF_8));
            server.endInput();

            assertThat(server.answer().errorCode()).isEqualTo(-32700);
            assertThat(server.executed).hasValue(0);
            assertThat(server.exitCode()).isZero();
        }
    }

    @Test
    void endOfInput_withoutALastNewline_answersTheLastLine() throws Exception {
        try (ScriptedServer server = ScriptedServer.ready()) {
            server.send(ping(9).getBytes(StandardCharsets.UTF_8));
            server.endInput();

            assertThat(server.answer().id()).isEqualTo("9");
        }
    }

    @Test
    void outputClosed_theServerEndsWithOne() throws Exception {
        try (ScriptedServer server = ScriptedServer.ready()) {
            server.closeOutput();
            sendUntilRefused(server);

            assertThat(server.exitCode()).isEqualTo(1);
        }
    }

    private static void sendUntilRefused(ScriptedServer server) {
        try {
            server.send(ping(1));
        } catch (IOException theServerHasGone) {
            assertThat(theServerHasGone).isNotNull();
        }
    }

    @Test
    void notification_isNeverAnswered() throws Exception {
        try (ScriptedServer server = ScriptedServer.ready()) {
            for (String method : List.of(
                    "notifications/initialized",
                    "notifications/roots/list_changed",
                    "notifications/nope",
                    "tools/call")) {
                server.send("{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":{\"name\":\"echo\"}}");
            }
            server.send("{\"jsonrpc\":\"2.0\",\"id\":5,\"result\":{}}");
            server.send("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":1,\"message\":\"\"}}");

            assertThat(server.ask(ping(2)).id()).isEqualTo("2");
            assertThat(server.executed).hasValue(0);
        }
    }

    @Test
    void cancelled_runningCall_isFinishedAndAnswered() throws Exception {
        try (ScriptedServer server = ScriptedServer.ready()) {
            server.send(call(1, "hold", "{}"));
            server.holding.acquire();
            server.send(cancel("1"));
            server.send(cancel("\"unknown\""));
            server.send(cancel("{}"));
            assertThat(server.ask(ping(2)).id()).isEqualTo("2");
            server.letGo();

            assertThat(server.answer().text()).isEqualTo("held");
        }
    }

    @Test
    void cancelled_waitingCall_isNeverExecutedNorAnswered() throws Exception {
        int threads = ScriptedServer.LIMITS.threads();
        try (ScriptedServer server = ScriptedServer.ready()) {
            for (int i = 0; i < threads; i++) {
                server.send(call(i, "hold", "{}"));
            }
            server.holding.acquire(threads);
            server.send(call("waiting", "hold", "{}"));
            server.send(cancel("\"waiting\""));
            assertThat(server.ask(ping("p")).id()).isEqualTo("p");
            server.letGo();
            server.endInput();

            for (int i = 0; i < threads; i++) {
                assertThat(server.answer().id()).isNotEqualTo("waiting");
            }
            assertThat(server.exitCode()).isZero();
            assertThat(server.executed).hasValue(threads);
        }
    }

    private static String cancel(String id) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":" + id + "}}";
    }

    @Test
    void unknownTool_isNamedWithTheNearest() throws Exception {
        try (ScriptedServer server = ScriptedServer.ready()) {
            Answer answer = server.ask(call(1, "ecko", "{}"));

            assertThat(answer.errorCode()).isEqualTo(-32602);
            assertThat(answer.errorMessage()).isEqualTo("Unknown tool: ecko. Did you mean echo?");
        }
    }

    @Test
    void handlerThatThrows_isAnInternalErrorWithoutItsWords() throws Exception {
        try (ScriptedServer server = ScriptedServer.ready()) {
            Answer answer = server.ask(call(1, "fail", "{}"));

            assertThat(answer.errorCode()).isEqualTo(-32603);
            assertThat(answer.error().toString()).doesNotContain("secret");
            assertThat(server.ask(ping(2)).id()).isEqualTo("2");
        }
    }

    @Test
    void logLevel_unknown_isRefusedWithTheKnownOnes() throws Exception {
        String line = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"logging/setLevel\",\"params\":{\"level\":\"loud\"}}";
        try (ScriptedServer server = ScriptedServer.ready()) {
            Answer answer = server.ask(line);

            assertThat(answer.errorCode()).isEqualTo(-32602);
            assertThat(answer.errorMessage()).contains("params.level", "debug", "emergency");
            assertThat(server.ask(line.replace("loud", "error")).result()).isEmpty();
        }
    }
}

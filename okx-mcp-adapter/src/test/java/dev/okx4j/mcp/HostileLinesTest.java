package dev.okx4j.mcp;

import static dev.okx4j.mcp.ScriptedServer.call;
import static dev.okx4j.mcp.ScriptedServer.ping;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that no client should send: each is answered with an error, none is acted upon, and the next line is read. */
@Timeout(30)
class HostileLinesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{not json",
                "}",
                "\"\\ud8",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"} x",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"method\":\"ping\"}",
                "nul",
                "{\"jsonrpc\":\"2.0\",\"id\":1e999999999,\"method\":\"ping\"}"
            })
    void malformedLine_isAParseErrorAndTheNextIsAnswered(String line) throws Exception {
        try (ScriptedServer server = ScriptedServer.ready()) {
            Answer answer = server.ask(line);

            assertThat(answer.errorCode()).isEqualTo(-32700);
            assertThat(answer.id()).isNull();
            assertThat(server.ask(ping(2)).id()).isEqualTo("2");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}] | -32600 |",
                "[] | -32600 |",
                "42 | -32600 |",
                "null | -32600 |",
                "\"ping\" | -32600 |",
                "{} | -32600 |",
                "{\"id\":1,\"method\":\"ping\"} | -32600 | 1",
                "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"} | -32600 | 1",
                "{\"jsonrpc\":\"2.0\",\"id\":1} | -32600 | 1",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":5} | -32600 | 1",
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"} | -32600 |",
                "{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"} | -32600 |",
                "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"} | -32600 |",
                "{\"jsonrpc\":\"2.0\",\"id\":99999999999999999999,\"method\":\"ping\"} | -32600 |",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":[]} | -32602 | 1",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"} | -32602 | 1",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":7}} | -32602 | 1"
            })
    void invalidRequest_isRefusedAndTheNextIsAnswered(String line, int code, String id) throws Exception {
        try (ScriptedServer server = ScriptedServer.ready()) {
            Answer answer = server.ask(line);

            assertThat(answer.errorCode()).isEqualTo(code);
            assertThat(answer.id()).isEqualTo(id);
            assertThat(server.ask(ping(2)).id()).isEqualTo("2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t  \t", "\r"})
    void blankLine_isIgnored(String blank) throws Exception {
        try (ScriptedServer server = ScriptedServer.ready()) {
            server.send(blank);

            assertThat(server.ask(ping(2)).id()).isEqualTo("2");
        }
    }

    @Test
    void windowsLineEnd_isNoPartOfTheMessage() throws Exception {
        try (ScriptedServer server = ScriptedServer.ready()) {
            assertThat(server.ask(ping(2) + "\r").id()).isEqualTo("2");
        }
    }

    @Test
    void oversizedLine_isRefusedAndTheNextIsAnswered() throws Exception {
        try (ScriptedServer server = ScriptedServer.ready()) {
            Answer answer = server.ask(call(1, "echo", "{\"x\":\"" + "a".repeat(50_000) + "\"}"));

            assertThat(answer.errorCode()).isEqualTo(-32600);
            assertThat(answer.id()).isNull();
            assertThat(answer.errorMessage()).contains("4096 bytes");
            assertThat(server.ask(ping(2)).id()).isEqualTo("2");
            assertThat(server.executed).hasValue(0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 500, 2000})
    void deeplyNestedLine_isRefusedAndTheNextIsAnswered(int depth) throws Exception {
        try (ScriptedServer server = ScriptedServer.ready()) {
            Answer answer = server.ask(call(1, "echo", "{\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}"));

            assertThat(answer.errorCode()).isEqualTo(-32700);
            assertThat(server.ask(ping(2)).id()).isEqualTo("2");
            assertThat(server.executed).hasValue(0);
        }
    }

    @Test
    void invalidUtf8_isRefusedAndNotExecuted() throws Exception {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"echo\",\"arguments\":{\"x\":\""
                        .getBytes(StandardCharsets.UTF_8));
        line.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0xc3});
        line.writeBytes("\"}}}\n".getBytes(StandardCharsets.UTF_8));
        try (ScriptedServer server = ScriptedServer.ready()) {
            server.send(line.toByteArray());

            assertThat(server.answer().errorCode()).isEqualTo(-32700);
            assertThat(server.ask(ping(2)).id()).isEqualTo("2");
            assertThat(server.executed).hasValue(0);
        }
    }
}

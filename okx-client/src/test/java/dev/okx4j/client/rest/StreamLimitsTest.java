package dev.okx4j.client.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.rest.StreamLimits.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Compares the limits of the WebSocket, and those that lie across endpoints, with what OKX documents. */
@NullUnmarked
class StreamLimitsTest {
    private static Map<String, List<String>> table(String file, int names) throws IOException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("../docs", file))) {
            List<String> columns = List.of(line.split(",", -1));
            rows.put(String.join(" ", columns.subList(0, names)), columns.subList(names, columns.size()));
        }
        return rows;
    }

    private static List<String> columns(RateLimit limit) {
        return List.of(
                Integer.toString(limit.count()),
                Long.toString(limit.per().toSeconds()),
                limit.scope().name(),
                limit.unit().name());
    }

    @Test
    void limits_areAsDocumented() throws IOException {
        Map<String, List<String>> told = new LinkedHashMap<>();
        told.put("connect", List.of(String.valueOf(StreamLimits.CONNECTS.count()), "1", "IP", "CONNECTIONS"));
        assertThat(StreamLimits.CONNECTS.per().toSeconds()).isOne();
        told.put("command", List.of(String.valueOf(StreamLimits.COMMANDS_PER_HOUR), "3600", "CONNECTION", "REQUESTS"));
        told.put("bytes", List.of(String.valueOf(StreamLimits.LONGEST_REQUEST), "", "REQUEST", "BYTES"));
        told.put(
                "silence",
                List.of(String.valueOf(StreamLimits.LONGEST_SILENCE.toSeconds()), "", "CONNECTION", "SECONDS"));
        for (Operation operation : StreamLimits.OPERATIONS) {
            told.put(operation.op(), columns(operation.limit()));
        }
        Map<String, List<String>> documented = table("stream-limits.csv", 1);
        assertThat(documented.remove("name")).isNotNull();
        List<String> channels = documented.remove("connections");
        assertThat(documented).containsExactlyInAnyOrderEntriesOf(told);
        assertThat(channels.get(0)).isEqualTo(String.valueOf(StreamLimits.CONNECTIONS_PER_CHANNEL));
        assertThat(channels.get(2).split(" ")).containsExactlyInAnyOrderElementsOf(StreamLimits.COUNTED_CHANNELS);
    }

    @Test
    void operations_shareTheWindowOfTheirTwin() throws IOException {
        Map<String, List<String>> documented = table("endpoints.csv", 2);
        List<String> differing = new ArrayList<>();
        for (Operation operation : StreamLimits.OPERATIONS) {
            List<String> twin = documented.get(operation.twin());
            assertThat(twin).as(operation.twin()).isNotNull();
            if (!twin.subList(1, 5).equals(columns(operation.limit()))) {
                differing.add(operation.op());
            }
        }
        // OKX documents ten of these over HTTP, and five on a connection.
        assertThat(differing).containsExactly("sprd-mass-cancel");
    }

    @Test
    void limitsAcrossEndpoints_areAboutDocumentedOnes() throws IOException {
        Map<String, List<String>> documented = table("endpoints.csv", 2);
        OrderLimits.SINGLE.forEach((batch, single) -> {
            assertThat(documented.get(batch).get(4)).as(batch).isEqualTo("ORDERS");
            assertThat(documented.get(single).subList(1, 5)).as(single).isEqualTo(columns(OrderLimits.SINGLES));
        });
        assertThat(documented.keySet()).containsAll(OrderLimits.NEW_AND_AMENDED);
        assertThat(columns(OrderLimits.SUB_ACCOUNT)).containsExactly("1000", "2", "USER", "ORDERS");
    }
}

package dev.okx4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.rest.Endpoint;
import dev.okx4j.client.rest.Params;
import dev.okx4j.client.rest.Rest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Decodes recorded answers of OKX, writes the rows back, and compares: nothing may be lost, and no enum unknown. */
@NullUnmarked
class FixtureTest {
    private static final Path FIXTURES = Path.of("src/test/resources/fixtures");

    static Stream<Arguments> samples() throws IOException {
        List<Arguments> samples = new ArrayList<>();
        for (Endpoint<?> endpoint : OkxClient.endpoints()) {
            String name = endpoint.method() + endpoint.path().replace('/', '_');
            try (Stream<Path> files = Files.list(FIXTURES)) {
                files.filter(f -> f.getFileName().toString().equals(name + ".json")
                                || f.getFileName().toString().startsWith(name + "__"))
                        .sorted()
                        .forEach(f -> samples.add(
                                Arguments.of(endpoint, f.getFileName().toString())));
            }
        }
        return samples.stream();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("samples")
    void rows_keepEverythingThatTheSampleHolds(Endpoint<?> endpoint, String file) throws IOException {
        String body = Files.readString(FIXTURES.resolve(file));
        List<?> rows = rows(endpoint, body);
        Map<?, ?> envelope = (Map<?, ?>) Json.parse(body);
        List<?> data = (List<?>) envelope.get("data");
        assertThat(rows).hasSameSizeAs(data);
        for (int i = 0; i < rows.size(); i++) {
            assertSame(endpoint + "[" + i + "]", data.get(i), Json.toTree(rows.get(i)));
            for (String sibling : List.of("inTime", "outTime")) {
                assertThat(Json.toTree(rows.get(i)).get(sibling)).isEqualTo(envelope.get(sibling));
            }
        }
        assertThat(Json.write(rows)).doesNotContain("\"UNKNOWN\"");
    }

    @Test
    void samples_coverEveryEndpoint() throws IOException {
        List<String> covered =
                samples().map(a -> a.get()[0].toString()).distinct().toList();
        assertThat(OkxClient.endpoints()).extracting(Endpoint::toString).containsExactlyInAnyOrderElementsOf(covered);
    }

    @SuppressWarnings("unchecked")
    private static List<?> rows(Endpoint<?> endpoint, String body) {
        VirtualTime time = new VirtualTime();
        Rest rest = OkxClient.builder()
                .wire(new ScriptedWire()
                        .otherwise(asked -> ScriptedWire.json(
                                200, asked.target().startsWith(endpoint.path()) ? body : time.told())))
                .clock(time)
                .waits(time)
                .credentials(Credentials.of("key", "secret", "phrase"))
                .gate(WriteGate.open())
                .journal(IntentJournal.inMemory())
                .build()
                .rest();
        if (endpoint.plan() == null) {
            return rest.list(endpoint, Params.none());
        }
        List<Params> requests = ((List<?>) ((Map<?, ?>) Json.parse(body)).get("data"))
                .stream().map(item -> named((Map<String, Object>) item)).toList();
        List<? extends Outcome<?>> outcomes = requests.size() > 1
                ? rest.writeAll((Endpoint<Object>) endpoint, requests)
                : List.of(rest.write((Endpoint<Object>) endpoint, requests.get(0)));
        return outcomes.stream()
                .map(outcome -> {
                    assertThat(outcome).isInstanceOf(Outcome.Confirmed.class);
                    return ((Outcome.Confirmed<?>) outcome).ack();
                })
                .toList();
    }

    /** Returns a request with the ids of its acknowledgement, as far as the sample has any that OKX would take. */
    private static Params named(Map<String, Object> ack) {
        Params params = Params.none();
        for (String name : List.of("clOrdId", "algoClOrdId", "clientId", "reqId")) {
            Object id = ack.get(name);
            params = params.and(name, id != null && id.toString().matches("[A-Za-z0-9]+") ? id : null);
        }
        return params;
    }

    private static void assertSame(String where, Object sample, Object written) {
        if (sample instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> assertSame(where + "." + name, value, ((Map<?, ?>) written).get(name)));
        } else if (sample instanceof List<?> items && written instanceof Map<?, ?> columns) {
            assertThat(columns).as(where).hasSameSizeAs(items);
            List<?> values = List.copyOf(columns.values());
            for (int i = 0; i < items.size(); i++) {
                assertSame(where + "[" + i + "]", items.get(i), values.get(i));
            }
        } else if (sample instanceof List<?> items) {
            assertThat((List<?>) written).as(where).hasSameSizeAs(items);
            for (int i = 0; i < items.size(); i++) {
                assertSame(where + "[" + i + "]", items.get(i), ((List<?>) written).get(i));
            }
        } else if (sample == null || sample.equals("")) {
            assertThat(written).as(where).isNull();
        } else {
            assertThat(written).as(where).isNotNull();
            assertThat(canonical(written)).as(where).isEqualTo(canonical(sample));
        }
    }

    /** Returns one spelling for all spellings of a number. */
    private static String canonical(Object value) {
        try {
            return new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return value.toString();
        }
    }
}

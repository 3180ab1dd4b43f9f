package dev.okx4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.error.BadAnswerException;
import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.rest.Endpoint;
import dev.okx4j.client.rest.Params;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Spoils every field of a recorded answer in every way: each is read, or is a bad answer, and never anything else. */
@NullUnmarked
class MutatedFixtureTest {
    private static final List<Object> SPOILT = Arrays.asList(
            "", null, new BigDecimal("7"), true, List.of(), Map.of(), "9".repeat(200), "1e99999", "-", "\u0000", " 1");

    static Stream<Endpoint<?>> reads() {
        return OkxClient.endpoints().stream().filter(e -> e.plan() == null && !e.isWrite());
    }

    @ParameterizedTest
    @MethodSource("reads")
    void field_ofAnyShape_isReadOrABadAnswer(Endpoint<?> endpoint) throws IOException {
        String file = endpoint.method() + endpoint.path().replace('/', '_') + ".json";
        Map<?, ?> envelope = (Map<?, ?>) Json.parse(Files.readString(Path.of("src/test/resources/fixtures", file)));
        Object first = ((List<?>) envelope.get("data")).get(0);
        int read = 0;
        int bad = 0;
        for (Object row : spoilt(first)) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("code", "0");
            answer.put("data", List.of(row));
            ScriptedWire wire = new ScriptedWire().thenJson(Json.write(answer));
            OkxClient okx = OkxClient.builder()
                    .wire(wire)
                    .credentials(Credentials.of("KEY", "SECRET", "PHRASE"))
                    .build();
            try {
                assertThat(okx.rest().list(endpoint, Params.none())).hasSize(1);
                read++;
            } catch (BadAnswerException e) {
                assertThat(e.getMessage()).hasSizeLessThan(500);
                bad++;
            }
        }
        assertThat(read).as("rows that were read").isPositive();
        assertThat(bad).as("rows that were refused").isPositive();
    }

    /** Returns the row with one field spoilt or left out, for every field and every way. */
    private static List<Object> spoilt(Object row) {
        List<Object> rows = new ArrayList<>();
        if (row instanceof Map<?, ?> fields) {
            for (Object name : fields.keySet()) {
                Map<Object, Object> without = new LinkedHashMap<>(fields);
                without.remove(name);
                rows.add(without);
                for (Object value : SPOILT) {
                    Map<Object, Object> with = new LinkedHashMap<>(fields);
                    with.put(name, value);
                    rows.add(with);
                }
            }
        } else {
            List<?> columns = (List<?>) row;
            for (int i = 0; i < columns.size(); i++) {
                rows.add(columns.subList(0, i));
                for (Object value : SPOILT) {
                    List<Object> with = new ArrayList<>(columns);
                    with.set(i, value);
                    rows.add(with);
                }
            }
        }
        return rows;
    }
}

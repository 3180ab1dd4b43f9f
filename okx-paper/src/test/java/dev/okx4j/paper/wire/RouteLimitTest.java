package dev.okx4j.paper.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the access and the limit of every path that is served with what OKX documents. */
@NullUnmarked
class RouteLimitTest {
    private static final Map<String, List<String>> DOCUMENTED = documented();
    private static final ExchangeWire WIRE = new Paper().wire;

    static Stream<String> served() {
        return WIRE.served().stream()
                .filter(operation -> !operation.contains(" /paper/") && !operation.endsWith("/cancel-advance-algos"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("served")
    void path_isLimitedAsDocumented(String operation) {
        Route route = WIRE.route(operation);
        String scope = switch (route.scope()) {
            case IP_AND_TYPE -> "IP_AND_INSTRUMENT_TYPE";
            case USER_AND_TYPE -> "USER_AND_INSTRUMENT_TYPE";
            case IP_AND_TYPE_AND_FAMILY -> "IP_AND_INSTRUMENT_TYPE_AND_FAMILY";
            default -> route.scope().name();
        };
        String unit = route.array() ? "ORDERS" : "REQUESTS";
        assertThat(List.of(
                        route.access().name(),
                        Integer.toString(route.count()),
                        Integer.toString(route.seconds()),
                        scope,
                        unit))
                .isEqualTo(DOCUMENTED.get(operation));
    }

    private static Map<String, List<String>> documented() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(Path.of("../docs/endpoints.csv"))) {
                List<String> columns = List.of(line.split(",", -1));
                rows.put(columns.get(0) + " " + columns.get(1), columns.subList(2, 7));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}

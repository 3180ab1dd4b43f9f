package dev.okx4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.account.AccountApi;
import dev.okx4j.client.algo.AlgoApi;
import dev.okx4j.client.funding.FundingApi;
import dev.okx4j.client.market.MarketApi;
import dev.okx4j.client.publicdata.PublicDataApi;
import dev.okx4j.client.rest.Endpoint;
import dev.okx4j.client.trade.TradeApi;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares every endpoint constant, and the row it names, with what OKX documents. */
@NullUnmarked
class EndpointTableTest {
    private static final Map<String, String[]> TABLE = table();

    static Stream<Endpoint<?>> endpoints() {
        return OkxClient.endpoints().stream();
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void endpoint_isAsDocumented(Endpoint<?> endpoint) {
        String[] row = TABLE.get(endpoint.toString());
        assertThat(row).as("%s in docs/endpoints.csv", endpoint).isNotNull();
        assertThat(List.of(
                        endpoint.access().name(),
                        String.valueOf(endpoint.limit().count()),
                        String.valueOf(endpoint.limit().per().toSeconds()),
                        endpoint.limit().scope().name(),
                        endpoint.limit().unit().name()))
                .isEqualTo(List.of(row).subList(2, 7));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void row_hasEveryDocumentedField(Endpoint<?> endpoint) {
        Set<String> names = new LinkedHashSet<>();
        names(endpoint.rowType(), "", names);
        List<String> missing = new ArrayList<>();
        for (String field : TABLE.get(endpoint.toString())[7].split(" ", -1)) {
            boolean seen = field.endsWith("?")
                    ? names.stream().anyMatch(n -> ("." + n).endsWith("." + field.substring(0, field.length() - 1)))
                    : names.contains(field);
            if (!seen) {
                missing.add(field);
            }
        }
        assertThat(missing)
                .as("fields of %s without a component in %s", endpoint, endpoint.rowType())
                .isEmpty();
    }

    @Test
    void sections_listEveryConstantOnce() throws IllegalAccessException {
        List<Object> constants = new ArrayList<>();
        for (Class<?> section : List.of(
                MarketApi.class,
                PublicDataApi.class,
                AccountApi.class,
                TradeApi.class,
                AlgoApi.class,
                FundingApi.class)) {
            for (Field field : section.getDeclaredFields()) {
                if (field.getType() == Endpoint.class) {
                    field.setAccessible(true);
                    constants.add(field.get(null));
                }
            }
        }
        assertThat(OkxClient.endpoints()).doesNotHaveDuplicates().hasSize(41).containsAll(cast(constants));
        assertThat(constants).hasSize(41);
    }

    @SuppressWarnings("unchecked")
    private static List<Endpoint<?>> cast(List<?> constants) {
        return (List<Endpoint<?>>) constants;
    }

    private static void names(Type type, String prefix, Set<String> names) {
        Type item = type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
        if (item instanceof Class<?> record && record.isRecord()) {
            for (RecordComponent component : record.getRecordComponents()) {
                names.add(prefix + component.getName());
                names(component.getGenericType(), prefix + component.getName() + ".", names);
            }
        }
    }

    private static Map<String, String[]> table() {
        try {
            Map<String, String[]> rows = new LinkedHashMap<>();
            for (String line : Files.readAllLines(Path.of("../docs/endpoints.csv"))) {
                String[] columns = line.split(",", -1);
                assertThat(columns).as(line).hasSize(8);
                rows.put(columns[0] + " " + columns[1], columns);
            }
            assertThat(rows.remove("method path")).isNotNull();
            assertThat(rows.values()).noneMatch(r -> Arrays.asList(r).contains("method"));
            return rows;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

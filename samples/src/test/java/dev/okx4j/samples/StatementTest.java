package dev.okx4j.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementTest {
    private final List<Facts> bills =
            List.of(Facts.parse("{\"balChg\":\"-2.4831000001\"}"), Facts.parse("{\"balChg\":\"-0.0247\"}"));

    @Test
    void billsThatLeadToTheBalance_addUp() {
        assertThat(statement("9997.4921999999").addsUp()).isTrue();
        assertThat(statement("9997.49219999990").addsUp()).isTrue();
    }

    @Test
    void oneUnitOfTheLastDigit_doesNotAddUp() {
        assertThat(statement("9997.4921999998").addsUp()).isFalse();
    }

    private Statement statement(String end) {
        return new Statement(new BigDecimal("10000"), bills, new BigDecimal(end));
    }
}

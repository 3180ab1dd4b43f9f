package dev.okx4j.paper.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class AnswerTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/dev/okx4j/paper/wire/error-codes.csv", numLinesToSkip = 1)
    void refused_hasTheDocumentedStatus(String code, int status) {
        // OKX documents 50011 with both 200 and 429; the one that HTTP clients understand is given.
        assertThat(Answer.refused(code, "m").status()).isEqualTo(code.equals("50011") ? 429 : status);
    }

    @Test
    void items_envelopeTellsWhetherAllSomeOrNoneSucceeded() {
        Row good = new Row("sCode").set("sCode", "0");
        Row bad = new Row("sCode").set("sCode", "51008");
        assertThat(Answer.items(List.of(good, good)).code()).isEqualTo("0");
        assertThat(Answer.items(List.of(good, bad)).code()).isEqualTo("2");
        assertThat(Answer.items(List.of(bad, bad)).code()).isEqualTo("1");
    }

    @Test
    void row_fieldThatIsNotDocumented_isRefused() {
        assertThatThrownBy(() -> new Row("a b").set("c", "1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void row_decimals_arePlainTextWithoutNeedlessZeros() {
        assertThat(Row.text(new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(Row.text(new BigDecimal("0.0000000100"))).isEqualTo("0.00000001");
        assertThat(Row.text(new BigDecimal("0E-9"))).isEqualTo("0");
        assertThat(Row.wire(null)).isEqualTo("");
    }
}

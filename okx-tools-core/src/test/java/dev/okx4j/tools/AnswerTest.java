package dev.okx4j.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class AnswerTest {
    @Test
    void rows_thatAllFit_haveNoNext() {
        Answer answer = Answer.rows(List.of("a", "b"));
        assertThat(answer.dataWith(List.of("a", "b"))).isEqualTo(List.of("a", "b"));
        assertThat(answer.nextAfter(2)).isNull();
    }

    @Test
    void rows_cutWithoutCursor_sayHowManyAreMissing() {
        assertThat(Answer.rows(List.of("a", "b", "c")).nextAfter(1))
                .isEqualTo(Map.of("omitted", 2, "hint", "too long to show: ask for less with the filters"));
    }

    @Test
    void rows_cutWithCursor_goOnAfterTheLastShown() {
        List<String> ids = List.of("9", "8", "7");
        Answer answer = Answer.rows(ids).next("after", false, ids::get);
        assertThat(answer.nextAfter(2)).isEqualTo(Map.of("after", "8"));
        assertThat(answer.nextAfter(3))
                .as("all shown, and the exchange has no more")
                .isNull();
        assertThat(answer.nextAfter(0)).as("nothing shown has no last row").isInstanceOf(Map.class);
    }

    @Test
    void rows_ofAFullPage_goOnEvenIfAllAreShown() {
        List<String> ids = List.of("9", "8");
        assertThat(Answer.rows(ids).next("after", true, ids::get).nextAfter(2)).isEqualTo(Map.of("after", "8"));
        assertThat(Answer.rows(List.of()).next("after", true, i -> "").nextAfter(0))
                .isNull();
    }

    @Test
    void table_hasItsHeaderOnce() {
        assertThat(Answer.table(List.of("x"), List.of(List.of("1"))).dataWith(List.of(List.of("1"))))
                .hasToString("{columns=[x], rows=[[1]]}");
    }

    @Test
    void note_leavesTheAnswerItWasMadeFrom() {
        Answer plain = Answer.of(Map.of());
        assertThat(plain.note("a", 1).note("b", 2).notes()).isEqualTo(Map.of("a", 1, "b", 2));
        assertThat(plain.notes()).isEmpty();
    }
}

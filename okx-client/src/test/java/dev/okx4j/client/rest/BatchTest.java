package dev.okx4j.client.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class BatchTest {
    @Test
    void batch_keepsTheOrder_andIsNotChangedAfterwards() {
        List<String> given = new ArrayList<>(List.of("b", "a"));
        Batch<String> batch = Batch.of(given, 2);
        given.add("c");
        assertThat(batch.items()).containsExactly("b", "a");
    }

    @Test
    void batch_ofNoneOrTooMany_isRefused() {
        assertThatThrownBy(() -> Batch.of(List.of(), 3)).hasMessageContaining("give 1 to 3");
        assertThatThrownBy(() -> Batch.of(List.of("a", "b", "c", "d"), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 3 requests in one batch, and this one has 4");
    }

    @Test
    void requests_withoutAnId_areNotCompared() {
        Batch<String> batch = Batch.of(List.of("a", "a"), 3);
        assertThat(batch.noneTwice("id", request -> null)).isSameAs(batch);
        assertThatThrownBy(() -> batch.noneTwice("id", Function.identity()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Requests 1 and 2 of the batch have the same id a");
    }
}

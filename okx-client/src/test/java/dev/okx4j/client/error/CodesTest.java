package dev.okx4j.client.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class CodesTest {
    private final Codes codes = Codes.of(" 0-1 7\n 50011-50013  51000 ");

    @Test
    void set_holdsItsNumbersAndRanges_andNothingElse() {
        for (int number = 0; number <= 99_999; number++) {
            boolean listed = List.of(0, 1, 7, 50_011, 50_012, 50_013, 51_000).contains(number);
            assertThat(codes.has(Integer.toString(number))).as("%d", number).isEqualTo(listed);
        }
    }

    @Test
    void finerCode_countsAsTheCodeBeforeIt() {
        assertThat(codes.has("51000_1000")).isTrue();
        assertThat(codes.has("51001_1000")).isFalse();
        assertThat(codes.has("0_1")).isTrue();
    }

    @Test
    void textThatOkxWouldNotWrite_isInNoSet() {
        for (String text :
                List.of("", "_", "_51000", "00", "07", "051000", "510000", "5100O", "/", ":", "-1", "51000 ")) {
            assertThat(codes.has(text)).as("'%s'", text).isFalse();
        }
    }
}

package dev.okx4j.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Transcript transcript = new Transcript(new PrintStream(out, true, StandardCharsets.UTF_8), false);

    @Test
    void longSentence_isWrappedUnderItsSpeaker() {
        transcript.assistant("word ".repeat(30).strip());

        assertThat(lines()).hasSize(2).allMatch(line -> line.length() <= 100);
        assertThat(lines().get(0)).startsWith("Assistant  word");
        assertThat(lines().get(1)).startsWith("           word");
    }

    @Test
    void call_showsItsArgumentsInOrder() {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("instId", "NVDA-USDT-SWAP");
        arguments.put("sz", "50");

        transcript.call("swap_place_order", arguments);

        assertThat(lines()).containsExactly("  > swap_place_order instId=NVDA-USDT-SWAP sz=50");
    }

    @Test
    void facts_areAligned_numbersFlushRight() {
        transcript.facts(List.of(List.of("fee", "-0.5"), List.of("balance", "10000")));

        assertThat(lines()).containsExactly("           fee       -0.5", "           balance  10000");
    }

    @Test
    void colours_areOnlyForATerminal() {
        transcript.user("Hello");
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("\u001b");

        new Transcript(new PrintStream(out, true, StandardCharsets.UTF_8), true).user("Hello");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\u001b");
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}

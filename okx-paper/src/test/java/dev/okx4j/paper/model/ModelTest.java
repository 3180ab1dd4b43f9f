package dev.okx4j.paper.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The venue does what a naive exchange does that shares nothing with it. */
class ModelTest {
    private static final Path NAIVE = Path.of("src/test/java/dev/okx4j/paper/model/naive");
    private static final long COMMANDS = Long.getLong("paper.model.commands", 200_000);
    private static final long SEED = Long.getLong("paper.model.seed", 20260817L);

    @Test
    void randomCommands_haveTheSameFillsBalancesPositionsAndLiquidations() {
        ModelProof proof = new ModelProof(SEED);

        assertThat(proof.run(COMMANDS)).as(proof.summary()).isNull();
        assertThat(proof.fills()).as("trades").isGreaterThan(COMMANDS / 10);
        assertThat(proof.forced()).as("liquidations").isGreaterThan(COMMANDS / 1_000);
    }

    @Test
    void naiveExchange_sharesNoClassWithTheProduct_andIsSmall() throws IOException {
        int code = 0;
        for (Path file : sources()) {
            for (String line : Files.readAllLines(file)) {
                String text = line.strip();
                assertThat(text).as(file.toString()).doesNotContainPattern("dev\\.okx4j\\.(?!paper\\.model\\.naive)");
                boolean isCode = !text.isEmpty()
                        && !text.startsWith("//")
                        && !text.startsWith("*")
                        && !text.startsWith("/*")
                        && !text.startsWith("import ");
                code += isCode ? 1 : 0;
            }
        }
        assertThat(code).as("lines of code").isPositive().isLessThanOrEqualTo(1_200);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(NAIVE)) {
            return files.sorted().toList();
        }
    }
}

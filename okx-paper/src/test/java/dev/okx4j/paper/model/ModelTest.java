package dev.okx4j.paper.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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
    void naiveExchange_sharesNoClassWithTheProduct() throws IOException {
        for (Path file : sources()) {
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .startsWith("package dev.okx4j.paper.model.naive;")
                    .doesNotContainPattern("dev\\.okx4j\\.(?!paper\\.model\\.naive)");
        }
    }

    @Test
    void naiveExchange_isSmall_itsMatchingAndAccountsAboveAll() throws IOException {
        Set<String> around = Set.of("Admission.java", "Exchange.java", "Liquidator.java");
        long core = 0;
        long all = 0;
        for (Path file : sources()) {
            long lines = Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.matches("(//|/\\*|\\*|import |package ).*"))
                    .count();
            core += around.contains(file.getFileName().toString()) ? 0 : lines;
            all += lines;
        }
        assertThat(core)
                .as("matching and accounts, without comments")
                .isPositive()
                .isLessThanOrEqualTo(600);
        assertThat(all)
                .as("with refusals, the price path, liquidation and delivery")
                .isLessThanOrEqualTo(1_000);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(NAIVE).filter(file -> !file.endsWith("package-info.java"))) {
            return files.sorted().toList();
        }
    }
}

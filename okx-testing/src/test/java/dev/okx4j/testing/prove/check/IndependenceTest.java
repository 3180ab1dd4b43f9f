package dev.okx4j.testing.prove.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A judge that used the product's classes would share the product's mistakes. */
class IndependenceTest {
    private static final Path SOURCES = Path.of("src", "test", "java", "dev", "okx4j", "testing", "prove", "check");
    private static final String OWN = "dev.okx4j.testing.prove.check";

    @Test
    void checker_namesNothingOfTheProduct() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            List<String> foreign = files.filter(file -> !file.endsWith("IndependenceTest.java"))
                    .flatMap(IndependenceTest::lines)
                    .filter(line -> line.replace(OWN, "").contains("dev.okx4j"))
                    .toList();

            assertThat(foreign).isEmpty();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

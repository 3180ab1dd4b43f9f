package dev.okx4j.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** OKX streams as they were recorded, in a folder of which the variable {@code OKX4J_MARKET_DATA} tells the path. */
public final class WholeRecordings {
    private WholeRecordings() {}

    /** What is tested of a recording. */
    @FunctionalInterface
    public interface Check {
        void of(Path recording) throws IOException;
    }

    /** Returns one test for each recording; none where no folder is named. */
    public static List<DynamicTest> each(Check check) throws IOException {
        String where = System.getProperty("okx4j.market-data", System.getenv("OKX4J_MARKET_DATA"));
        if (where == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Path.of(where, "ws-recordings"))) {
            return files.sorted()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check.of(file)))
                    .toList();
        }
    }
}

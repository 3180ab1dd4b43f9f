package dev.okx4j.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;

/** Checked-in text that has to equal what the code gives; {@code -Dgolden.update} rewrites it. */
@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
public final class Golden {
    private Golden() {}

    public static void check(Path file, String actual) {
        try {
            if (System.getProperty("golden.update") != null) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertThat(file).as("run with -Dgolden.update to rewrite it").exists();
            assertThat(actual)
                    .as("%s is stale: run the tests with -Dgolden.update and look at the difference", file)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

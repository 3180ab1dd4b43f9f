package dev.okx4j.client.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Runs a JVM of its own, because this one has loaded everything already. */
@NullUnmarked
class LoadedClassesTest {
    /** Parses and writes one tree. */
    public static final class Program {
        private Program() {}

        public static void main(String[] args) {
            if (!Json.write(Json.parse("{\"a\":[1,true]}")).equals("{\"a\":[1,true]}")) {
                throw new IllegalStateException("not the same");
            }
        }
    }

    @Test
    void trees_areParsedAndWrittenWithoutMoshi() throws IOException, InterruptedException {
        Process java = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName()))
                .redirectErrorStream(true)
                .start();
        String log;
        try (InputStream out = java.getInputStream()) {
            log = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(java.waitFor())
                .as(log.substring(Math.max(0, log.length() - 500)))
                .isZero();
        assertThat(log).contains("dev.okx4j.client.json.TreeParser").doesNotContain("com.squareup.moshi.Moshi ");
        assertThat(log.lines().filter(l -> l.contains("moshi") || l.contains("kotlin") || l.contains("okio")))
                .isEmpty();
    }
}

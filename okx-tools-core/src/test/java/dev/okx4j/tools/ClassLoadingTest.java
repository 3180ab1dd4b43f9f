package dev.okx4j.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.tools.config.Launch;
import dev.okx4j.tools.config.Venue;
import dev.okx4j.tools.config.Venues;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Listing the tools is what a client waits for at its start; a JVM of its own shows what that loads. */
@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class ClassLoadingTest {
    /** What the JVM does: decides the venue, lists the tools and reads every schema, as a server does. */
    public static final class Listing {
        public static void main(String[] args) throws Exception {
            try (Venue venue = Venues.open(Launch.parse(), Map.of("OKX_HOME", args[0]), (home, account, feed) -> {
                throw new IllegalStateException();
            })) {
                int bytes = 0;
                for (Tool<?> tool :
                        ToolRegistry.builder().venue(() -> venue).build().tools()) {
                    bytes += tool.inputSchema().length() + tool.description().length();
                }
                System.out.println("listed " + bytes);
            }
        }
    }

    @Test
    void listing_loadsNoHttpClientNoJsonAdapterNoTomlAndNoHandler(@TempDir Path home) throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:stdout",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Listing.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jvm.waitFor()).as(output).isZero();
        List<String> loaded = output.lines()
                .filter(line -> line.contains("source: ") && !line.contains("source: jrt:/"))
                .filter(line -> !line.contains("source: shared objects file"))
                .map(line -> line.replaceAll("^\\[.*?]\\[.*?]\\[.*?] ", "").split(" ", 2)[0])
                .filter(name -> !name.contains("$$Lambda"))
                .toList();
        assertThat(output).contains("listed ");
        assertThat(loaded)
                .isNotEmpty()
                .noneMatch(name -> name.startsWith("okhttp3.")
                        || name.startsWith("com.squareup.moshi.")
                        || name.startsWith("kotlin.")
                        || name.startsWith("org.tomlj.")
                        || name.startsWith("org.slf4j.")
                        || name.startsWith("dev.okx4j.client.market.")
                        || name.startsWith("dev.okx4j.client.trade.")
                        || name.equals("dev.okx4j.client.OkxClient"));
    }
}

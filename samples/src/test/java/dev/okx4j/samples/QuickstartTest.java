package dev.okx4j.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.mcp.OkxMcp;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the quickstart against the server that this build made, and compares every line. */
class QuickstartTest {
    private static final Path GOLDEN = Path.of("src/test/resources/quickstart.txt");

    @TempDir
    Path home;

    @Test
    void transcript_isTheGoldenOne() throws IOException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        boolean addsUp =
                Quickstart.run(server(), home, transcript(out), new PrintStream(err, true, StandardCharsets.UTF_8));

        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(addsUp).isTrue();
        String transcript = out.toString(StandardCharsets.UTF_8).replace(home.toString(), "OKX_HOME");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN, transcript);
        }
        assertThat(transcript).isEqualTo(Files.readString(GOLDEN));
        assertThat(transcript.lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void serverThatCannotStart_isReportedWithItsLog() throws IOException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> command = ServerCommand.find(List.of("--no-such-flag"));

        boolean addsUp = Quickstart.run(
                command,
                home,
                transcript(new ByteArrayOutputStream()),
                new PrintStream(err, true, StandardCharsets.UTF_8));

        assertThat(addsUp).isFalse();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("hung up during initialize", "--no-such-flag");
    }

    private static Transcript transcript(ByteArrayOutputStream out) {
        return new Transcript(new PrintStream(out, true, StandardCharsets.UTF_8), false);
    }

    /** The packaged jar, if this build has come to packaging; in a build that ends with the tests the jar would be an old one. */
    private static List<String> server() {
        List<String> flags = List.of("--paper", "--feed", "replay");
        boolean unpackaged = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .anyMatch(entry -> entry.endsWith(
                        Path.of("okx-mcp-adapter", "target", "classes").toString()));
        return unpackaged ? ServerCommand.of(OkxMcp.class, flags) : ServerCommand.find(flags);
    }
}

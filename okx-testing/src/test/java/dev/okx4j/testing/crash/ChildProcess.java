package dev.okx4j.testing.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A running {@link CrashChild}, and what it has said so far. */
final class ChildProcess {
    private static final String END = "END OF OUTPUT";

    private final Process process;
    private final LinkedBlockingQueue<String> arriving = new LinkedBlockingQueue<>();
    private final List<String> said = new ArrayList<>();
    private boolean silent;

    private ChildProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "child-output");
        reader.setDaemon(true);
        reader.start();
    }

    static ChildProcess start(Path errors, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("java.class.path"),
                CrashChild.class.getName()));
        command.addAll(arguments);
        return new ChildProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                .start());
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                arriving.add(line);
            }
        } catch (IOException e) {
            arriving.add("UNREADABLE " + e);
        }
        arriving.add(END);
    }

    /** Waits until the child says a line that begins so; returns it, or null when the time is over or the child has ended. */
    @Nullable
    String awaits(String beginning, long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!silent) {
            String line = arriving.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null) {
                return null;
            }
            silent = line.equals(END);
            if (!silent) {
                said.add(line);
                if (line.startsWith(beginning)) {
                    return line;
                }
            }
        }
        return null;
    }

    /** Kills it as {@code kill -9} does, and returns all that it had said. */
    List<String> kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        awaits("no line begins like this", 60_000);
        return said;
    }
}

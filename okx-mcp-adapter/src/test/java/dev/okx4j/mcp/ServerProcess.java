package dev.okx4j.mcp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** The MCP server as a client meets it: a process of its own behind two pipes, with a home of its own. */
@NullMarked
final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final OutputStream in;
    private final BufferedReader out;
    private final Path errors;

    private ServerProcess(List<String> command, Path home) throws IOException {
        Files.createDirectories(home);
        errors = Files.createTempFile(home, "stderr", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("OKX_") || name.equals("JAVA_TOOL_OPTIONS"));
        builder.environment().put("OKX_HOME", home.toString());
        process = builder.start();
        in = process.getOutputStream();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts the program from the class path of this JVM. */
    static ServerProcess start(Path home, String... flags) throws IOException {
        return start(home, List.of(), flags);
    }

    static ServerProcess start(Path home, List<String> jvmFlags, String... flags) throws IOException {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(jvmFlags);
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        command.addAll(List.of("-cp", classPath, OkxMcp.class.getName()));
        command.addAll(List.of(flags));
        return new ServerProcess(command, home);
    }

    /** Starts a packaged jar. */
    static ServerProcess startJar(Path jar, Path home, String... flags) throws IOException {
        List<String> command = new ArrayList<>(List.of(java(), "-jar", jar.toString()));
        command.addAll(List.of(flags));
        return new ServerProcess(command, home);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Greets the server and returns it. */
    ServerProcess greeted() throws IOException {
        ask(ScriptedServer.INITIALIZE).result();
        send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        return this;
    }

    void send(String line) throws IOException {
        send((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        in.write(bytes);
        in.flush();
    }

    /** Returns the next line as an answer, or null at the end of the output. */
    @Nullable
    Answer next() throws IOException {
        String line = out.readLine();
        return line == null ? null : Answer.of(line);
    }

    Answer answer() throws IOException {
        Answer answer = next();
        if (answer == null) {
            throw new IOException("the server has ended: " + errors());
        }
        return answer;
    }

    Answer ask(String line) throws IOException {
        send(line);
        return answer();
    }

    void endInput() throws IOException {
        in.close();
    }

    void closeOutput() throws IOException {
        out.close();
    }

    /** Asks the process to end, as a client that shuts down does. */
    void terminate() {
        process.destroy();
    }

    /** Returns everything that the process writes to standard output from now on. */
    String rest() throws IOException {
        StringBuilder rest = new StringBuilder();
        for (int c = out.read(); c >= 0; c = out.read()) {
            rest.append((char) c);
        }
        return rest.toString();
    }

    String errors() throws IOException {
        return Files.readString(errors);
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() throws Exception {
        try {
            in.close();
        } catch (IOException alreadyGone) {
            // Closing is all that was wanted.
        }
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the server did not end with its input: " + errors());
        }
    }
}

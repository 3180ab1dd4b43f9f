package dev.okx4j.samples;

import dev.okx4j.mcp.OkxMcp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The command line that starts the MCP server. */
final class ServerCommand {
    private static final String JAR = "okx-mcp-adapter/target/okx-mcp.jar";

    private ServerCommand() {}

    /**
     * Returns the command for the packaged server, or, where it has not been packaged, for its main class on this class
     * path. {@code -Dokx4j.mcp.jar=PATH} names another jar.
     */
    static List<String> find(List<String> flags) {
        Path jar = jar();
        return jar == null ? of(OkxMcp.class, flags) : java(List.of("-jar", jar.toString()), flags);
    }

    /** Returns the command for a main class on this class path. */
    static List<String> of(Class<?> main, List<String> flags) {
        return java(List.of("-cp", System.getProperty("java.class.path"), main.getName()), flags);
    }

    private static List<String> java(List<String> what, List<String> flags) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Whatever the JVM has to say must not get between two JSON messages.
        command.add("-XX:+DisplayVMOutputToStderr");
        command.addAll(what);
        command.addAll(flags);
        return command;
    }

    private static @Nullable Path jar() {
        String given = System.getProperty("okx4j.mcp.jar");
        if (given != null) {
            return Path.of(given);
        }
        // The repository root is the working directory of a reader, and its parent that of a module's tests.
        return Stream.of(Path.of(JAR), Path.of("..", JAR))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(null);
    }
}

package dev.okx4j.samples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One trade from question to account statement, over MCP, on the paper exchange and real recorded prices.
 *
 * <p>The assistant is a script, so that the same conversation comes out every time; the server is the packaged
 * {@code okx-mcp.jar}, launched as any MCP client would. The exit code is 0 only if the money adds up.
 */
public final class Quickstart {
    private Quickstart() {}

    /** Runs the conversation and prints its transcript, for a terminal with {@code --colour}. */
    public static void main(String[] args) throws IOException {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        boolean coloured = List.of(args).contains("--colour");
        Path home = Files.createTempDirectory("okx4j-quickstart-");
        List<String> command = ServerCommand.find(List.of("--paper", "--feed", "replay"));
        System.exit(run(command, home, new Transcript(out, coloured), System.err) ? 0 : 1);
    }

    /** Holds the conversation; returns whether the money added up, and shows the server's log if it broke off. */
    static boolean run(List<String> command, Path home, Transcript transcript, PrintStream err) throws IOException {
        Path log = home.resolve("server.log");
        transcript.note("An assistant trades on okx4j's paper exchange over MCP. The assistant is a script; the prices"
                + " are OKX's, recorded; the money is not real. Every argument of a call (>) comes from the user's"
                + " words or from an earlier answer.");
        try {
            boolean addsUp;
            try (McpSession server = McpSession.open(command, home, log)) {
                addsUp = new Conversation(server, transcript).hold();
            }
            Evidence.print(home, transcript);
            return addsUp;
        } catch (IOException | RuntimeException e) {
            err.println("The conversation broke off: " + e.getMessage());
            Files.readAllLines(log).forEach(line -> err.println("  server: " + line));
            return false;
        }
    }
}

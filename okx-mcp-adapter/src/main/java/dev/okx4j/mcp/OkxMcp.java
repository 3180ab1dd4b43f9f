package dev.okx4j.mcp;

import dev.okx4j.tools.ToolRegistry;
import dev.okx4j.tools.config.Doubts;
import dev.okx4j.tools.config.Launch;
import dev.okx4j.tools.config.LaunchException;
import dev.okx4j.tools.config.Venue;
import dev.okx4j.tools.config.Venues;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The MCP server as a program: {@code java -jar okx-mcp.jar}. */
public final class OkxMcp {
    private static final int CLOSING_SECONDS = 10;
    private static final String USAGE = """
            okx4j MCP server %s: tools for the OKX exchange over standard input and output.
            Without a key and without flags it runs on the embedded paper exchange.

            java -jar okx-mcp.jar [flags]
            java -jar okx-mcp.jar doubts [flags]                 what was sent and nothing proves, with the server stopped
            java -jar okx-mcp.jar settle INTENT yes|no [flags]   ends such a doubt by your word: did it take effect?

            %s""";

    private OkxMcp() {}

    /** Serves until standard input ends; exits 0, or 1 if answers were lost, or 2 if the flags are wrong. */
    public static void main(String[] args) {
        // From here on standard output carries JSON-RPC and nothing else, whatever a library prints.
        OutputStream stdout = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        System.exit(run(args, System.in, stdout));
    }

    private static int run(String[] args, InputStream in, OutputStream out) {
        try {
            Order order = Order.of(args);
            Launch launch = Launch.parse(order.flags());
            if (launch.help()) {
                return print(out, USAGE.formatted(version(), Launch.HELP));
            }
            if (launch.version()) {
                return print(out, "okx-mcp " + version() + System.lineSeparator());
            }
            // Before the first logger is made.
            System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", launch.noLog() ? "off" : launch.logLevel());
            return order.words().isEmpty() ? serve(launch, in, out) : print(out, answer(order.words(), launch));
        } catch (LaunchException e) {
            System.err.println(e.getMessage());
            return e.exitCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (Exception | LinkageError e) {
            System.err.println("The server ended: " + e);
            return 1;
        }
    }

    /**
     * A command line.
     *
     * @param words what is to be done instead of serving; empty for serving
     * @param flags the rest
     */
    private record Order(List<String> words, String[] flags) {
        static Order of(String[] args) {
            int words = args.length == 0 ? 0 : args[0].equals("doubts") ? 1 : args[0].equals("settle") ? 3 : 0;
            if (args.length < words) {
                throw new LaunchException("settle needs the intent, and yes or no: did it take effect?");
            }
            return new Order(List.of(args).subList(0, words), Arrays.copyOfRange(args, words, args.length));
        }
    }

    private static String answer(List<String> words, Launch launch) throws Exception {
        try (Venue venue = Venues.open(launch, System.getenv(), new PaperAccess())) {
            Doubts doubts = new Doubts(venue);
            return words.get(0).equals("doubts")
                    ? doubts.list()
                    : doubts.settle(words.get(1), words.get(2), System.getProperty("user.name", "somebody"));
        }
    }

    private static int serve(Launch launch, InputStream in, OutputStream out) throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (Venue venue = Venues.open(launch, System.getenv(), new PaperAccess())) {
            launch.warnings().forEach(System.err::println);
            venue.warnings().forEach(System.err::println);
            ToolRegistry registry = ToolRegistry.builder()
                    .venue(() -> venue)
                    .modules(launch.modules())
                    .readOnly(launch.readOnly())
                    .serverVersion(version())
                    .build();
            ToolServer server = new ToolServer(registry);
            RecordMapper mapper = new RecordMapper();
            StdioTransport transport =
                    new StdioTransport(mapper, in, out, server::whyUnknown, StdioTransport.Limits.DEFAULT);
            server.attachTo(transport, mapper, version());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> endOnSignal(transport, closed), "okx-mcp-end"));
            return transport.serve();
        } finally {
            closed.countDown();
        }
    }

    /** Lets calls in flight end and the venue close when the process is asked to go, and waits for that, but not for long. */
    private static void endOnSignal(StdioTransport transport, CountDownLatch closed) {
        transport.stop();
        try {
            closed.await(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int print(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        return 0;
    }

    private static String version() {
        String version = OkxMcp.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}

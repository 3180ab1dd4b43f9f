package dev.okx4j.mcp;

import dev.okx4j.tools.ToolRegistry;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The MCP server as a program: {@code java -jar okx-mcp.jar}. */
public final class OkxMcp {
    private static final int CLOSING_SECONDS = 10;
    private static final String USAGE = """
            okx4j MCP server %s: tools for the OKX exchange over standard input and output.
            Without a key and without flags it runs on the embedded paper exchange.

            java -jar okx-mcp.jar [flags]

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
            Launch launch = Launch.parse(args);
            if (launch.help()) {
                return print(out, USAGE.formatted(version(), Launch.HELP));
            }
            if (launch.version()) {
                return print(out, "okx-mcp " + version() + System.lineSeparator());
            }
            // Before the first logger is made.
            System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", launch.noLog() ? "off" : launch.logLevel());
            return serve(launch, in, out);
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

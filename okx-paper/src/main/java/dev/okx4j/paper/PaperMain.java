package dev.okx4j.paper;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.seam.Disk;
import dev.okx4j.paper.state.AccountKey;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The program {@code okx-paper.jar}: serves a paper exchange on a loopback port until it is stopped. */
public final class PaperMain {
    static final String KEY = "paper-key";
    static final String SECRET = "paper-secret";
    static final String PASSPHRASE = "paper-passphrase";
    private static final int DEFAULT_PORT = 8787;

    private static final String HELP = """
            Usage: java -jar okx-paper.jar [--port N] [--feed replay|live] [--state DIR] [--record DIR]

            Serves the OKX v5 REST wire of a paper exchange on 127.0.0.1.

              --port N      port to listen on, 0 for any free one (default 8787)
              --feed FEED   replay, or replay:SCENARIO with a bundled name or a folder (default replay);
                            live, or live:BTC-USDT,ETH-USDT-SWAP for OKX's market as it is now
              --okx URL     where the live feed asks (default https://openapi.okx.com)
              --state DIR   keep the accounts in DIR; without it they end with the program
              --account NAME
                            see to it that there is an account NAME beside the main one, and print its key when
                            it is new; may be given several times
              --record DIR  write what market time passes through to DIR, which --feed replay:DIR replays
              --help        print this and exit
              --version     print the version and exit

            Sign requests with key paper-key, secret paper-secret, passphrase paper-passphrase.""";

    private static final Set<String> FLAGS = Set.of("--port", "--feed", "--okx", "--state", "--record", "--account");

    private PaperMain() {}

    /** Runs the program. */
    public static void main(String[] args) throws InterruptedException {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        int status = run(args, System.out, System.err);
        if (status >= 0) {
            System.exit(status);
        }
        new CountDownLatch(1).await();
    }

    /** Returns the exit status, or −1 when the exchange is being served. */
    private static int run(String[] args, PrintStream out, PrintStream err) {
        int port = DEFAULT_PORT;
        String feed = "replay";
        String okx = null;
        Path state = null;
        Path record = null;
        List<String> accounts = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            String flag = args[i];
            if (flag.equals("--help")) {
                out.println(HELP);
                return 0;
            }
            if (flag.equals("--version")) {
                out.println("okx-paper " + version());
                return 0;
            }
            if (!FLAGS.contains(flag)) {
                return wrong(err, "There is no flag " + flag + "; --help lists them.");
            }
            if (++i == args.length) {
                return wrong(err, flag + " needs a value.");
            }
            switch (flag) {
                case "--port" -> {
                    if (!args[i].matches("\\d{1,5}") || Integer.parseInt(args[i]) > 65_535) {
                        return wrong(err, "--port needs a number from 0 to 65535, not " + args[i] + ".");
                    }
                    port = Integer.parseInt(args[i]);
                }
                case "--feed" -> feed = args[i];
                case "--okx" -> okx = args[i];
                case "--account" -> accounts.add(args[i]);
                case "--record" -> record = Path.of(args[i]);
                default -> state = Path.of(args[i]);
            }
        }
        FeedName named;
        try {
            named = FeedName.of(feed);
        } catch (IllegalArgumentException e) {
            return wrong(err, e.getMessage() + ".");
        }
        PaperExchange.Builder settings = PaperExchange.builder().key(KEY, SECRET, PASSPHRASE);
        if (record != null) {
            settings.record(record);
        }
        try {
            if (named.isLive()) {
                settings.live(OkxClient.builder().baseUrl(okx).build(), named.live());
            } else {
                settings.scenario(named.scenario());
            }
        } catch (IllegalArgumentException e) {
            return wrong(err, e.getMessage() + ".");
        }
        return serve(port, settings, state, accounts, out, err);
    }

    /** Starts to serve, with a state folder as its only holder; returns −1, or 1 when that failed. */
    private static int serve(
            int port,
            PaperExchange.Builder settings,
            @Nullable Path state,
            List<String> accounts,
            PrintStream out,
            PrintStream err) {
        try {
            Closeable lock = null;
            if (state != null) {
                Disk.system().createFolder(state);
                lock = Disk.system().tryLock(state.resolve(PaperHost.LOCK));
                if (lock == null) {
                    err.println("Another process has the paper account in " + state + " open.");
                    return 1;
                }
                settings.state(state);
            }
            PaperExchange exchange = settings.open();
            Map<String, AccountKey> made = create(exchange, accounts);
            int listening = exchange.serve(port);
            Closeable held = lock;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(exchange, held), "okx-paper-stop"));
            out.println("listening on http://127.0.0.1:" + listening);
            out.println(exchange.feedLabel()
                    + (exchange.feedLabel().equals("live")
                            ? "; market time is OKX's own"
                            : "; market time stands still until POST /paper/v1/clock moves it"));
            out.println("sign with key " + KEY + ", secret " + SECRET + ", passphrase " + PASSPHRASE);
            made.forEach((name, key) -> out.println("account " + name + ": key " + key.key() + ", secret "
                    + key.secret() + ", passphrase " + key.passphrase() + "; not shown again"));
            out.flush();
            return -1;
        } catch (IOException | IllegalArgumentException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    /** Creates the accounts that are not there, and returns their keys. */
    private static Map<String, AccountKey> create(PaperExchange exchange, List<String> names) throws IOException {
        Map<String, AccountKey> made = new LinkedHashMap<>();
        for (String name : names) {
            if (!exchange.hasAccount(name)) {
                made.put(name, exchange.createAccount(name));
            }
        }
        return made;
    }

    private static void stop(PaperExchange exchange, @Nullable Closeable lock) {
        try {
            exchange.close();
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            System.err.println("The paper exchange did not stop cleanly: " + e.getMessage());
        }
    }

    private static String version() {
        String version = PaperMain.class.getPackage().getImplementationVersion();
        return version == null ? "(development)" : version;
    }

    /** Tells what is wrong with the arguments; returns 2. */
    private static int wrong(PrintStream err, String sentence) {
        err.println(sentence);
        return 2;
    }
}

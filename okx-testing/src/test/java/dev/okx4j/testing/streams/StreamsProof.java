package dev.okx4j.testing.streams;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/**
 * The program behind {@code scripts/prove streams}.
 *
 * <p>{@code --matrix} lives every cell three times, {@code --soak} soaks for three minutes and {@code --recovery} cuts 200 times; with
 * {@code --long} it is ten times, an hour and 1,000 times. {@code --cell NAME} lives one cell.
 */
public final class StreamsProof {
    private static final int TOLD = 20;

    private final PrintStream out = System.out;
    private boolean holds = true;

    private StreamsProof() {}

    public static void main(String[] args) {
        List<String> options = List.of(args);
        StreamsProof proof = new StreamsProof();
        boolean full = options.contains("--long");
        if (options.contains("--cell")) {
            StreamCell.Lived lived =
                    StreamCell.named(options.get(options.indexOf("--cell") + 1)).live();
            proof.tell(lived.violations(), lived.cell() + ": " + lived.outcome());
        }
        if (options.contains("--matrix")) {
            int times = full ? 10 : 3;
            StreamMatrix matrix = StreamMatrix.live(times);
            proof.tell(matrix.violations(), matrix.line(times));
        }
        if (options.contains("--soak")) {
            Duration length = Duration.ofMinutes(Integer.getInteger("soak.minutes", full ? 60 : 3));
            StreamSoak.Result soak = new StreamSoak(50, length, Long.getLong("soak.seed", 1)).run();
            proof.tell(soak.failures(), soak.line());
        }
        if (options.contains("--recovery")) {
            RecoveryTime.Result recovery = RecoveryTime.run(full ? 1_000 : 200, 1);
            proof.tell(
                    recovery.holds() ? List.of() : List.of("Recovery took too long, or a book was untrue"),
                    recovery.line());
        }
        System.exit(proof.holds ? 0 : 1);
    }

    private void tell(List<String> failures, String line) {
        failures.stream().limit(TOLD).forEach(out::println);
        out.println(line);
        holds &= failures.isEmpty();
    }
}

package dev.okx4j.testing.prove;

import dev.okx4j.testing.prove.check.Violation;
import dev.okx4j.testing.prove.matrix.Cell;
import dev.okx4j.testing.prove.session.Session;
import dev.okx4j.testing.prove.world.World;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The program behind {@code scripts/prove orders}.
 *
 * <p>Without an argument it lives the matrix, 2,000 sessions and the planted bugs; with {@code --long} 50,000 sessions.
 * {@code --session N}, or {@code --cell NAME --seed N}, lives one world and prints everything that happened in it.
 */
public final class OrdersProof {
    private static final int SESSIONS = 2_000;
    private static final int LONG_SESSIONS = 50_000;
    private static final int HUNTED = 300;
    private static final int LONG_HUNTED = 10_000;

    private final PrintStream out;
    private boolean holds = true;

    private OrdersProof(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) {
        List<String> options = List.of(args);
        OrdersProof proof = new OrdersProof(System.out);
        if (options.contains("--session")) {
            Session.Result result = Session.live(Long.parseLong(value(options, "--session")));
            proof.one(result.world(), result.violations());
        } else if (options.contains("--cell")) {
            Cell.Run run = Cell.named(value(options, "--cell")).run(Integer.parseInt(value(options, "--seed")));
            proof.one(run.world(), run.violations());
        } else {
            proof.all(options);
        }
        System.exit(proof.holds ? 0 : 1);
    }

    private void all(List<String> options) {
        boolean full = options.contains("--long");
        List<String> wanted = new ArrayList<>(List.of("--matrix", "--simulation", "--bugs"));
        if (wanted.stream().anyMatch(options::contains)) {
            wanted.retainAll(options);
        }
        if (wanted.contains("--matrix")) {
            part(Part.matrix());
        }
        if (wanted.contains("--simulation")) {
            int first = options.contains("--from") ? Integer.parseInt(value(options, "--from")) : 0;
            int count = options.contains("--count")
                    ? Integer.parseInt(value(options, "--count"))
                    : full ? LONG_SESSIONS : SESSIONS;
            part(Part.simulation(first, count));
        }
        if (wanted.contains("--bugs")) {
            Part bugs = Part.bugs(full ? LONG_HUNTED : HUNTED);
            out.print(bugs.report());
            part(bugs);
        }
    }

    private void part(Part part) {
        if (!part.failures().isEmpty()) {
            holds = false;
            out.println(part.told());
        }
        out.println(part.line());
    }

    private void one(World world, List<Violation> violations) {
        out.print(world.notes().tail(Integer.MAX_VALUE));
        violations.forEach(out::println);
        out.println(
                violations.size() + " violations, event log " + world.notes().hash());
        holds = violations.isEmpty();
    }

    private static String value(List<String> options, String name) {
        int at = options.indexOf(name) + 1;
        if (at >= options.size()) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        return options.get(at);
    }
}

package dev.okx4j.testing.prove;

import dev.okx4j.testing.prove.bugs.Plantation;
import dev.okx4j.testing.prove.bugs.Plantation.Catch;
import dev.okx4j.testing.prove.matrix.Cell;
import dev.okx4j.testing.prove.matrix.Matrix;
import dev.okx4j.testing.prove.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A part of the proof that has been run.
 *
 * @param line its figures in one line
 * @param failures what was broken, each with the seed and how to see it again; none when the proof holds
 * @param report more to read: a document, or a line for each bug
 */
record Part(String line, List<String> failures, String report) {
    private static final int MOST_TOLD = 10;
    private static final int TAIL = 60;

    /** Lives every cell of the matrix. */
    static Part matrix() {
        List<Cell> cells = Cell.all();
        Matrix matrix = new Matrix();
        List<String> failures = new ArrayList<>();
        record Lived(Cell cell, String outcome, String failure) {}
        List<Lived> lived = Crew.each(cells.size() * Matrix.SEEDS, i -> {
            Cell cell = cells.get(i / Matrix.SEEDS);
            int seed = i % Matrix.SEEDS;
            Cell.Run run = cell.run(seed);
            return new Lived(
                    cell,
                    run.outcome(),
                    run.violations().isEmpty()
                            ? ""
                            : failure(
                                    run.violations().get(0),
                                    "--cell " + cell + " --seed " + seed,
                                    run.world().notes().tail(TAIL)));
        });
        for (Lived one : lived) {
            matrix.add(one.cell(), one.outcome());
            if (!one.failure().isEmpty()) {
                failures.add(one.failure());
            }
        }
        return new Part(
                line("matrix: %d cells, %d runs, %d violations", cells.size(), lived.size(), failures.size()),
                failures,
                matrix.document());
    }

    /** Lives sessions. */
    static Part simulation(int first, int sessions) {
        record Lived(int operations, String failure) {}
        List<Lived> lived = Crew.each(sessions, i -> {
            Session.Result result = Session.live(first + i);
            return new Lived(
                    result.operations(),
                    result.violations().isEmpty()
                            ? ""
                            : failure(
                                    result.violations().get(0),
                                    "--session " + (first + i),
                                    result.world().notes().tail(TAIL)));
        });
        List<String> failures = lived.stream()
                .map(Lived::failure)
                .filter(failure -> !failure.isEmpty())
                .toList();
        int operations = lived.stream().mapToInt(Lived::operations).sum();
        return new Part(
                line("simulation: %d sessions, %d operations, %d violations", sessions, operations, failures.size()),
                failures,
                "");
    }

    /** Hunts every planted bug. */
    static Part bugs(int sessions) {
        List<Catch> catches = Crew.each(Plantation.size(), number -> Plantation.hunt(number, sessions));
        List<String> failures = new ArrayList<>();
        StringBuilder report = new StringBuilder();
        int worst = 0;
        for (Catch one : catches) {
            if (one.found()) {
                worst = Math.max(worst, one.worlds());
                report.append(line(
                        "%-58s after %3d worlds, in %s: %s%n",
                        one.title(), one.worlds(), one.where(), one.violation()));
            } else {
                failures.add("The planted bug was not found: " + one.title());
            }
        }
        long found = catches.stream().filter(Catch::found).count();
        return new Part(
                line("planted bugs: %d of %d found, the last after %d worlds", found, catches.size(), worst),
                failures,
                report.toString());
    }

    /** Returns the failures that are told in full, as one text. */
    String told() {
        return String.join("\n\n", failures.subList(0, Math.min(MOST_TOLD, failures.size())));
    }

    private static String failure(Object violation, String again, String tail) {
        return violation + "\nto see it again: scripts/prove orders " + again + "\n" + tail;
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

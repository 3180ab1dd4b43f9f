package dev.okx4j.testing.prove.bugs;

import dev.okx4j.testing.prove.check.Violation;
import dev.okx4j.testing.prove.matrix.Cell;
import dev.okx4j.testing.prove.session.Session;
import java.util.Arrays;
import java.util.List;

/** Looks for a bug: in the worlds that are made for it, seed after seed, and then in sessions. */
public final class Hunt {
    private static final int SEEDS = 200;

    private Hunt() {}

    /**
     * Returns how many worlds it took and what was seen in the last one, or an empty text when nothing was. Called by name, in the
     * mutant's class loader.
     *
     * @param worlds names, separated by spaces
     * @param sessions how many sessions to live when the worlds show nothing
     */
    public static String run(String worlds, int sessions) {
        int lived = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            for (String name : worlds.split(" ", -1)) {
                lived++;
                List<Violation> found = live(name, seed);
                if (!found.isEmpty()) {
                    return lived + "\t" + name + " seed " + seed + "\t" + found.get(0);
                }
            }
        }
        for (int seed = 0; seed < sessions; seed++) {
            lived++;
            List<Violation> found = Session.live(seed).violations();
            if (!found.isEmpty()) {
                return lived + "\tsession " + seed + "\t" + found.get(0);
            }
        }
        return "";
    }

    private static List<Violation> live(String name, int seed) {
        try {
            return name.contains("/")
                    ? Cell.named(name).run(seed).violations()
                    : DirectedWorld.valueOf(name).live(seed);
        } catch (RuntimeException e) {
            return List.of(new Violation(
                    "I15",
                    "The world came to an end: " + e + " " + Arrays.toString(Arrays.copyOf(e.getStackTrace(), 3))));
        }
    }
}

package dev.okx4j.testing.prove.bugs;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;

/** Plants a bug and hunts it. */
public final class Plantation {
    private Plantation() {}

    /**
     * What a hunt came to.
     *
     * @param title the bug
     * @param worlds how many worlds it took; 0 when it was not found
     * @param where the world that showed it
     * @param violation what was seen
     */
    public record Catch(String title, int worlds, String where, String violation) {
        /** Returns whether the bug was found. */
        public boolean found() {
            return worlds > 0;
        }
    }

    /** Returns how many bugs there are. */
    public static int size() {
        return PlantedBugs.ALL.size();
    }

    /** Hunts the bug of a number. */
    public static Catch hunt(int number, int sessions) {
        PlantedBug bug = PlantedBugs.ALL.get(number);
        try (MutantLoader loader = new MutantLoader(Mutant.compile(bug.edits()))) {
            String found = (String) loader.loadClass(Hunt.class.getName())
                    .getMethod("run", String.class, int.class)
                    .invoke(null, String.join(" ", bug.worlds()), sessions);
            String[] parts = found.split("\t", 3);
            return parts.length < 3
                    ? new Catch(bug.title(), 0, "", "")
                    : new Catch(bug.title(), Integer.parseInt(parts[0]), parts[1], parts[2]);
        } catch (IOException | ReflectiveOperationException e) {
            Throwable cause = e instanceof InvocationTargetException && e.getCause() != null ? e.getCause() : e;
            throw new IllegalStateException(bug.title() + ": " + cause, cause);
        }
    }
}

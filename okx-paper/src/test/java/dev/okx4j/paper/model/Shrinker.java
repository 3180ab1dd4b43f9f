package dev.okx4j.paper.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a list of commands after which two exchanges differ as short as leaving out commands can make it. */
final class Shrinker {
    private final Supplier<Duel> fresh;

    Shrinker(Supplier<Duel> fresh) {
        this.fresh = fresh;
    }

    /** Returns the list, ending with the command that shows the difference; parts are left out, halves first. */
    List<String> shrink(List<String> commands) {
        List<String> best = failing(commands);
        for (int size = Math.max(1, best.size() / 2); size >= 1; size = size == 1 ? 0 : (size + 1) / 2) {
            for (int from = best.size() - size; from >= 0; from -= size) {
                List<String> without = new ArrayList<>(best.subList(0, from));
                without.addAll(best.subList(Math.min(best.size(), from + size), best.size()));
                List<String> shorter = failing(without);
                if (!shorter.isEmpty()) {
                    best = shorter;
                    from = Math.min(from, best.size());
                }
            }
        }
        return best;
    }

    /** Returns the commands up to the first that shows a difference, or none; every figure is compared at the end. */
    private List<String> failing(List<String> commands) {
        Duel duel = fresh.get();
        for (int i = 0; i < commands.size(); i++) {
            if (different(duel, commands.get(i), i == commands.size() - 1) != null) {
                return List.copyOf(commands.subList(0, i + 1));
            }
        }
        return List.of();
    }

    static String differ(Duel duel, List<String> commands) {
        for (String command : commands) {
            String different = different(duel, command, true);
            if (different != null) {
                return different;
            }
        }
        return "";
    }

    /** An exchange that breaks down differs too. */
    static @Nullable String different(Duel duel, String command, boolean thoroughly) {
        try {
            return duel.apply(command, thoroughly);
        } catch (RuntimeException broken) {
            return broken.toString();
        }
    }
}

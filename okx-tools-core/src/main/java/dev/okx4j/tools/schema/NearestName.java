package dev.okx4j.tools.schema;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The known name that a misspelt one probably meant. */
public final class NearestName {
    /** Names longer than this are not compared: nobody misspells them, and comparing is quadratic. */
    private static final int LONGEST = 64;

    private NearestName() {}

    /** Returns the nearest of the known names, if one is near enough to be meant. */
    public static Optional<String> of(String given, Collection<String> known) {
        if (given.length() > LONGEST) {
            return Optional.empty();
        }
        String best = null;
        int bestDistance = given.length() < 4 ? 2 : Math.max(2, given.length() / 3) + 1;
        String wanted = given.toLowerCase(Locale.ROOT);
        for (String name : known) {
            int distance = distance(wanted, name.toLowerCase(Locale.ROOT));
            if (name.length() > 2 && wanted.startsWith(name.toLowerCase(Locale.ROOT))) {
                distance = Math.min(distance, 1);
            }
            if (distance < bestDistance) {
                best = name;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Returns a sentence that offers the nearest name, or nothing. */
    public static String suggest(String given, Collection<String> known) {
        return of(given, known).map(name -> " Did you mean " + name + "?").orElse("");
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(diagonal + change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}

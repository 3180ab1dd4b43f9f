package dev.okx4j.testing.prove.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Judges a history. */
public final class Checker {
    private Checker() {}

    /**
     * Returns the promises that were broken, none when the list is empty.
     *
     * @param steady whether nothing in the world excuses a request too many: no restart, no doubled or late delivery
     */
    public static List<Violation> check(List<Happened> history, boolean steady) {
        Story story = new Story(history);
        List<Violation> found = new ArrayList<>();
        found.addAll(FateRules.check(story));
        found.addAll(WireRules.check(story));
        found.addAll(DoubtRules.check(story));
        found.addAll(ViewRules.check(story));
        found.addAll(RateRules.check(story, steady));
        found.addAll(LogRules.check(story));
        return found;
    }

    /** Returns what the caller of an operation knows in the end: its fates, sorted, with what they turned into. */
    public static String outcome(List<Happened> history, String operation) {
        Story story = new Story(history);
        Set<String> outcomes = new TreeSet<>();
        for (Fate fate : story.fates()) {
            if (fate.asked().operation().equals(operation)) {
                outcomes.add(fate.inWords());
            }
        }
        for (Happened.Read read : story.all(Happened.Read.class)) {
            if (read.operation().equals(operation)) {
                outcomes.add(read.failure().isEmpty() ? "Answered" : read.failure());
            }
        }
        return String.join(", ", outcomes);
    }
}

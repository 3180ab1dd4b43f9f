package dev.okx4j.testing.prove.check;

import java.util.ArrayList;
import java.util.List;

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
}

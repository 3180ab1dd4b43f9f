package dev.okx4j.testing.prove.check;

import dev.okx4j.testing.prove.check.Happened.Asked;
import dev.okx4j.testing.prove.check.Happened.Decided;
import dev.okx4j.testing.prove.check.Happened.Kept;
import dev.okx4j.testing.prove.check.Happened.Told;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one write was said to have come to, by the answer and by the journal.
 *
 * @param told the answer; null when the process died before it
 * @param kept what the journal was handed; null when it never was
 * @param decided what the journal was told afterwards, oldest first
 */
record Fate(Asked asked, @Nullable Told told, @Nullable Kept kept, List<Decided> decided) {
    static final String CONFIRMED = "Confirmed";
    static final String REJECTED = "Rejected";
    static final String NOT_SENT = "NotSent";
    static final String UNKNOWN = "Unknown";

    /** Returns the last word: the answer when it was final, else the journal's; a write that nobody knows of never left. */
    String last() {
        if (told != null && !told.fate().equals(UNKNOWN)) {
            return told.fate();
        }
        if (!decided.isEmpty()) {
            return decided.get(decided.size() - 1).fate();
        }
        return told != null || kept != null ? UNKNOWN : NOT_SENT;
    }

    /** Returns whether a person was asked to decide, and nothing was decided since. */
    boolean asksHuman() {
        if (!last().equals(UNKNOWN)) {
            return false;
        }
        return decided.isEmpty()
                ? told != null && told.needsHuman()
                : decided.get(decided.size() - 1).needsHuman();
    }

    /** Returns the last word with its ground, such as {@code Rejected NEVER_EXISTED}, or {@code NeedsHuman}. */
    String inWords() {
        if (asksHuman()) {
            return "NeedsHuman";
        }
        String code = "";
        if (told != null && told.fate().equals(last())) {
            code = told.code();
        } else if (!decided.isEmpty()) {
            code = decided.get(decided.size() - 1).code();
        } else if (kept == null) {
            code = "(nothing was kept)";
        }
        boolean isCode = !code.isEmpty() && Character.isDigit(code.charAt(0));
        return last() + (code.isEmpty() ? "" : isCode ? " by code" : " " + code);
    }

    boolean repeatable() {
        return Marks.repeatable(asked.mark());
    }

    @Override
    public String toString() {
        return asked.operation() + " (call " + asked.call() + "." + asked.item() + ", " + asked.mark() + ")";
    }
}

package dev.okx4j.client.intent;

import dev.okx4j.client.intent.IntentJournal.Open;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The intents without a final outcome, as the lines of a journal add up to them. */
final class OpenIntents {
    private final Map<String, Open> open = new LinkedHashMap<>();
    private final Set<String> decided = new HashSet<>();
    private @Nullable Instant newest;
    private boolean begun;

    /** Takes in the next line of a file. */
    void read(byte[] bytes) {
        Map<?, ?> line = IntentText.parse(bytes);
        if (!begun) {
            IntentText.checkHeader(line);
            begun = true;
        } else if (line.containsKey("intent")) {
            add(IntentText.intent(line));
        } else if (line.containsKey("of")) {
            readOutcome(line);
        } else {
            IntentText.text(line, "continues");
        }
    }

    private void readOutcome(Map<?, ?> line) {
        String id = IntentText.text(line, "of");
        Open before = open.get(id);
        WriteIntent intent = line.get("was") instanceof Map<?, ?> was ? IntentText.intent(was) : null;
        if (intent == null && before != null) {
            intent = before.intent();
        }
        if (intent == null) {
            throw new IllegalArgumentException("the outcome of " + id + " has no intent before it");
        }
        Open stillOpen = IntentText.stillOpen(line, intent);
        settle(intent, stillOpen);
        if (stillOpen == null) {
            decided.add(id);
        }
    }

    void add(WriteIntent intent) {
        if (newest == null || intent.createdAt().isAfter(newest)) {
            newest = intent.createdAt();
        }
        decided.remove(intent.intentId());
        open.put(intent.intentId(), new Open(intent, null));
    }

    /** Takes in an outcome: what it leaves open, or null when it decides. */
    void settle(WriteIntent intent, @Nullable Open stillOpen) {
        if (stillOpen != null) {
            open.put(intent.intentId(), stillOpen);
        } else {
            open.remove(intent.intentId());
        }
    }

    /** Takes in what another file leaves open; what either has decided is decided. */
    void merge(OpenIntents other) {
        other.open.forEach(open::putIfAbsent);
        decided.addAll(other.decided);
        open.keySet().removeAll(decided);
    }

    /** Returns those without a final outcome among the ids, with what was last said about them. */
    List<Open> among(OpenIntents other) {
        return list().stream()
                .filter(one -> other.isOpen(one.intent().intentId()))
                .toList();
    }

    /** Forgets which intents are decided: no other file will be asked about them. */
    void forgetDecided() {
        decided.clear();
    }

    boolean isOpen(String intentId) {
        return open.containsKey(intentId);
    }

    /** Returns whether no file has begun: not even the first line was read. */
    boolean isBlank() {
        return !begun;
    }

    /** Returns when the newest intent was made, or null when there was none. */
    @Nullable
    Instant newest() {
        return newest;
    }

    /** Returns them, oldest first. */
    List<Open> list() {
        return open.values().stream()
                .sorted(Comparator.comparing((Open one) -> one.intent().createdAt()))
                .toList();
    }
}

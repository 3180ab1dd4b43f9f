package dev.okx4j.testing.prove.check;

import dev.okx4j.testing.prove.check.Happened.Answered;
import dev.okx4j.testing.prove.check.Happened.Arrived;
import dev.okx4j.testing.prove.check.Happened.Asked;
import dev.okx4j.testing.prove.check.Happened.Decided;
import dev.okx4j.testing.prove.check.Happened.Kept;
import dev.okx4j.testing.prove.check.Happened.Left;
import dev.okx4j.testing.prove.check.Happened.Reopened;
import dev.okx4j.testing.prove.check.Happened.Told;
import dev.okx4j.testing.prove.check.Happened.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A history with its cross-references. */
final class Story {
    /** The codes that prove that nothing happened, and after which a write may leave once more. */
    private static final List<String> ONCE_MORE = List.of("50011", "50061", "50040", "50102", "50112");

    private final List<Happened> events;
    private final List<Fate> fates = new ArrayList<>();
    private final Map<String, List<Acceptance>> accepted = new LinkedHashMap<>();
    private final Map<String, List<Left>> left = new LinkedHashMap<>();
    private final Map<Integer, List<String>> marks = new HashMap<>();
    private final Map<Integer, Answered> answers = new HashMap<>();
    private final Map<String, Map<String, Object>> finals = new HashMap<>();

    Story(List<Happened> events) {
        this.events = events;
        Map<List<Object>, Told> told = new HashMap<>();
        Map<List<Object>, Kept> kept = new HashMap<>();
        Map<String, List<Decided>> decided = new HashMap<>();
        Map<String, Integer> lost = new HashMap<>();
        for (Happened event : events) {
            if (event instanceof Told t) {
                told.put(List.of(t.call(), t.item()), t);
            } else if (event instanceof Kept k && k.attempt() == 1) {
                kept.putIfAbsent(List.of(k.call(), k.mark()), k);
            } else if (event instanceof Decided d) {
                decided.computeIfAbsent(d.intentId(), id -> new ArrayList<>()).add(d);
            } else if (event instanceof Reopened r) {
                lost.put(
                        r.intentId(),
                        decided.getOrDefault(r.intentId(), List.of()).size());
            } else if (event instanceof Left l && l.method().equals("POST")) {
                marks.put(l.number(), Marks.ofBody(l.path(), l.body()));
                marksOf(l)
                        .forEach(mark -> left.computeIfAbsent(mark, m -> new ArrayList<>())
                                .add(l));
            } else if (event instanceof Answered a) {
                answers.put(a.number(), a);
            } else if (event instanceof Arrived a && a.method().equals("POST")) {
                Acceptance.of(a)
                        .forEach(taken -> accepted.computeIfAbsent(taken.mark(), m -> new ArrayList<>())
                                .add(taken));
            } else if (event instanceof Truth t) {
                index(t);
            }
        }
        for (Asked asked : all(Asked.class)) {
            Kept entry = kept.get(List.of(asked.call(), asked.mark()));
            Told answer = told.get(List.of(asked.call(), asked.item()));
            List<Decided> words = entry == null ? List.of() : decided.getOrDefault(entry.intentId(), List.of());
            // A word that the disk lost with the process, before anybody was told, binds nobody: the next run decides
            // anew.
            int gone = entry == null || answer != null ? 0 : lost.getOrDefault(entry.intentId(), 0);
            fates.add(new Fate(asked, answer, entry, words.subList(gone, words.size())));
        }
    }

    /** Keeps the rows of the exchange's final answer under each of their ids. */
    private void index(Truth truth) {
        for (Map<String, Object> row : JsonText.rows(truth.answer())) {
            for (String field : List.of("ordId", "clOrdId", "algoId", "algoClOrdId")) {
                String id = JsonText.text(row, field);
                boolean namesIt = truth.what().equals("algos") == field.startsWith("algo");
                if (!id.isEmpty() && namesIt) {
                    finals.putIfAbsent(id, row);
                }
            }
        }
    }

    <T extends Happened> List<T> all(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<Happened> events() {
        return events;
    }

    List<Fate> fates() {
        return fates;
    }

    /** Returns what the exchange took, by mark. */
    Map<String, List<Acceptance>> accepted() {
        return accepted;
    }

    /** Returns the requests that carried a write, by mark, oldest first. */
    Map<String, List<Left>> left() {
        return left;
    }

    /** Returns the marks of the writes that a request carries, in its order. */
    List<String> marksOf(Left request) {
        return marks.getOrDefault(request.number(), List.of());
    }

    /** Returns what the client was answered, or null when it died before that. */
    @Nullable
    Answered answer(Left request) {
        return answers.get(request.number());
    }

    /** Returns the exchange's last word about an order, by one of its ids; null when it does not tell of it. */
    @Nullable
    Map<String, Object> finalOrder(String id) {
        return finals.get(id);
    }

    /** Returns whether the wire said for certain that the request did not leave. */
    boolean neverLeft(Left request) {
        Answered answer = answer(request);
        return answer != null && answer.failure().equals("NotSentException");
    }

    /** Returns whether the answer proves that nothing happened, so that the write may leave once more. */
    boolean allowsOnceMore(Left request, String mark) {
        Answered answer = answer(request);
        if (answer == null || !answer.failure().isEmpty()) {
            return answer != null && neverLeft(request);
        }
        Object tree = JsonText.parse(answer.body());
        String code = JsonText.text(tree, "code");
        if (ONCE_MORE.contains(code)) {
            return true;
        }
        int place = marksOf(request).indexOf(mark);
        List<Map<String, Object>> rows = JsonText.rows(answer.body());
        return (code.equals("1") || code.equals("2"))
                && rows.stream()
                        .filter(row -> rows.indexOf(row) == place || sameClientId(request, place, row))
                        .anyMatch(row -> ONCE_MORE.contains(JsonText.text(row, "sCode")));
    }

    private static boolean sameClientId(Left request, int place, Map<String, Object> row) {
        List<Map<String, Object>> items = JsonText.rows(request.body());
        String id = Acceptance.first(items.get(place), "clOrdId", "algoClOrdId", "clientId");
        return !id.isEmpty() && id.equals(Acceptance.first(row, "clOrdId", "algoClOrdId", "clientId"));
    }
}

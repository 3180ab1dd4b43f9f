package dev.okx4j.testing.prove.check;

import static dev.okx4j.testing.prove.check.Fate.CONFIRMED;
import static dev.okx4j.testing.prove.check.Fate.NOT_SENT;
import static dev.okx4j.testing.prove.check.Fate.REJECTED;
import static dev.okx4j.testing.prove.check.Fate.UNKNOWN;

import dev.okx4j.testing.prove.check.Happened.Decided;
import dev.okx4j.testing.prove.check.Happened.Left;
import dev.okx4j.testing.prove.check.Happened.Truth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** I1 one fate, I2 never doubled, I3 never lost. */
final class FateRules {
    private static final Set<String> FATES = Set.of(CONFIRMED, REJECTED, NOT_SENT, UNKNOWN);

    private final Story story;
    private final List<Violation> found = new ArrayList<>();

    private FateRules(Story story) {
        this.story = story;
    }

    static List<Violation> check(Story story) {
        FateRules rules = new FateRules(story);
        story.fates().forEach(rules::oneFate);
        rules.neverDoubled();
        rules.noIdTwice();
        rules.nothingUnasked();
        story.fates().forEach(fate -> {
            rules.nothingLeft(fate);
            if (fate.repeatable()) {
                rules.cancelled(fate);
            } else {
                rules.asTheExchangeHasIt(fate);
            }
        });
        return rules.found;
    }

    private void oneFate(Fate fate) {
        if (fate.told() != null && !FATES.contains(fate.told().fate())) {
            found.add(new Violation(
                    "I1",
                    fate + " was answered by nothing that is an outcome: "
                            + fate.told().fate()));
        }
        if (fate.last().equals(UNKNOWN) && !fate.asksHuman()) {
            found.add(new Violation("I1", fate + " is left unexplained"));
        }
        if (fate.asksHuman() && WireRules.expires(fate.asked().operation())) {
            found.add(new Violation("I1", fate + " asks for a person, though its expiry time makes silence a proof"));
        }
        Set<String> effects = new TreeSet<>();
        if (fate.told() != null && !fate.told().fate().equals(UNKNOWN)) {
            effects.add(effect(fate.told().fate()));
        }
        for (Decided decided : fate.decided()) {
            if (!decided.fate().equals(UNKNOWN)) {
                effects.add(effect(decided.fate()));
            }
        }
        if (effects.size() > 1) {
            found.add(new Violation("I1", fate + " has two fates: " + fate.told() + " and " + fate.decided()));
        }
    }

    private static String effect(String fate) {
        return fate.equals(CONFIRMED) ? "took effect" : "had no effect";
    }

    private void neverDoubled() {
        story.accepted().forEach((mark, taken) -> {
            long sent = taken.stream().filter(one -> one.arrival().copy() == 0).count();
            if (sent > 1 && !Marks.repeatable(mark)) {
                found.add(new Violation("I2", mark + " was taken " + sent + " times by the exchange"));
            }
        });
    }

    /** A client id that two different writes went out with makes either of them look like the other. */
    private void noIdTwice() {
        Map<String, String> owners = new HashMap<>();
        story.left().forEach((mark, requests) -> {
            for (Left request : requests) {
                if (!mark.startsWith("tag ") && !mark.startsWith("transfer ")) {
                    continue;
                }
                int place = story.marksOf(request).indexOf(mark);
                Map<String, Object> item = JsonText.rows(request.body()).get(place);
                String id = mark.startsWith("tag ")
                        ? Acceptance.first(item, "clOrdId", "algoClOrdId")
                        : JsonText.text(item, "clientId");
                String owner = id.isEmpty() ? null : owners.putIfAbsent(id, mark);
                if (owner != null && !owner.equals(mark)) {
                    found.add(new Violation("I2", "The client id " + id + " went out for " + owner + " and " + mark));
                }
            }
        });
    }

    private void nothingUnasked() {
        Set<String> asked = new TreeSet<>();
        story.fates().forEach(fate -> asked.add(fate.asked().mark()));
        for (String mark : story.accepted().keySet()) {
            if (!asked.contains(mark)) {
                found.add(new Violation("I3", "The exchange took " + mark + ", which nobody asked for"));
            }
        }
    }

    /** What is told as not sent has not left, or was refused by an answer that proves it. */
    private void nothingLeft(Fate fate) {
        if (!fate.last().equals(NOT_SENT)) {
            return;
        }
        for (Left request : story.left().getOrDefault(fate.asked().mark(), List.of())) {
            if (request.call() == fate.asked().call()
                    && !story.allowsOnceMore(request, fate.asked().mark())) {
                found.add(new Violation(
                        "I3", fate + " is told as not sent, and request " + request.number() + " carried it"));
            }
        }
    }

    private void asTheExchangeHasIt(Fate fate) {
        List<Acceptance> taken = story.accepted().getOrDefault(fate.asked().mark(), List.of());
        String last = fate.last();
        if (last.equals(CONFIRMED) && taken.isEmpty()) {
            found.add(new Violation("I3", fate + " is told as confirmed, and the exchange never took it"));
        }
        if ((last.equals(REJECTED) || last.equals(NOT_SENT)) && !taken.isEmpty()) {
            String code = fate.told() == null ? "" : " " + fate.told().code();
            found.add(new Violation("I3", fate + " is told as " + last + code + ", and the exchange took it"));
        }
        if (fate.told() != null && fate.told().fate().equals(CONFIRMED) && !taken.isEmpty()) {
            String id = fate.told().serverId();
            if (!id.isEmpty() && taken.stream().noneMatch(one -> one.serverId().equals(id))) {
                found.add(new Violation(
                        "I3",
                        fate + " is confirmed as " + id + ", and the exchange has "
                                + taken.get(0).serverId()));
            }
        }
    }

    private void cancelled(Fate fate) {
        String mark = fate.asked().mark();
        Map<String, Object> order = story.finalOrder(mark.substring(mark.lastIndexOf(' ') + 1));
        String state = JsonText.text(order, "state");
        boolean algo = mark.startsWith("cancel algo");
        boolean mass = mark.startsWith("mass-cancel ");
        boolean timer = mark.startsWith("timer") || mass;
        if (fate.last().equals(CONFIRMED) && !timer) {
            boolean gone = order == null || (algo ? state.equals("canceled") : state.endsWith("canceled"));
            if (!gone) {
                found.add(new Violation("I3", fate + " is told as cancelled, and the exchange has it " + state));
            }
        }
        if (fate.last().equals(CONFIRMED)
                && timer
                && story.accepted().getOrDefault(mark, List.of()).isEmpty()) {
            found.add(new Violation("I3", fate + " is told as confirmed, and the exchange never took it"));
        }
        if (fate.last().equals(CONFIRMED) && mass) {
            for (Truth truth : story.all(Truth.class)) {
                if (truth.what().equals("protected")
                        && !JsonText.rows(truth.answer()).isEmpty()) {
                    found.add(new Violation(
                            "I3", fate + " is told as confirmed, and orders are open: " + truth.answer()));
                }
            }
        }
        boolean ours = story.accepted().getOrDefault(mark, List.of()).stream()
                .anyMatch(one -> story.left().getOrDefault(mark, List.of()).stream()
                        .anyMatch(request -> request.number() == one.arrival().number()
                                && request.call() == fate.asked().call()));
        if (fate.last().equals(REJECTED) && ours) {
            found.add(new Violation("I3", fate + " is told as refused, and the exchange carried it out"));
        }
    }
}

package dev.okx4j.testing.prove.check;

import dev.okx4j.testing.prove.check.Happened.Arrived;
import dev.okx4j.testing.prove.check.Happened.Banned;
import dev.okx4j.testing.prove.check.Happened.Left;
import dev.okx4j.testing.prove.check.Happened.Measured;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** I11 the rate, I15 what a world measures about itself and its bounds. */
final class RateRules {
    private static final long MINUTE = 60_000;
    private static final int MOST_WHILE_BANNED = 3;
    /** Retries up to here are too few to make a share of. */
    private static final int FEW = 5;

    private RateRules() {}

    static List<Violation> check(Story story, boolean steady) {
        List<Violation> found = new ArrayList<>();
        if (steady) {
            for (Arrived arrival : story.all(Arrived.class)) {
                if (JsonText.text(JsonText.parse(arrival.answer()), "code").equals("50011")) {
                    found.add(new Violation(
                            "I11",
                            "Request " + arrival.number() + " to " + arrival.path()
                                    + " was one too many for the exchange's window"));
                }
            }
        }
        story.all(Banned.class).forEach(ban -> quietWhile(ban, story, found));
        retries(story, found);
        for (Measured measured : story.all(Measured.class)) {
            if (measured.value() > measured.most()) {
                found.add(new Violation(
                        "I15", measured.what() + " is " + measured.value() + ", above " + measured.most()));
            }
        }
        return found;
    }

    /** The request that the ban answers first is the first of the minute. */
    private static void quietWhile(Banned ban, Story story, List<Violation> found) {
        List<Happened> events = story.events();
        Deque<Long> minute = new ArrayDeque<>(List.of(ban.at()));
        for (Happened event : events.subList(events.indexOf(ban), events.size())) {
            if (event instanceof Happened.Cleared) {
                return;
            }
            if (!(event instanceof Left request) || request.at() >= ban.until()) {
                continue;
            }
            while (!minute.isEmpty() && request.at() - minute.getFirst() >= MINUTE) {
                minute.removeFirst();
            }
            minute.addLast(request.at());
            if (minute.size() > MOST_WHILE_BANNED) {
                found.add(new Violation(
                        "I11",
                        "Request " + request.number() + " is number " + minute.size() + " in a minute of a ban"));
                return;
            }
        }
    }

    /** A read that leaves again within one call of its caller is a retry. */
    private static void retries(Story story, List<Violation> found) {
        Set<Integer> reading = new HashSet<>();
        story.all(Happened.Read.class).forEach(read -> reading.add(read.call()));
        Map<Integer, Set<String>> before = new HashMap<>();
        Deque<Long> all = new ArrayDeque<>();
        Deque<Long> again = new ArrayDeque<>();
        for (Left request : story.all(Left.class)) {
            all.addLast(request.at());
            String target = request.path() + "?" + request.query();
            if (reading.contains(request.call())
                    && !before.computeIfAbsent(request.call(), call -> new HashSet<>())
                            .add(target)
                    && !request.path().equals("/api/v5/public/time")) {
                again.addLast(request.at());
            }
            while (all.getFirst() <= request.at() - MINUTE) {
                all.removeFirst();
            }
            while (!again.isEmpty() && again.getFirst() <= request.at() - MINUTE) {
                again.removeFirst();
            }
            if (again.size() > FEW && again.size() * 10 > all.size()) {
                found.add(new Violation(
                        "I11", again.size() + " of the " + all.size() + " requests of a minute are reads sent again"));
                return;
            }
        }
    }
}

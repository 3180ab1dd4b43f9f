package dev.okx4j.testing.prove.check;

import dev.okx4j.testing.prove.check.Happened.Left;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** I4 write-ahead, I5 one write, I6 deadline, and what goes with them: a fresh timestamp, the same id and deadline. */
final class WireRules {
    private static final long FRESH_MILLIS = 1_000;
    private static final int MOST_REPEATS = 3;
    private static final Set<String> EXPIRING = Set.of(
            "/api/v5/trade/order",
            "/api/v5/trade/batch-orders",
            "/api/v5/trade/amend-order",
            "/api/v5/trade/amend-batch-orders");
    private static final Set<String> EXPIRING_OPERATIONS =
            Set.of("place-limit", "place-market", "place-ioc", "batch-place", "amend");

    private WireRules() {}

    /** Returns whether OKX refuses this operation after the expiry time that goes with it. */
    static boolean expires(String operation) {
        return EXPIRING_OPERATIONS.contains(operation);
    }

    static List<Violation> check(Story story) {
        List<Violation> found = new ArrayList<>();
        for (Left request : story.all(Left.class)) {
            if (!request.onDisk()) {
                found.add(new Violation(
                        "I4",
                        "Request " + request.number() + " to " + request.path()
                                + " left before its intent was on the disk"));
            }
            if (request.priorMillis() > FRESH_MILLIS) {
                found.add(new Violation(
                        "B2",
                        "Request " + request.number() + " to " + request.path() + " was stamped "
                                + request.priorMillis() + " ms before it left"));
            }
            if (request.method().equals("POST")
                    && EXPIRING.contains(request.path())
                    && !request.headers().containsKey("expTime")) {
                found.add(new Violation(
                        "I6", "Request " + request.number() + " to " + request.path() + " names no expiry time"));
            }
        }
        story.left().forEach((mark, requests) -> once(story, mark, requests, found));
        story.accepted().forEach((mark, taken) -> taken.forEach(one -> inTime(one, found)));
        return found;
    }

    private static void once(Story story, String mark, List<Left> requests, List<Violation> found) {
        List<Left> really =
                requests.stream().filter(one -> !story.neverLeft(one)).toList();
        if (Marks.repeatable(mark)) {
            long asked = story.fates().stream()
                    .filter(fate -> fate.asked().mark().equals(mark))
                    .count();
            if (really.size() > MOST_REPEATS * Math.max(1, asked)) {
                found.add(new Violation("I5", mark + " left " + really.size() + " times for " + asked + " calls"));
            }
            return;
        }
        for (int i = 1; i < really.size(); i++) {
            Left before = really.get(i - 1);
            Left again = really.get(i);
            if (i > 1 || !story.allowsOnceMore(before, mark)) {
                found.add(new Violation(
                        "I5", mark + " left " + (i + 1) + " times, after the answer " + story.answer(before)));
            } else if (!Objects.equals(
                    before.headers().get("expTime"), again.headers().get("expTime"))) {
                found.add(new Violation("I6", mark + " left once more with another expiry time"));
            } else if (!clientId(before, mark).equals(clientId(again, mark))) {
                found.add(new Violation("I5", mark + " left once more with another client id"));
            }
        }
    }

    private static String clientId(Left request, String mark) {
        int place = Marks.ofBody(request.path(), request.body()).indexOf(mark);
        Map<String, Object> item = JsonText.rows(request.body()).get(place);
        return Acceptance.first(item, "clOrdId", "algoClOrdId", "clientId", "reqId");
    }

    private static void inTime(Acceptance one, List<Violation> found) {
        String expTime = one.arrival().headers().getOrDefault("expTime", "");
        if (!expTime.isEmpty() && Long.parseLong(expTime) < one.arrival().exchangeMillis()) {
            found.add(new Violation(
                    "I6",
                    one.mark() + " was taken at " + one.arrival().exchangeMillis() + ", after its expiry time "
                            + expTime));
        }
    }
}

package dev.okx4j.testing.prove.world;

import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.json.Json;
import dev.okx4j.testing.prove.check.Happened;
import java.util.Map;
import java.util.stream.Stream;

/** Outcomes as plain data. */
final class Telling {
    private Telling() {}

    static Happened.Told told(long at, int call, int item, Outcome<?> outcome) {
        return new Happened.Told(
                at,
                call,
                item,
                fate(outcome),
                code(outcome),
                outcome.clOrdId(),
                serverId(outcome),
                outcome instanceof Outcome.Unknown<?> unknown ? unknown.intentId() : "",
                outcome instanceof Outcome.Unknown<?> unknown && unknown.needsHuman());
    }

    static Happened.Decided decided(long at, WriteIntent intent, Outcome<?> outcome) {
        return new Happened.Decided(
                at,
                intent.intentId(),
                fate(outcome),
                code(outcome),
                outcome instanceof Outcome.Unknown<?> unknown && unknown.needsHuman());
    }

    static String fate(Outcome<?> outcome) {
        return outcome.getClass().getSimpleName();
    }

    static String code(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Rejected<?> rejected) {
            return rejected.code();
        }
        return outcome instanceof Outcome.NotSent<?> notSent ? notSent.cause().name() : "";
    }

    private static String serverId(Outcome<?> outcome) {
        if (!(outcome instanceof Outcome.Confirmed<?> confirmed) || !(confirmed.ack() instanceof Record ack)) {
            return "";
        }
        Map<String, Object> fields = Json.toTree(ack);
        return Stream.of("ordId", "algoId", "transId")
                .map(name -> String.valueOf(fields.getOrDefault(name, "")))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
    }
}

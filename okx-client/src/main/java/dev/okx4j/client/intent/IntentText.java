package dev.okx4j.client.intent;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.client.intent.IntentJournal.Open;
import dev.okx4j.client.json.Json;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines of a journal's file: one JSON object each. */
final class IntentText {
    private static final String KIND = "okx4j-orders";
    private static final BigDecimal SCHEMA = BigDecimal.ONE;

    private IntentText() {}

    /** Returns the first line of a file: what it is. */
    static byte[] header() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("journal", KIND);
        line.put("schema", SCHEMA);
        return bytes(line);
    }

    /** Refuses a first line of another kind of file, or of a version that is not known. */
    static void checkHeader(Map<?, ?> line) {
        if (!KIND.equals(line.get("journal")) || !SCHEMA.equals(line.get("schema"))) {
            throw new IllegalArgumentException("its first line is " + Json.write(line));
        }
    }

    /** Returns the line that ties another file's chain of hashes to this one's: what is open in it follows. */
    static byte[] continues(Path file, Path keptAs, String head) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("continues", String.valueOf(file.getFileName()));
        line.put("keptAs", String.valueOf(keptAs.getFileName()));
        line.put("head", head);
        return bytes(line);
    }

    static byte[] intent(WriteIntent intent) {
        return bytes(tree(intent));
    }

    /** Returns the line of an outcome; of an intent that no line tells about, it tells that as well. */
    static byte[] outcome(WriteIntent intent, Outcome<?> outcome, boolean known) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("of", intent.intentId());
        line.put("clOrdId", outcome.clOrdId());
        if (outcome instanceof Outcome.Confirmed<?> confirmed) {
            line.put("outcome", "confirmed");
            line.put("ack", confirmed.ack() instanceof Record ack ? Json.toTree(ack) : String.valueOf(confirmed.ack()));
        } else if (outcome instanceof Outcome.Rejected<?> rejected) {
            line.put("outcome", "rejected");
            line.put("code", rejected.code());
            line.put("msg", rejected.msg());
            if (rejected.subCode() != null) {
                line.put("subCode", rejected.subCode());
            }
        } else if (outcome instanceof Outcome.NotSent<?> notSent) {
            line.put("outcome", "notSent");
            line.put("cause", notSent.cause().name());
            line.put("reason", notSent.reason());
        } else if (outcome instanceof Outcome.Unknown<?> unknown) {
            line.put("outcome", "unknown");
            line.put("nextStep", unknown.nextStep());
            line.put("needsHuman", unknown.needsHuman());
        }
        if (!known) {
            line.put("was", tree(intent));
        }
        return bytes(line);
    }

    private static Map<String, Object> tree(WriteIntent intent) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("intent", intent.intentId());
        line.put("kind", intent.kind().name());
        line.put("path", intent.path());
        line.put("clOrdId", intent.clOrdId());
        line.put("at", intent.createdAt().toString());
        if (intent.expTime() != null) {
            line.put("exp", intent.expTime().toString());
        }
        line.put("attempt", intent.attempt());
        line.put("request", intent.request());
        return line;
    }

    /** Returns the JSON object of a line. */
    static Map<?, ?> parse(byte[] line) {
        if (Json.parse(line) instanceof Map<?, ?> tree) {
            return tree;
        }
        throw new IllegalArgumentException("a line is no JSON object");
    }

    /** Returns the intent of a line. */
    static WriteIntent intent(Map<?, ?> line) {
        Map<String, Object> request = new LinkedHashMap<>();
        if (line.get("request") instanceof Map<?, ?> values) {
            values.forEach((name, value) -> request.put(String.valueOf(name), value));
        }
        boolean expires = line.containsKey("exp");
        return new WriteIntent(
                text(line, "intent"),
                WriteIntent.Kind.valueOf(text(line, "kind")),
                text(line, "path"),
                text(line, "clOrdId"),
                Collections.unmodifiableMap(request),
                Instant.parse(text(line, "at")),
                expires ? Instant.parse(text(line, "exp")) : null,
                new BigDecimal(String.valueOf(line.get("attempt"))).intValueExact());
    }

    /** Returns what an outcome's line leaves open, or null when it decides. */
    static @Nullable Open stillOpen(Map<?, ?> line, WriteIntent intent) {
        if (!text(line, "outcome").equals("unknown")) {
            return null;
        }
        return new Open(
                intent,
                new Outcome.Unknown<>(
                        text(line, "of"),
                        text(line, "clOrdId"),
                        text(line, "nextStep"),
                        Boolean.TRUE.equals(line.get("needsHuman"))));
    }

    static String text(Map<?, ?> line, String name) {
        if (line.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("a line has no " + name);
    }

    private static byte[] bytes(Map<String, Object> line) {
        return Json.write(line).getBytes(UTF_8);
    }
}

package dev.okx4j.testing;

import java.time.Duration;
import java.util.Map;

/**
 * One way in which a request, its answer or the exchange goes wrong.
 *
 * <p>A fault that takes an {@link Effect} says with it what the exchange has done by then. In process, bytes do not exist: a
 * connection that breaks is an {@link java.io.IOException}, and an answer that never ends is one after the request's timeout.
 * Over a socket, every byte is as the fault says. {@link #toString()} is the call that made it.
 */
public sealed interface Fault permits Refused, Cut, Stalled, Dripping, Oversized, Late, Twice, Answering, Condition {

    /** Returns what the exchange has done by the time the fault shows. */
    Effect effect();

    /**
     * The connection is refused, so no byte leaves.
     *
     * <p>Over a socket a port is open or closed for all: there it takes {@code faults.on("*").each()}, which closes the port
     * until the faults are cleared. A narrower rule resets the connection instead.
     */
    static Fault refuse() {
        return new Refused();
    }

    /** The connection opens, and nothing comes through it in either direction. */
    static Fault blackhole() {
        return new Stalled(Stalled.How.BLACKHOLE, Effect.NONE);
    }

    /** The connection is reset as soon as the request begins to arrive: a kept connection has become stale. */
    static Fault resetBefore() {
        return new Cut(0, true, Effect.NONE);
    }

    /** The connection is reset when this many bytes of the request have been read, those of its head included. */
    static Fault resetAt(int requestByte) {
        return new Cut(requestByte, true, Effect.NONE);
    }

    /** The connection is reset when the request has been read. */
    static Fault resetAfterRead(Effect effect) {
        return new Cut(Cut.WHOLE, true, effect);
    }

    /** The connection ends in good order when the request has been read, without an answer. */
    static Fault finAfterRead(Effect effect) {
        return new Cut(Cut.WHOLE, false, effect);
    }

    /** The request is read and never answered. */
    static Fault silence(Effect effect) {
        return new Stalled(Stalled.How.SILENCE, effect);
    }

    /** The answer begins, in chunks, and its last chunk never comes. */
    static Fault chunksWithoutEnd(Effect effect) {
        return new Stalled(Stalled.How.CHUNKS, effect);
    }

    /** Interim answers, HTTP 100, without end. */
    static Fault interimAnswers(Effect effect) {
        return new Stalled(Stalled.How.INTERIM, effect);
    }

    /** The answer comes slowly. */
    static Fault drip(int bytesPerSecond, Effect effect) {
        return new Dripping(bytesPerSecond, effect);
    }

    /** The request reaches the exchange this much later, even when nobody waits for the answer any more. */
    static Fault delay(Duration time, Effect effect) {
        return new Late(time, effect);
    }

    /** The request reaches the exchange twice, as if something before it had sent it again; the first answer comes back. */
    static Fault duplicate() {
        return new Twice();
    }

    /**
     * The answer is this HTTP status with no word of OKX's: 3xx with the same path as {@code Location}, 408, 429 and 503 with
     * {@code Retry-After: 0}.
     */
    static Fault status(int status, Effect effect) {
        return Instead.status(status, effect);
    }

    /** The answer is a page of HTML, as from something that stands before OKX. */
    static Fault page(String html, int status, Effect effect) {
        return new Instead(
                "page(" + status + ", " + effect + ")",
                status,
                Map.of("content-type", "text/html; charset=UTF-8"),
                html,
                effect);
    }

    /** The answer is HTTP 200 and an empty body that claims to be JSON. */
    static Fault empty(Effect effect) {
        return new Instead("empty(" + effect + ")", 200, Instead.JSON, "", effect);
    }

    /** The answer is this status and this JSON, sound or not. */
    static Fault json(int status, String body, Effect effect) {
        return new Instead("json(" + status + ", " + effect + ")", status, Instead.JSON, body, effect);
    }

    /** The answer's body ends after its first {@code k} bytes; over a socket its announced length is the whole one. */
    static Fault truncate(int k, Effect effect) {
        return new Spoiled(Spoiled.How.TRUNCATE, k, effect);
    }

    /** The answer goes on after the end of its JSON. */
    static Fault garbageTail(Effect effect) {
        return new Spoiled(Spoiled.How.GARBAGE_TAIL, 0, effect);
    }

    /** The answer has its code twice, and the two contradict each other. */
    static Fault duplicateKeys(Effect effect) {
        return new Spoiled(Spoiled.How.DUPLICATE_KEYS, 0, effect);
    }

    /** The first item is missing in the answer; of a single one nothing is left. */
    static Fault itemMissing(Effect effect) {
        return new Spoiled(Spoiled.How.ITEM_MISSING, 0, effect);
    }

    /** The items of the answer come in reverse. */
    static Fault itemsShuffled() {
        return new Spoiled(Spoiled.How.ITEMS_SHUFFLED, 0, Effect.ACCEPTED);
    }

    /** The ids in the answer are those of something else. */
    static Fault otherIds(Effect effect) {
        return new Spoiled(Spoiled.How.OTHER_IDS, 0, effect);
    }

    /** The answer, which nobody asked to compress, unpacks into more than fits in memory. */
    static Fault gzipBomb(Effect effect) {
        return new Oversized(true, effect);
    }

    /** The answer's body has no end. */
    static Fault endless(Effect effect) {
        return new Oversized(false, effect);
    }

    /**
     * The answer is sound and carries this code of OKX's, with the HTTP status that goes with it, whatever the exchange has
     * done. Codes of single orders stand in the items, as OKX puts them.
     */
    static Fault code(String code, Effect effect) {
        return Coded.of(code, effect);
    }

    /** The exchange finds the requests too many: 50011 with HTTP 429. */
    static Fault limiterFull() {
        return limiterFull(429);
    }

    /** The exchange finds the requests too many: 50011 with HTTP 200 or 429, as OKX does both. */
    static Fault limiterFull(int status) {
        return new Coded("limiterFull(" + status + ")", "50011", status, Effect.NONE);
    }

    /** What the request creates is in force at once, and cannot be seen for this long: not by its id, not in any list. */
    static Fault visibilityLag(Duration time) {
        return new Condition(Condition.What.VISIBILITY_LAG, time);
    }

    /** From this request on, for this long, every request is answered by a page that says that the address is banned. */
    static Fault ban(Duration time) {
        return new Condition(Condition.What.BAN, time);
    }

    /**
     * From this request on, until the faults are cleared, the exchange's clock is ahead by this much; behind, if negative.
     *
     * <p>It takes an exchange that was built with {@link Faults#clock}.
     */
    static Fault skew(Duration ahead) {
        return new Condition(Condition.What.SKEW, ahead);
    }
}

package dev.okx4j.testing.prove.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that happened in a world, as plain data. Times are milliseconds of the world's monotonic time. */
public sealed interface Happened {

    /**
     * The caller handed in a write.
     *
     * @param call the number of the call
     * @param item the place in the batch, from 0
     * @param operation the operation, such as {@code place-limit}
     * @param mark what tells this write from all others of the world, see {@link Marks}
     * @param subject the instrument, or the currency of a transfer
     * @param exposure whether it may add exposure or move money
     */
    record Asked(long at, int call, int item, String operation, String mark, String subject, boolean exposure)
            implements Happened {}

    /**
     * The caller was answered.
     *
     * @param fate Confirmed, Rejected, NotSent or Unknown
     * @param code OKX's code or the cause; empty when there is none
     * @param clientId the client id, as the caller was told
     * @param serverId OKX's id, as the caller was told; empty unless confirmed
     * @param intentId the intent of an Unknown; empty otherwise
     */
    record Told(
            long at,
            int call,
            int item,
            String fate,
            String code,
            String clientId,
            String serverId,
            String intentId,
            boolean needsHuman)
            implements Happened {}

    /** A call that reads ended: {@code failure} is empty, or the kind of failure. */
    record Read(long at, int call, String operation, String failure) implements Happened {}

    /** The journal was handed an intent. */
    record Kept(long at, int call, String intentId, String mark, String clientId, int attempt) implements Happened {}

    /** The journal was handed what became of an intent. */
    record Decided(long at, String intentId, String fate, String code, boolean needsHuman) implements Happened {}

    /**
     * A request was handed to the wire.
     *
     * @param number counts the requests of the world
     * @param call the call that sent it; below 0 when nobody's call did
     * @param priorMillis how much earlier than this moment, by the client's own wall clock, its timestamp was made
     * @param onDisk whether each client id of the body was durable on the disk; true for reads
     */
    record Left(
            long at,
            int number,
            int call,
            String method,
            String path,
            String query,
            Map<String, String> headers,
            String body,
            long priorMillis,
            boolean onDisk)
            implements Happened {}

    /**
     * The wire answered a request.
     *
     * @param failure empty, {@code NotSent} when it is certain that no byte left, else the kind of failure
     */
    record Answered(long at, int number, int status, String failure, String body) implements Happened {}

    /**
     * A request reached the exchange itself, and this is its true answer.
     *
     * @param number the request, as in {@link Left}
     * @param copy 0 for its first arrival, 1 and up when the network delivered it again
     * @param exchangeMillis the exchange's clock
     */
    record Arrived(
            long at,
            int number,
            int copy,
            long exchangeMillis,
            String method,
            String path,
            Map<String, String> headers,
            String body,
            String answer)
            implements Happened {}

    /** A client started on the disk of the one before. */
    record Started(long at, int run, int open) implements Happened {}

    /** An intent that the journal of a new client holds as open; {@code asksHuman} says that nobody looks it up any more. */
    record Reopened(long at, int run, String intentId, boolean asksHuman) implements Happened {}

    /** The client's process died. */
    record Killed(long at, int run) implements Happened {}

    /** Every fault ends, bans too. */
    record Cleared(long at) implements Happened {}

    /** From here on nothing fails any more, and everything has been looked up. */
    record FaultsOver(long at) implements Happened {}

    /** The exchange answers nothing but bans up to a moment. */
    record Banned(long at, long until) implements Happened {}

    /** A person decided an intent. */
    record Settled(long at, String intentId) implements Happened {}

    /**
     * Client and exchange were asked the same, at the same moment, at the end.
     *
     * @param what orders, positions, balances or fills
     * @param client the client's rows, as JSON
     * @param exchange the exchange's answer, as JSON
     */
    record Viewed(long at, String what, String client, String exchange) implements Happened {}

    /** The exchange's own answer to a question about the whole account at the end. */
    record Truth(long at, String what, String answer) implements Happened {}

    /** A file of the order log at the end, as it is on the disk. */
    @SuppressWarnings("ArrayRecordComponent") // made once, read once
    record LogFile(long at, String name, byte[] durable) implements Happened {
        @Override
        public String toString() {
            return "LogFile[at=" + at + ", name=" + name + ", bytes=" + durable.length + "]";
        }
    }

    /** Something that a world measures about itself. */
    record Measured(long at, String what, long value, long most) implements Happened {}

    /** Returns when it happened. */
    long at();

    /** Returns an exception's simple name, or an empty text. */
    static String nameOf(@Nullable Throwable failure) {
        return failure == null ? "" : failure.getClass().getSimpleName();
    }
}

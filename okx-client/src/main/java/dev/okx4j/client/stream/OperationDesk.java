package dev.okx4j.client.stream;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Sends operations on orders over the private connection, and finds for each answer who waits for it. This class is thread-safe. */
final class OperationDesk implements Operations {
    /** How long an operation waits for its turn on the connection before it takes another way. */
    private static final long TURN = TimeUnit.SECONDS.toNanos(1);

    private final Switchboard switchboard;
    private final Map<String, Pending> pending = new ConcurrentHashMap<>();

    private record Pending(Connection connection, Consumer<Reply> replies) {}

    OperationDesk(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    @Override
    public boolean operate(String id, String frame, Consumer<Reply> replies) {
        Connection connection = switchboard.forOrders();
        if (connection == null) {
            return false;
        }
        prepare();
        CompletableFuture<Boolean> taken = new CompletableFuture<>();
        // Whoever comes first decides: the connection that sends it, or the caller who waits no longer. Never both.
        AtomicBoolean decided = new AtomicBoolean();
        pending.put(id, new Pending(connection, replies));
        connection.operate(frame, () -> decided.compareAndSet(false, true), taken::complete);
        boolean left = isTaken(taken, false);
        if (!left && !decided.compareAndSet(false, true)) {
            left = isTaken(taken, true);
        }
        if (!left) {
            pending.remove(id);
        }
        return left;
    }

    /** Returns whether the frame has left; the given answer when nobody says so in time. */
    private static boolean isTaken(CompletableFuture<Boolean> taken, boolean otherwise) {
        try {
            return taken.get(TURN, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return otherwise;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return taken.getNow(otherwise);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens the connection, so that it is there when the first operation comes. */
    void prepare() {
        Connection connection = switchboard.forOrders();
        if (connection != null) {
            connection.hold(true);
        }
    }

    /** Hands an answer to who waits for it; nobody does when that took too long. */
    void answered(String id, String frame) {
        Pending answered = pending.remove(id);
        if (answered != null) {
            answered.replies().accept(new Reply(frame));
        }
    }

    /** Tells all that wait for an answer on a connection that none will come. */
    void lost(Connection connection) {
        for (Iterator<Pending> each = pending.values().iterator(); each.hasNext(); ) {
            Pending waiting = each.next();
            if (waiting.connection() == connection) {
                each.remove();
                waiting.replies().accept(Reply.LOST);
            }
        }
    }
}

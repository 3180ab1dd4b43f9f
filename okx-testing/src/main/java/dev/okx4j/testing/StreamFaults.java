package dev.okx4j.testing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which WebSocket messages and connections go wrong, and what has gone wrong by them.
 *
 * <pre>{@code
 * okx.faults().stream("orders").nth(3).then(StreamFault.dropped());
 * okx.faults().stream("event login").then(StreamFault.delayed(Duration.ofSeconds(10)));
 * okx.faults().stream("connect private").first(5).then(StreamFault.reset());
 * }</pre>
 *
 * <p>Messages have names, in which {@code *} stands for any characters:
 *
 * <ul>
 *   <li>a push has that of its channel, {@code books}, and with it that of the instrument it was subscribed to for, {@code books BTC-USDT-SWAP};
 *   <li>an event has its own, {@code event login}, and with it the channel, {@code event subscribe orders};
 *   <li>the answer to an operation is {@code reply order}; the exchange's heartbeat is {@code pong};
 *   <li>what a client sends is {@code op subscribe}, {@code op order} or {@code ping};
 *   <li>a connection that is being made is {@code connect public}, {@code connect private} or {@code connect business}.
 * </ul>
 *
 * <p>Of several rules that strike one message, the first does. This class is threadsafe.
 */
public final class StreamFaults {
    private final List<StreamRule> rules = new ArrayList<>();
    private final List<Struck> seen = new ArrayList<>();
    private final Set<StreamLink> links = new LinkedHashSet<>();
    private int attempts;
    private boolean down;

    StreamFaults() {}

    /**
     * A fault that has happened.
     *
     * @param message the name of what it struck
     */
    public record Struck(String message, StreamFault fault) {}

    /** Begins a rule for the messages of a name; until {@link StreamRule#then} it has no effect. */
    public StreamRule on(String message) {
        return new StreamRule(this, message);
    }

    /** Lets a fault happen now to every open connection whose address is {@code public}, {@code private}, {@code business}, or {@code *}. */
    public void now(String address, StreamFault fault) {
        List<StreamLink> struck;
        synchronized (this) {
            struck = links.stream()
                    .filter(link -> address.equals("*") || address.equals(link.address()))
                    .toList();
            struck.forEach(link -> seen.add(new Struck("now " + link.address(), fault)));
        }
        struck.forEach(link -> fault.strike(link, StreamMessage.none()));
    }

    /** Resets every connection, and refuses new ones until {@link #up()}. */
    public void down() {
        List<StreamLink> open;
        synchronized (this) {
            down = true;
            open = List.copyOf(links);
        }
        open.forEach(StreamLink::reset);
    }

    /** Lets connections be made again. */
    public synchronized void up() {
        down = false;
    }

    /** Forgets all rules and all that has been seen; what has happened to connections that are open stays. */
    public synchronized void clear() {
        rules.clear();
        seen.clear();
        attempts = 0;
        down = false;
    }

    /** Returns the faults that have happened since the last {@link #clear()}, oldest first. */
    public synchronized List<Struck> seen() {
        return List.copyOf(seen);
    }

    /** Returns how many connections were asked for since the last {@link #clear()}, struck or not. */
    public synchronized int attempts() {
        return attempts;
    }

    /** Returns how many connections are open. */
    public synchronized int open() {
        return links.size();
    }

    synchronized void add(StreamRule rule) {
        rules.add(rule);
    }

    synchronized void began(StreamLink link) {
        links.add(link);
    }

    synchronized void ended(StreamLink link) {
        links.remove(link);
    }

    /** Returns what strikes a connection that is being made. */
    synchronized @Nullable StreamFault connecting(StreamMessage message) {
        attempts++;
        return down ? StreamFault.reset() : strike(message);
    }

    /** Returns what strikes a message. */
    synchronized @Nullable StreamFault strike(StreamMessage message) {
        StreamFault struck = null;
        for (StreamRule rule : rules) {
            StreamFault fault = rule.strikes(message);
            if (struck == null) {
                struck = fault;
            }
        }
        if (struck != null) {
            seen.add(new Struck(message.name(), struck));
        }
        return struck;
    }
}

package dev.okx4j.paper.venue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The timers of cancel-all-after: one for the whole account and one for each tag, on the owner's clock.
 *
 * <p>A timer never goes off by itself, for a venue has no clock but the market's: whoever has the owner's clock asks
 * which one is due, and applies that command, so that the journal tells when it was.
 */
final class Timers {

    /** Most tags with a timer. */
    private static final int MAX_TAGS = 20;

    private static final String ACCOUNT = "";

    private final State state;
    private final Desk desk;

    Timers(State state, Desk desk) {
        this.state = state;
        this.desk = desk;
    }

    /** Sets, moves or stops a timer: 51071 when too many tags have one. */
    Reply set(Command.CancelAllAfter command) {
        Texts.requireTag(command.tag());
        String tag = Texts.orEmpty(command.tag());
        Instant trigger = command.trigger();
        if (trigger == null) {
            state.timers.remove(tag);
        } else {
            long tags = state.timers.keySet().stream()
                    .filter(other -> !other.equals(ACCOUNT) && !other.equals(tag))
                    .count();
            if (!tag.equals(ACCOUNT) && tags >= MAX_TAGS) {
                throw RefusedException.because("51071", "No more than " + MAX_TAGS + " tags can have a timer");
            }
            state.timers.put(tag, trigger);
        }
        return new Reply.TimerSet(tag, trigger);
    }

    /** Returns the timer that goes off first, if it does by a moment. */
    Command.@Nullable CancelAll due(Instant now) {
        Map.Entry<String, Instant> first = null;
        for (Map.Entry<String, Instant> timer : state.timers.entrySet()) {
            boolean due = !timer.getValue().isAfter(now);
            if (due && (first == null || timer.getValue().isBefore(first.getValue()))) {
                first = timer;
            }
        }
        return first == null ? null : new Command.CancelAll(first.getKey(), first.getValue());
    }

    /** Lets a timer go off. */
    Reply goOff(Command.CancelAll command) {
        String tag = command.tag();
        if (!command.trigger().equals(state.timers.get(tag))) {
            throw RefusedException.parameter("trigger", "no timer is set to " + command.trigger());
        }
        state.timers.remove(tag);
        List<String> cancelled = new ArrayList<>();
        for (Working order : List.copyOf(state.orders.open())) {
            if (tag.equals(ACCOUNT) || tag.equals(order.ticket.tag())) {
                desk.cancel(order, Cancellation.TIMER);
                cancelled.add(order.ordId());
            }
        }
        return new Reply.AllCancelled(tag, cancelled);
    }
}

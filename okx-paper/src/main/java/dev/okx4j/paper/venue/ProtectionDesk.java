package dev.okx4j.paper.venue;

import dev.okx4j.paper.feed.InstrumentType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where orders under market-maker protection are watched, pulled when too much of them fills, and cancelled all at once. */
final class ProtectionDesk {

    private static final Duration LONGEST_LOCK = Duration.ofSeconds(10);
    /** The longest intervals that are taken; OKX tells no limit. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final State state;
    private final Desk desk;

    ProtectionDesk(State state, Desk desk) {
        this.state = state;
        this.desk = desk;
    }

    /** Sets protection of a family: 51036 in spot mode. */
    Reply set(Command.SetProtection command) {
        Protection.requireMode(state, "51036");
        requireFamily(command.instFamily());
        requireInterval("timeInterval", command.timeInterval(), LONGEST);
        requireInterval("frozenInterval", command.frozenInterval(), LONGEST);
        if (command.qtyLimit().signum() <= 0) {
            throw RefusedException.parameter("qtyLimit", "it must be above 0");
        }
        Protection protection = of(command.instFamily());
        protection.set(command.timeInterval(), command.frozenInterval(), command.qtyLimit());
        return new Reply.ProtectionSet(protection.view(state.now));
    }

    /** Ends the freeze of a family, if there is one: 59509 in spot mode. */
    Reply reset(Command.ResetProtection command) {
        Protection.requireMode(state, "59509");
        requireFamily(command.instFamily());
        Protection protection = state.protections.get(command.instFamily());
        if (protection != null) {
            protection.reset();
        }
        return new Reply.ProtectionReset(command.instFamily());
    }

    /** Cancels all protected orders of a family and locks it: 51411 in spot mode. */
    Reply cancel(Command.MassCancel command) {
        Protection.requireMode(state, "51411");
        requireFamily(command.instFamily());
        requireInterval("lockInterval", command.lockInterval(), LONGEST_LOCK);
        if (!command.lockInterval().isZero() || state.protections.containsKey(command.instFamily())) {
            of(command.instFamily()).lock(state.now.plus(command.lockInterval()));
        }
        List<String> cancelled = new ArrayList<>();
        for (Working order : open(command.instFamily())) {
            desk.cancel(order, Cancellation.MASS_CANCEL);
            cancelled.add(order.ordId());
        }
        return new Reply.MassCancelled(command.instFamily(), cancelled);
    }

    /** Counts a fill of an order, if it is a protected one. */
    void count(Working order, BigDecimal qty) {
        Protection protection = of(order);
        if (protection != null) {
            protection.count(state.now, qty);
        }
    }

    /** Pulls the protected orders of the family of one that has filled, when its fills have frozen the family. */
    void act(Working cause) {
        Protection protection = of(cause);
        if (protection != null && protection.isFrozen(state.now)) {
            open(cause.spec.instFamily()).forEach(desk::pull);
        }
    }

    /** Returns the open protected orders of a family, oldest first; a copy, so that they can be cancelled on the way. */
    private List<Working> open(String family) {
        return state.orders.open().stream()
                .filter(order -> order.ticket.ordType().isProtected())
                .filter(order -> order.spec.instFamily().equals(family))
                .toList();
    }

    private @Nullable Protection of(Working order) {
        return order.ticket.ordType().isProtected() ? state.protections.get(order.spec.instFamily()) : null;
    }

    private Protection of(String family) {
        return state.protections.computeIfAbsent(family, Protection::new);
    }

    private void requireFamily(String family) {
        boolean listed = state.markets.values().stream()
                .anyMatch(market -> market.spec.instType() == InstrumentType.OPTION
                        && market.spec.instFamily().equals(family));
        if (!listed) {
            throw RefusedException.parameter("instFamily", "the feed has no options of that family");
        }
    }

    private static void requireInterval(String name, Duration interval, Duration longest) {
        if (interval.isNegative() || interval.compareTo(longest) > 0) {
            throw RefusedException.parameter(name, "0 to " + longest.toMillis() + " milliseconds");
        }
    }
}

package dev.okx4j.paper.venue;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.InstrumentType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Market-maker protection of one family of options: how it is set, what has filled lately, and whether it takes new orders. All of
 * its time is market time.
 */
final class Protection {

    private final String family;
    private final Deque<Counted> fills = new ArrayDeque<>();
    private @Nullable Limits limits;
    private boolean frozen;
    /** When the freeze ends; null when only a reset ends it. */
    private @Nullable Instant frozenUntil;

    private Instant lockedUntil = Instant.EPOCH;

    Protection(String family) {
        this.family = family;
    }

    /** How much may fill in how long, and what follows when it does. */
    private record Limits(Duration within, Duration freeze, BigDecimal qty) {}

    /** A fill that counts. */
    private record Counted(Instant at, BigDecimal qty) {}

    /** Refuses an order under protection: 51036 and 51042 where there is none, 51034 after it was triggered, 54008 after a mass cancel. */
    static void require(State state, InstrumentSpec spec, TradeMode mode) {
        requireMode(state, "51036");
        if (spec.instType() != InstrumentType.OPTION) {
            throw RefusedException.because("51036", "Only options have orders under market-maker protection");
        }
        if (mode != TradeMode.CROSS) {
            throw RefusedException.because("51042", "Orders under market-maker protection take cross margin only");
        }
        Protection protection = state.protections.get(spec.instFamily());
        if (protection != null && protection.isFrozen(state.now)) {
            throw RefusedException.because(
                    "51034",
                    "The fills of " + spec.instFamily()
                            + " have reached the limit of market-maker protection: wait until "
                            + (protection.frozenUntil == null ? "it is reset" : protection.frozenUntil)
                            + " of market time");
        }
        if (protection != null && state.now.isBefore(protection.lockedUntil)) {
            throw RefusedException.because(
                    "54008",
                    "A mass cancel has locked " + spec.instFamily() + " until " + protection.lockedUntil
                            + " of market time; another one with lockInterval 0 unlocks it");
        }
    }

    /** Refuses, with a code, in the account mode that has no options. */
    static void requireMode(State state, String code) {
        if (!state.account.acctLv.equals(AccountSettings.FUTURES)) {
            throw RefusedException.because(code, "Market-maker protection is not there in spot mode");
        }
    }

    /** Sets it; a freeze goes on. */
    void set(Duration within, Duration freeze, BigDecimal qty) {
        limits = new Limits(within, freeze, qty);
        fills.clear();
    }

    /** Returns whether somebody has set it. */
    boolean isSet() {
        return limits != null;
    }

    /** Ends a freeze. */
    void reset() {
        frozen = false;
        frozenUntil = null;
        fills.clear();
    }

    /** Takes no new orders before a moment. */
    void lock(Instant until) {
        lockedUntil = until;
    }

    /** Counts a fill, and freezes the family when too much has filled. */
    void count(Instant now, BigDecimal qty) {
        if (limits == null || limits.within.isZero() || isFrozen(now)) {
            return;
        }
        fills.addLast(new Counted(now, qty));
        Instant since = now.minus(limits.within);
        BigDecimal sum = BigDecimal.ZERO;
        fills.removeIf(fill -> !fill.at.isAfter(since));
        for (Counted fill : fills) {
            sum = sum.add(fill.qty);
        }
        if (sum.compareTo(limits.qty) >= 0) {
            frozen = true;
            frozenUntil = limits.freeze.isZero() ? null : now.plus(limits.freeze);
            fills.clear();
        }
    }

    /** Returns whether it was triggered and is neither over nor reset. */
    boolean isFrozen(Instant now) {
        return frozen && (frozenUntil == null || now.isBefore(frozenUntil));
    }

    /** Returns it as it stands; it must have been set. */
    ProtectionView view(Instant now) {
        if (limits == null) {
            throw new IllegalStateException("nobody has set the protection of " + family);
        }
        boolean still = isFrozen(now);
        return new ProtectionView(family, limits.within, limits.freeze, limits.qty, still, still ? frozenUntil : null);
    }

    @Override
    public String toString() {
        return limits + " fills " + fills + " frozen " + frozen + " " + frozenUntil + " locked " + lockedUntil;
    }
}

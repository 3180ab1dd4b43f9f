package dev.okx4j.paper.venue;

import dev.okx4j.paper.feed.Feed;
import dev.okx4j.paper.feed.InstrumentSpec;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A paper exchange with one account, living through a feed. Single-threaded: no clock, no I/O, no randomness.
 *
 * <p>Its state is a pure function of the feed, the first balances and the commands applied.
 */
public final class Venue {

    /** Returns a venue at the feed's begin, its account holding these balances. */
    public static Venue open(Feed feed, Map<String, BigDecimal> balances) {
        throw new UnsupportedOperationException();
    }

    /** Carries out one command, or refuses it and changes nothing. */
    public Reply apply(Command command) {
        throw new UnsupportedOperationException();
    }

    /** Returns the market time. */
    public Instant now() {
        throw new UnsupportedOperationException();
    }

    /** Returns the instruments of the feed. */
    public List<InstrumentSpec> instruments() {
        throw new UnsupportedOperationException();
    }

    /** Returns one instrument, or null when the feed does not have it. */
    public @Nullable InstrumentSpec instrument(String instId) {
        throw new UnsupportedOperationException();
    }

    /** Returns every order, oldest first. */
    public List<OrderView> orders() {
        throw new UnsupportedOperationException();
    }

    /** Returns the orders that can still fill, oldest first. */
    public List<OrderView> openOrders() {
        throw new UnsupportedOperationException();
    }

    /** Returns one order, the latest when a client id was used again; {@code ordId} wins when both are given. */
    public @Nullable OrderView order(String instId, @Nullable String ordId, @Nullable String clOrdId) {
        throw new UnsupportedOperationException();
    }

    /** Returns every fill, oldest first. */
    public List<FillView> fills() {
        throw new UnsupportedOperationException();
    }

    /** Returns every algo order, oldest first; attached ones appear when they come alive. */
    public List<AlgoView> algos() {
        throw new UnsupportedOperationException();
    }

    /** Returns the algo orders that wait for their trigger, oldest first. */
    public List<AlgoView> liveAlgos() {
        throw new UnsupportedOperationException();
    }

    /** Returns the open positions in the order of the instruments. */
    public List<PositionView> positions() {
        throw new UnsupportedOperationException();
    }

    /** Returns the balances of all currencies that the account has held, by name. */
    public List<BalanceView> balances() {
        throw new UnsupportedOperationException();
    }

    /** Returns every change of the account's money, oldest first. */
    public List<BillView> bills() {
        throw new UnsupportedOperationException();
    }

    /** Returns the leverage of an instrument in one margin mode; 1 unless it was set. */
    public BigDecimal leverage(String instId, TradeMode mgnMode) {
        throw new UnsupportedOperationException();
    }

    /** Returns the best rows of an instrument's book, or null before its first price. */
    public @Nullable BookView book(String instId, int depth) {
        throw new UnsupportedOperationException();
    }

    /** Returns an instrument's price, or null before its first price. */
    public @Nullable QuoteView quote(String instId) {
        throw new UnsupportedOperationException();
    }

    /** Returns the whole state as text: equal text means equal state. */
    public String digest() {
        throw new UnsupportedOperationException();
    }
}

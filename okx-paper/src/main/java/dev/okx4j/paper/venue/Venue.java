package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.Feed;
import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.MarketEvent;
import dev.okx4j.paper.options.Greeks;
import dev.okx4j.paper.snapshot.StateReader;
import dev.okx4j.paper.snapshot.StateWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A paper exchange with one account, living through a feed. Single-threaded: no clock, no I/O, no randomness.
 *
 * <p>Its state is a pure function of the feed, the first balances and the commands applied.
 */
public final class Venue {

    private final Feed feed;
    private final Ids ids = new Ids();
    private Session session;
    private @Nullable Watch watch;

    private Venue(Feed feed, Instant start, Map<String, BigDecimal> balances) {
        this.feed = feed;
        this.session = new Session(feed, ids, start, balances);
    }

    /** Returns a venue at the feed's begin, its account holding these balances. */
    public static Venue open(Feed feed, Map<String, BigDecimal> balances) {
        try {
            return new Venue(feed, feed.begin(), balances);
        } catch (RefusedException refused) {
            throw new IllegalArgumentException(refused.getMessage(), refused);
        }
    }

    /**
     * Returns the venue that {@link #write} has written.
     *
     * @throws IOException if it was written by another version, or on another feed
     */
    public static Venue read(Feed feed, StateReader from) throws IOException {
        Venue venue = new Venue(feed, (Instant) Objects.requireNonNull(from.read(null)), Map.of());
        Map<String, InstrumentSpec> specs = new HashMap<>();
        venue.session.state.markets.forEach((instId, market) -> specs.put(instId, market.spec));
        from.name(InstrumentSpec.class, specs::get);
        from.read(venue.session);
        venue.session.resume();
        return venue;
    }

    /** Writes everything that the venue remembers: on the same feed, one that reads it goes on just as this one does. */
    public void write(StateWriter to) throws IOException {
        to.write(session.since);
        to.name(InstrumentSpec.class, InstrumentSpec::instId).write(session);
    }

    /** Carries out one command, or refuses it and changes nothing. */
    public Reply apply(Command command) {
        try {
            Reply reply = command instanceof Command.Reset reset ? reset(reset) : session.apply(command);
            session.state.ledger.verify();
            return reply;
        } catch (RefusedException refused) {
            return new Reply.Refused(refused.refusal());
        }
    }

    /** Lets somebody watch what happens from now on, also after a reset. */
    public void watch(Watch watch) {
        this.watch = watch;
        session.watch(watch);
    }

    /** Returns the market time. */
    public Instant now() {
        return session.state.now;
    }

    /** Returns the moment of the next market event, or of the leg that a fill has interrupted, or null at the end of the data. */
    public @Nullable Instant next() {
        return session.next();
    }

    /** Returns the instruments of the feed. */
    public List<InstrumentSpec> instruments() {
        return feed.instruments();
    }

    /** Returns one instrument, or null when the feed does not have it. */
    public @Nullable InstrumentSpec instrument(String instId) {
        Market market = session.state.markets.get(instId);
        return market == null ? null : market.spec;
    }

    /** Returns whether an instrument has had its first price, and so can be traded. */
    public boolean isPriced(String instId) {
        Market market = session.state.markets.get(instId);
        return market != null && market.hasPrice();
    }

    /** Returns every order, oldest first. */
    public List<OrderView> orders() {
        return session.state.orders.all().stream().map(Working::view).toList();
    }

    /** Returns the orders that can still fill, oldest first. */
    public List<OrderView> openOrders() {
        return session.state.orders.open().stream().map(Working::view).toList();
    }

    /** Returns one order, the latest when a client id was used again; {@code ordId} wins when both are given. */
    public @Nullable OrderView order(String instId, @Nullable String ordId, @Nullable String clOrdId) {
        Working order = session.state.orders.find(instId, ordId, clOrdId);
        return order == null ? null : order.view();
    }

    /** Returns every fill, oldest first. */
    public List<FillView> fills() {
        return Collections.unmodifiableList(session.state.tape.fills);
    }

    /** Returns the latest trades of an instrument that are on the public tape, oldest first; liquidations are not. */
    public List<TradeView> trades(String instId) {
        Market market = session.state.markets.get(instId);
        return market == null ? List.of() : market.recent.all();
    }

    /** Returns how many contracts of an instrument are held open by all, as the feed last told, or null. */
    public @Nullable BigDecimal openInterest(String instId) {
        Market market = session.state.markets.get(instId);
        return market == null ? null : market.openInterest;
    }

    /** Returns the funding rates of a contract since the market clock began, oldest first. */
    public List<MarketEvent.FundingRate> fundingRates(String instId) {
        Market market = session.state.markets.get(instId);
        return market == null ? List.of() : Collections.unmodifiableList(market.charged);
    }

    /** Returns every algo order, oldest first; attached ones appear when they come alive. */
    public List<AlgoView> algos() {
        return session.state.algos.all().stream().map(Algo::view).toList();
    }

    /** Returns the algo orders that wait for their trigger, oldest first. */
    public List<AlgoView> liveAlgos() {
        return session.state.algos.live().stream().map(Algo::view).toList();
    }

    /** Returns the open positions in the order of the instruments. */
    public List<PositionView> positions() {
        return session.views.positions();
    }

    /** Returns the positions of which something was closed, in the order of the last time that it was. */
    public List<ClosedPosition> closedPositions() {
        return session.views.closed().stream()
                .sorted(Comparator.comparing(ClosedPosition::uTime))
                .toList();
    }

    /** Returns what an order of a side could use, in the currency that it pays or is margined with. */
    public BigDecimal available(String instId, TradeMode mode, Side side) {
        return session.capacity.available(session.state.pricedMarket(instId).spec, mode, side);
    }

    /**
     * Returns the largest size of an order of a priced instrument, in contracts or base currency.
     *
     * @param px price that it is worked out at, or null for the price limit of a contract and the last price of spot
     * @param lever leverage in place of the one that is set, or null
     */
    public BigDecimal largest(
            String instId,
            TradeMode mode,
            PosSide posSide,
            Side side,
            @Nullable BigDecimal px,
            @Nullable BigDecimal lever) {
        return session.capacity.largest(session.state.pricedMarket(instId), mode, posSide, side, px, lever);
    }

    /** Returns the worth of a size of an instrument at a price, in its settlement currency; of spot in quote currency. */
    public BigDecimal value(String instId, BigDecimal size, BigDecimal px) {
        return session.state.market(instId).value(size, px);
    }

    /** Returns the mark price of a priced instrument. */
    public BigDecimal mark(String instId) {
        return session.state.pricedMarket(instId).mark();
    }

    /** Returns the price of the index that a priced instrument follows. */
    public BigDecimal index(String instId) {
        return session.state.pricedMarket(instId).index();
    }

    /** Returns the balances of all currencies that the account has held, by name. */
    public List<BalanceView> balances() {
        return session.views.balances();
    }

    /** Returns every change of the account's money, oldest first. */
    public List<BillView> bills() {
        return Collections.unmodifiableList(session.state.tape.bills);
    }

    /** Returns the leverage of an instrument in one margin mode; 1 unless it was set. */
    public BigDecimal leverage(String instId, TradeMode mgnMode) {
        return leverage(instId, mgnMode, PosSide.NET);
    }

    /** Returns the leverage of positions on a side, which is of interest for isolated ones of long/short mode. */
    public BigDecimal leverage(String instId, TradeMode mgnMode, PosSide posSide) {
        Market market = session.state.markets.get(instId);
        return market == null ? BigDecimal.ONE : session.state.positions.lever(market.spec, mgnMode, posSide);
    }

    /** Returns whether a contract has ended; false for one that the feed does not have. */
    public boolean isExpired(String instId) {
        Market market = session.state.markets.get(instId);
        return market != null && market.isExpired();
    }

    /** Returns every contract that has ended since the account began, oldest first. */
    public List<DeliveryView> deliveries() {
        return Collections.unmodifiableList(session.state.deliveries);
    }

    /**
     * Returns the settlement price that a contract would have if it ended now, or null when it has no price or never
     * ends.
     */
    public @Nullable BigDecimal estimatedPrice(String instId) {
        return session.expiries.estimate(instId);
    }

    /** Returns the options of a family that are priced; of one expiry when it is given. */
    public List<OptionView> options(String family, @Nullable Instant expTime) {
        return new OptionViews(session.state).summary(family, expTime);
    }

    /** Returns the Greeks of all positions by the coin that they are about. */
    public Map<String, Greeks> greeks() {
        return new OptionViews(session.state).greeks();
    }

    /** Returns how the account is set up. */
    public AccountConfig config() {
        return session.state.account.view();
    }

    /** Returns market-maker protection of the families for which it was set, by name. */
    public List<ProtectionView> protections() {
        return session.state.protections.values().stream()
                .filter(Protection::isSet)
                .map(protection -> protection.view(now()))
                .toList();
    }

    /** Returns the balances of the funding account, by name of the currency; those that it has held. */
    public Map<String, BigDecimal> funding() {
        return session.views.funding();
    }

    /** Returns what an amount of a currency is worth in US dollars, or null when the feed has no price of it. */
    public @Nullable BigDecimal usd(String ccy, BigDecimal amount) {
        return session.views.usd(ccy, amount);
    }

    /** Returns every transfer between funding and trading account, oldest first. */
    public List<TransferView> transfers() {
        return Collections.unmodifiableList(session.state.transfers);
    }

    /** Returns the timer of cancel-all-after that goes off first, if it does by a moment of its owner's clock. */
    public Command.@Nullable CancelAll due(Instant ownersTime) {
        return session.timers.due(ownersTime);
    }

    /** Returns the latest id given to an order, algo order, position, bill, fill or transfer; zero when none was. */
    public long lastId() {
        return ids.last();
    }

    /** Returns what has been given out, for ids to go on behind it. */
    public Command.Past past() {
        long trade = session.state.markets.values().stream()
                .mapToLong(Market::trades)
                .max()
                .orElse(0);
        return new Command.Past(BigDecimal.valueOf(ids.last()), BigDecimal.valueOf(trade));
    }

    /** Returns the best rows of an instrument's book, or null before its first price. */
    public @Nullable BookView book(String instId, int depth) {
        Market market = session.state.markets.get(instId);
        return market == null || !market.hasBook() ? null : session.views.book(market, depth);
    }

    /** Returns an instrument's price, or null before its first price. */
    public @Nullable QuoteView quote(String instId) {
        Market market = session.state.markets.get(instId);
        return market == null || !market.hasPrice() ? null : session.views.quote(market);
    }

    /** Returns the whole state as text: equal text means equal state. */
    public String digest() {
        return Digest.of(session);
    }

    private Reply reset(Command.Reset reset) {
        Instant start = reset.start() == null ? feed.begin() : reset.start();
        if (start.isBefore(feed.start()) || start.isAfter(feed.end())) {
            throw RefusedException.parameter("start", "the data are from " + feed.start() + " to " + feed.end());
        }
        ids.goOn(reset.past() == null ? past() : reset.past());
        session = new Session(feed, ids, start, reset.balances());
        if (watch != null) {
            session.watch(watch);
            for (InstrumentSpec spec : feed.instruments()) {
                session.state.tape.tell(new VenueEvent.Priced(start, spec.instId()));
            }
            session.tell();
        }
        return new Reply.WasReset(start);
    }
}

package dev.okx4j.paper.venue;

import dev.okx4j.paper.feed.Feed;
import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.InstrumentType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Everything that a venue remembers. */
final class State {

    final Ids ids;
    final Ledger ledger = new Ledger();
    final Orders orders = new Orders();
    final Positions positions = new Positions();
    final Algos algos = new Algos();
    final Tape tape = new Tape();
    /** How the account is set up. */
    final AccountSettings account = new AccountSettings();

    final DemoDesk.Count demo = new DemoDesk.Count();
    /** The prices of indices that the feed has told. */
    final Indices indices = new Indices();
    /** Every instrument of the feed in its order, priced or not. */
    final Map<String, Market> markets = new LinkedHashMap<>();
    /** Every currency that an instrument of the feed names; no other can be deposited. */
    final TreeSet<String> currencies = new TreeSet<>();
    /** When the timers of cancel-all-after go off, by tag; empty is the one of the whole account. */
    final TreeMap<String, Instant> timers = new TreeMap<>();
    /** Market-maker protection by family of options; only of those that somebody has asked something of. */
    final TreeMap<String, Protection> protections = new TreeMap<>();
    /** Every contract that has ended, oldest first. */
    final List<DeliveryView> deliveries = new ArrayList<>();
    /** Every transfer between the owner's accounts, oldest first. */
    final List<TransferView> transfers = new ArrayList<>();
    /** A future of each index and expiry, which options on them take their forward price from. */
    private final Map<String, String> futures = new HashMap<>();
    /** Market time. */
    Instant now;

    State(Feed feed, Ids ids, Instant now) {
        this.ids = ids;
        this.now = now;
        for (InstrumentSpec spec : feed.instruments()) {
            markets.put(spec.instId(), new Market(spec, ids.tradesBefore(), () -> index(spec), pricing(spec)));
            if (spec.instType() == InstrumentType.FUTURES) {
                futures.putIfAbsent(expiry(spec), spec.instId());
            }
            currencies.add(spec.baseCcy());
            currencies.add(spec.quoteCcy());
            currencies.add(spec.settleCcy());
        }
    }

    /** Returns a new id for an order, algo order, position, bill or fill. */
    long nextId() {
        return ids.next(now);
    }

    /** Returns the market of an instrument, or refuses with 51001. */
    Market market(String instId) {
        Market market = markets.get(instId);
        if (market == null) {
            throw RefusedException.because("51001", "Instrument " + instId + " does not exist in this feed");
        }
        return market;
    }

    /** Returns the market of an instrument that can be traded because it has a price. */
    Market pricedMarket(String instId) {
        Market market = market(instId);
        if (market.isExpired()) {
            throw RefusedException.because("51027", "Contract " + instId + " has expired");
        }
        if (!market.hasPrice()) {
            throw RefusedException.because("51021", instId + " has no price yet at this market time");
        }
        return market;
    }

    /** Returns the mark price of a position. */
    BigDecimal mark(Holding holding) {
        return market(holding.instId).mark();
    }

    /** Returns the index price of an instrument: as told, else that of the spot market of the same pair, or null. */
    private @Nullable BigDecimal index(InstrumentSpec spec) {
        String index = spec.isContract() ? spec.uly() : spec.instId();
        BigDecimal told = indices.last(index);
        Market spot = markets.get(index);
        if (told != null) {
            return told;
        }
        if (spot != null && spot.hasPrice()) {
            return spot.last();
        }
        return spec.optType() == null ? null : dollars(spec.baseCcy());
    }

    /** Returns how an option is priced, or null for what is no option. */
    private @Nullable OptionPricing pricing(InstrumentSpec spec) {
        return spec.optType() == null ? null : new OptionPricing(spec, () -> forward(spec), () -> now);
    }

    /** Returns the mark price of the future of the same index and expiry, else the index price, or null. */
    private @Nullable BigDecimal forward(InstrumentSpec option) {
        String listed = futures.get(expiry(option));
        Market future = listed == null ? null : markets.get(listed);
        return future != null && future.hasPrice() && !future.isExpired() ? future.mark() : index(option);
    }

    private static String expiry(InstrumentSpec spec) {
        return spec.uly() + " " + spec.expTime();
    }

    /** Returns what a coin costs in dollars: its pair against a stablecoin, else an index, else a contract on it; or null. */
    @Nullable
    BigDecimal dollars(String ccy) {
        for (String instId : List.of(ccy + "-USDT", ccy + "-USDC", ccy + "-USDT-SWAP")) {
            Market market = markets.get(instId);
            if (market != null && market.hasPrice()) {
                return market.last();
            }
        }
        BigDecimal index = indices.last(ccy + "-USD");
        if (index != null) {
            return index;
        }
        for (Market market : markets.values()) {
            if (market.spec.isInverse() && market.spec.settleCcy().equals(ccy) && market.hasPrice()) {
                return market.index();
            }
        }
        return null;
    }

    /** Refuses a currency that nothing trades with 51012. */
    void requireCurrency(String ccy) {
        if (!currencies.contains(ccy)) {
            throw RefusedException.because("51012", "Currency " + ccy + " does not exist in this feed");
        }
    }
}

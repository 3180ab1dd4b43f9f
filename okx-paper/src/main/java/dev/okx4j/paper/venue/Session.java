package dev.okx4j.paper.venue;

import dev.okx4j.paper.feed.Feed;
import dev.okx4j.paper.feed.MarketEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The life of one account from its first balances on. */
final class Session {

    /** All that the session remembers. */
    final State state;

    final Views views;
    final Timers timers;
    /** The ends of contracts to come. */
    final Expiries expiries;

    final Capacity capacity;
    /** The moment that the session has begun at. */
    final Instant since;

    private final transient Feed feed;
    private final transient Feed.Cursor cursor;
    /** How many of the feed's events it has lived through. */
    private long lived;

    private final Funds funds;
    private final Desk desk;
    private final WorkDesk work;
    private final AlgoDesk algoDesk;
    private final AmendDesk amendDesk;
    private final ExitDesk exitDesk;
    private final TransferDesk transferDesk;
    private final SettingsDesk settingsDesk;
    private final ProtectionDesk protectionDesk;
    private final Walk walk;
    private final QueueDesk queueDesk;
    private final OptionDesk optionDesk;
    private final Funding funding;
    private transient @Nullable Watch watch;
    private final Prices prices;
    /** The leg that a fill has interrupted, or null: market time then stands inside it. */
    private @Nullable Leg leg;

    Session(Feed feed, Ids ids, Instant start, Map<String, BigDecimal> balances) {
        this.feed = feed;
        this.cursor = feed.after(start);
        this.since = start;
        this.state = new State(feed, ids, start);
        this.funds = new Funds(state);
        this.desk = new Desk(state, funds);
        Repricing repricing = new Repricing(state, funds, desk);
        this.work = new WorkDesk(state, desk, repricing);
        this.algoDesk = new AlgoDesk(state, desk, work);
        this.amendDesk = new AmendDesk(state, repricing, desk, algoDesk);
        this.exitDesk = new ExitDesk(state, desk);
        this.transferDesk = new TransferDesk(state, funds);
        this.timers = new Timers(state, desk);
        this.settingsDesk = new SettingsDesk(state);
        this.protectionDesk = new ProtectionDesk(state, desk);
        Liquidation liquidation = new Liquidation(state, funds, desk);
        this.prices = new Prices(state, liquidation);
        this.expiries = new Expiries(state, desk, algoDesk, liquidation);
        this.walk = new Walk(state, desk, algoDesk, liquidation);
        this.queueDesk = new QueueDesk(state, desk, walk);
        this.optionDesk = new OptionDesk(state, queueDesk, liquidation);
        this.funding = new Funding(state, liquidation);
        this.capacity = new Capacity(state, funds);
        this.views = new Views(state, funds, liquidation);
        for (MarketEvent last : feed.standing(start)) {
            if (last instanceof MarketEvent.Move move) {
                Market market = state.market(move.instId());
                market.begin(move);
                market.price(move.to());
            } else {
                queueDesk.restore(last);
            }
        }
        feed.standing(start).forEach(last -> {
            if (last instanceof MarketEvent.Volatility volatility) {
                optionDesk.tell(volatility);
            }
        });
        List<Command.Deposit> first = new ArrayList<>();
        new TreeMap<>(balances).forEach((ccy, amt) -> {
            if (amt.signum() != 0) {
                first.add(new Command.Deposit(ccy, amt));
            }
        });
        transferDesk.deposit(first);
        state.ledger.verify();
    }

    /** Returns the leg that the market clock has stopped on, or null. */
    @Nullable
    Leg leg() {
        return leg;
    }

    /** Goes to where the feed was left, when the session's memory has been read. */
    void resume() {
        for (long event = 0; event < lived; event++) {
            if (cursor.peek() == null) {
                throw new IllegalStateException("the feed has " + event + " events and not " + lived);
            }
            cursor.skip();
        }
    }

    /** Lets somebody watch what happens from now on. */
    void watch(Watch watch) {
        state.tape.watched();
        this.watch = watch;
    }

    /** Returns the moment of the leg under way, the next event or the next end of a contract, or null when there is none. */
    @Nullable
    Instant next() {
        if (leg != null) {
            return leg.move.ts();
        }
        MarketEvent next = cursor.peek();
        Instant end = expiries.next();
        if (next == null || (end != null && end.isBefore(next.ts()))) {
            return end;
        }
        return next.ts();
    }

    /** Carries out a command; a refusal is thrown before anything has changed. */
    Reply apply(Command command) {
        state.tape.drain();
        state.tape.news();
        Reply reply = carryOut(command);
        tell();
        return reply;
    }

    /** Tells those who watch what has happened since they were last told. */
    void tell() {
        if (watch != null) {
            watch.stepped(state.tape.news());
        }
    }

    private Reply carryOut(Command command) {
        if (command instanceof Command.Place place) {
            return place(place.ticket());
        } else if (command instanceof Command.Cancel cancel) {
            return exitDesk.cancel(cancel);
        } else if (command instanceof Command.Amend amend) {
            return amendDesk.amend(amend);
        } else if (command instanceof Command.ClosePosition close) {
            return exitDesk.close(close);
        } else if (command instanceof Command.CancelAllAfter after) {
            return timers.set(after);
        } else if (command instanceof Command.CancelAll all) {
            return timers.goOff(all);
        } else if (command instanceof Command.MassCancel cancel) {
            return protectionDesk.cancel(cancel);
        } else if (command instanceof Command.PlaceAlgo place) {
            Algo algo = algoDesk.place(place.ticket());
            return new Reply.AlgoPlaced(
                    algo.algoId(), Texts.orEmpty(algo.ticket.algoClOrdId()), Texts.orEmpty(algo.ticket.tag()));
        } else if (command instanceof Command.CancelAlgo cancel) {
            return cancelAlgo(cancel);
        } else if (command instanceof Command.AmendAlgo amend) {
            return amendDesk.amend(amend);
        } else if (command instanceof Command.SetLeverage set) {
            new LeverageDesk(state, funds).set(set);
            return new Reply.LeverageSet(set.instId(), set.mgnMode(), set.lever(), set.posSide());
        } else if (command instanceof Command.Advance advance) {
            return advance(advance);
        } else if (command instanceof Command.Deposit deposit) {
            return new Reply.Deposited(deposit.ccy(), deposit.amt(), transferDesk.deposit(deposit));
        } else if (command instanceof Command.Transfer transfer) {
            return new Reply.Transferred(transferDesk.transfer(transfer));
        }
        return setUp(command);
    }

    /** Carries out a command about how the account is set up. */
    private Reply setUp(Command command) {
        if (command instanceof Command.AdjustMargin adjust) {
            return new MarginDesk(state, funds).adjust(adjust);
        } else if (command instanceof Command.DemoAdjust adjust) {
            return new DemoDesk(state, funds).adjust(adjust);
        } else if (command instanceof Command.SetPositionMode set) {
            return settingsDesk.set(set);
        } else if (command instanceof Command.SetAccountLevel set) {
            return settingsDesk.set(set);
        } else if (command instanceof Command.SetFeeType set) {
            return settingsDesk.set(set);
        } else if (command instanceof Command.SetGreeks set) {
            return settingsDesk.set(set);
        } else if (command instanceof Command.SetProtection set) {
            return protectionDesk.set(set);
        } else if (command instanceof Command.ResetProtection reset) {
            return protectionDesk.reset(reset);
        }
        throw new IllegalStateException("a session does not know " + command);
    }

    /** Places an order; the events of the answer are what it did at once. */
    private Reply place(OrderTicket ticket) {
        Working order = desk.place(ticket, Working.Origin.OWNER);
        return new Reply.Placed(
                order.ordId(),
                Texts.orEmpty(ticket.clOrdId()),
                Texts.orEmpty(ticket.tag()),
                state.now,
                state.tape.drain());
    }

    /** Cancels a live algo order: 51400 when unknown, 51401 when cancelled, 51416 when triggered. */
    private Reply cancelAlgo(Command.CancelAlgo cancel) {
        state.market(cancel.instId());
        if (cancel.algoId() == null && cancel.algoClOrdId() == null) {
            throw RefusedException.because("50015", "Either algoId or algoClOrdId is required");
        }
        Algo algo = state.algos.find(cancel.instId(), cancel.algoId(), cancel.algoClOrdId());
        if (algo == null) {
            throw RefusedException.because("51400", "Cancellation failed: the algo order does not exist");
        }
        if (algo.state.isOver()) {
            boolean canceled = algo.state == AlgoState.CANCELED;
            throw RefusedException.because(
                    canceled ? "51401" : "51416",
                    "Cancellation failed: the algo order has been " + (canceled ? "canceled" : "triggered"));
        }
        algoDesk.cancel(algo);
        return new Reply.AlgoCancelled(algo.algoId(), Texts.orEmpty(algo.ticket.algoClOrdId()));
    }

    /** Runs the feed's events up to a moment, and on from a leg that a fill had interrupted. */
    private Reply advance(Command.Advance advance) {
        if (advance.to().isBefore(state.now)) {
            throw RefusedException.parameter("to", "market time is already " + state.now);
        }
        int before = state.tape.fills.size();
        BooleanSupplier pause = () -> advance.untilFill() && state.tape.fills.size() > before;
        while (leg != null || due(advance.to())) {
            if (!step(pause)) {
                return new Reply.Advanced(state.now, Reply.Stop.FILL, state.tape.drain());
            }
        }
        boolean pastEnd = advance.to().isAfter(feed.end());
        Instant target = pastEnd ? feed.end() : advance.to();
        if (target.isAfter(state.now)) {
            state.now = target;
        }
        return new Reply.Advanced(state.now, pastEnd ? Reply.Stop.END_OF_DATA : Reply.Stop.TARGET, state.tape.drain());
    }

    /** Lets everything happen that an event has called for once it is over: triggers on its price, slices that are free. */
    private void settle() {
        optionDesk.follow();
        for (Market market : state.markets.values()) {
            if (market.hasPrice() && !market.triggers.isEmpty()) {
                algoDesk.fireDue(market);
            }
        }
        work.settle();
    }

    /** Returns whether the feed has an event, an algo order a slice, or a contract its end, up to a moment. */
    private boolean due(Instant to) {
        MarketEvent next = cursor.peek();
        Instant by = to.isAfter(feed.end()) ? feed.end() : to;
        Instant end = expiries.next();
        return (next != null && !next.ts().isAfter(to)) || sliceDue(by) || (end != null && !end.isAfter(by));
    }

    /** Lets a contract end whose time comes before the next event, and says whether there was one. */
    private boolean endDue(@Nullable MarketEvent next) {
        Instant end = expiries.next();
        if (end == null || (next == null ? end.isAfter(feed.end()) : !end.isBefore(next.ts()))) {
            return false;
        }
        state.now = end;
        expiries.end();
        return true;
    }

    /** Returns whether a slice of a TWAP order is due by a moment, and before the feed's next event. */
    private boolean sliceDue(Instant to) {
        Instant slice = work.due();
        MarketEvent next = cursor.peek();
        Instant end = expiries.next();
        return slice != null
                && !slice.isAfter(to)
                && (next == null || slice.isBefore(next.ts()))
                && (end == null || !slice.isAfter(end));
    }

    /** Lives through the leg under way or the next event; returns false when it is to stop because of a fill. */
    private boolean step(BooleanSupplier pause) {
        if (leg == null && sliceDue(feed.end())) {
            state.now = work.slice();
        } else if (leg == null) {
            MarketEvent next = cursor.peek();
            if (endDue(next)) {
                state.ledger.verify();
                return !pause.getAsBoolean();
            }
            if (next == null) {
                return true;
            }
            cursor.skip();
            lived++;
            state.now = next.ts();
            state.tape.tell(new VenueEvent.Priced(next.ts(), next.instId()));
            Market market = state.markets.get(next.instId());
            if (market != null && market.isExpired()) {
                return true;
            }
            if (next instanceof MarketEvent.Move move) {
                leg = new Leg(move);
            } else if (next instanceof MarketEvent.FundingRate rate) {
                funding.charge(rate);
            } else if (next instanceof MarketEvent.Trade trade) {
                state.tape.tell(new VenueEvent.Traded(
                        trade.ts(), trade.instId(), trade.tradeId(), trade.px(), trade.sz(), trade.side(), false));
                queueDesk.trade(trade);
            } else if (next instanceof MarketEvent.Depth depth) {
                queueDesk.depth(depth);
            } else if (next instanceof MarketEvent.OpenInterest interest) {
                queueDesk.restore(interest);
            } else if (next instanceof MarketEvent.Mark mark) {
                prices.mark(mark);
            } else if (next instanceof MarketEvent.Index index) {
                prices.index(index);
            } else if (next instanceof MarketEvent.Volatility volatility) {
                optionDesk.tell(volatility);
            }
        }
        if (leg != null && walk.along(leg, pause)) {
            leg = null;
        }
        if (leg == null) {
            settle();
        }
        state.ledger.verify();
        tell();
        return !pause.getAsBoolean() && leg == null;
    }
}

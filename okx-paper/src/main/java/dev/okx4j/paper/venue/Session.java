package dev.okx4j.paper.venue;

import dev.okx4j.paper.feed.Feed;
import dev.okx4j.paper.feed.MarketEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The life of one account from its first balances on. */
final class Session {

    /** All that the session remembers. */
    final State state;

    final Views views;
    private final Feed feed;
    private final Feed.Cursor cursor;
    private final Funds funds;
    private final Desk desk;
    private final AlgoDesk algoDesk;
    private final Walk walk;
    private final Funding funding;
    /** The leg that a fill has interrupted, or null: market time then stands inside it. */
    private @Nullable Leg leg;

    Session(Feed feed, Ids ids, Instant start, Map<String, BigDecimal> balances) {
        this.feed = feed;
        this.cursor = feed.after(start);
        this.state = new State(feed, ids, start);
        this.funds = new Funds(state);
        this.desk = new Desk(state, funds);
        this.algoDesk = new AlgoDesk(state, desk);
        Liquidation liquidation = new Liquidation(state, funds, desk);
        this.walk = new Walk(state, desk, algoDesk, liquidation);
        this.funding = new Funding(state, liquidation);
        this.views = new Views(state, funds, liquidation);
        for (MarketEvent.Move last : feed.lastMoves(start)) {
            Market market = state.market(last.instId());
            market.begin(last);
            market.price(last.to());
        }
        List<Command.Deposit> first = new ArrayList<>();
        balances.forEach((ccy, amt) -> {
            if (amt.signum() != 0) {
                first.add(new Command.Deposit(ccy, amt));
            }
        });
        // All are checked before the first takes an id: the ids outlive a session that is refused.
        first.forEach(this::requireDeposit);
        first.forEach(this::deposit);
        state.ledger.verify();
    }

    /** Returns the leg that the market clock has stopped on, or null. */
    @Nullable
    Leg leg() {
        return leg;
    }

    /** Carries out a command; a refusal is thrown before anything has changed. */
    Reply apply(Command command) {
        state.tape.drain();
        if (command instanceof Command.Place place) {
            return place(place.ticket());
        } else if (command instanceof Command.Cancel cancel) {
            return cancel(cancel);
        } else if (command instanceof Command.PlaceAlgo place) {
            Algo algo = algoDesk.place(place.ticket());
            return new Reply.AlgoPlaced(
                    algo.algoId(), Texts.orEmpty(algo.ticket.algoClOrdId()), Texts.orEmpty(algo.ticket.tag()));
        } else if (command instanceof Command.CancelAlgo cancel) {
            return cancelAlgo(cancel);
        } else if (command instanceof Command.SetLeverage set) {
            new LeverageDesk(state, funds).set(set);
            return new Reply.LeverageSet(set.instId(), set.mgnMode(), set.lever());
        } else if (command instanceof Command.Advance advance) {
            return advance(advance);
        } else if (command instanceof Command.Deposit deposit) {
            return new Reply.Deposited(deposit.ccy(), deposit.amt(), deposit(deposit));
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

    /** Cancels an open order: 51400 when unknown, 51401 when cancelled, 51402 when filled. */
    private Reply cancel(Command.Cancel cancel) {
        state.market(cancel.instId());
        if (cancel.ordId() == null && cancel.clOrdId() == null) {
            throw RefusedException.because("51407", "Either ordId or clOrdId is required");
        }
        Working order = state.orders.find(cancel.instId(), cancel.ordId(), cancel.clOrdId());
        if (order == null) {
            throw RefusedException.because("51400", "Cancellation failed: the order does not exist");
        }
        if (!order.isOpen()) {
            boolean filled = order.state == OrderState.FILLED;
            throw RefusedException.because(
                    filled ? "51402" : "51401",
                    "Cancellation failed: the order is already " + (filled ? "filled" : "canceled"));
        }
        desk.cancel(order, Cancellation.BY_USER);
        return new Reply.Cancelled(order.ordId(), Texts.orEmpty(order.ticket.clOrdId()), state.now);
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
        if (algo.state != AlgoState.LIVE) {
            boolean canceled = algo.state == AlgoState.CANCELED;
            throw RefusedException.because(
                    canceled ? "51401" : "51416",
                    "Cancellation failed: the algo order has been " + (canceled ? "canceled" : "triggered"));
        }
        algoDesk.cancel(algo);
        return new Reply.AlgoCancelled(algo.algoId(), Texts.orEmpty(algo.ticket.algoClOrdId()));
    }

    /** Adds money and returns the id of its bill. */
    private String deposit(Command.Deposit deposit) {
        requireDeposit(deposit);
        state.ledger.move(
                Wallet.of(Wallet.Kind.EXTERNAL, deposit.ccy()),
                Wallet.of(Wallet.Kind.CASH, deposit.ccy()),
                deposit.amt());
        return Bills.transfer(state, new Bills.Entry("1", "11", deposit.ccy(), null, ""), deposit.amt());
    }

    /** Refuses a currency that nothing trades, and an amount that is not above zero. */
    private void requireDeposit(Command.Deposit deposit) {
        state.requireCurrency(deposit.ccy());
        if (deposit.amt().signum() <= 0) {
            throw RefusedException.parameter("amt", "it must be above 0");
        }
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

    /** Returns whether the feed has another event up to a moment. */
    private boolean due(Instant to) {
        MarketEvent next = cursor.peek();
        return next != null && !next.ts().isAfter(to);
    }

    /** Lives through the leg under way or the next event; returns false when it is to stop because of a fill. */
    private boolean step(BooleanSupplier pause) {
        if (leg == null) {
            MarketEvent next = cursor.peek();
            if (next == null) {
                return true;
            }
            cursor.skip();
            state.now = next.ts();
            if (next instanceof MarketEvent.Move move) {
                leg = new Leg(move);
            } else if (next instanceof MarketEvent.FundingRate rate) {
                funding.charge(rate);
            }
        }
        if (leg != null && walk.along(leg, pause)) {
            leg = null;
        }
        state.ledger.verify();
        return !pause.getAsBoolean() && leg == null;
    }
}

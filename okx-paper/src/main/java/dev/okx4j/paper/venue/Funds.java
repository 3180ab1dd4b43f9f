package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * What the account's money in one currency is bound by: derived from orders and positions each time, never stored.
 *
 * <p>A spot order freezes what it would pay. A contract order freezes initial margin and taker fee of the part that
 * would open; of the orders against a position, the oldest are taken to close it.
 */
final class Funds {

    private final State state;

    Funds(State state) {
        this.state = state;
    }

    /** Returns the cash balance. */
    BigDecimal cash(String ccy) {
        return state.ledger.cash(ccy);
    }

    /** Returns the margin inside an isolated position; kept by position, so not for cross ones. */
    BigDecimal margin(Holding holding) {
        return state.ledger.of(Wallet.margin(holding));
    }

    /** Returns the unrealised profit of all cross positions of a currency but options. */
    BigDecimal crossUpl(String ccy) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Holding holding : state.positions.cross(ccy)) {
            sum = sum.add(holding.gain(state.mark(holding)));
        }
        return sum;
    }

    /** Returns what the cross options of a currency would bring at their mark prices. */
    BigDecimal optVal(String ccy) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Holding holding : state.positions.cross(ccy)) {
            sum = sum.add(holding.optVal(state.mark(holding)));
        }
        return sum;
    }

    /** Returns the initial margin of all cross positions of a currency. */
    BigDecimal imr(String ccy) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Holding holding : state.positions.cross(ccy)) {
            sum = sum.add(imr(holding));
        }
        return sum;
    }

    /** Returns the initial margin of a position at its mark price, rounded up. */
    BigDecimal imr(Holding holding) {
        if (holding.isOption()) {
            BigDecimal needed = holding.isLong()
                    ? BigDecimal.ZERO
                    : OptionMargin.initial(state.market(holding.instId), holding.pos.abs());
            return Rounding.marginAsked(needed, BigDecimal.ONE);
        }
        return Rounding.marginAsked(holding.notional(state.mark(holding)), state.positions.lever(holding));
    }

    /** Returns the maintenance margin of all cross positions of a currency. */
    BigDecimal mmr(String ccy) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Holding holding : state.positions.cross(ccy)) {
            sum = sum.add(maintenance(holding, state.mark(holding)));
        }
        return sum;
    }

    /** Returns the maintenance margin of a position at a mark price. */
    BigDecimal maintenance(Holding holding, BigDecimal mark) {
        return holding.isOption()
                ? OptionMargin.maintenance(state.market(holding.instId), holding, mark)
                : holding.maintenance(mark);
    }

    /** Returns the equity that a position needs at a mark price: maintenance margin and closing fee. */
    BigDecimal buffer(Holding holding, BigDecimal mark) {
        if (!holding.isOption()) {
            return holding.notional(mark).multiply(holding.lossBuffer());
        }
        Market market = state.market(holding.instId);
        return holding.isLong()
                ? BigDecimal.ZERO
                : maintenance(holding, mark).add(OptionMargin.fee(market, holding.pos.abs(), mark, state.now));
    }

    /**
     * Returns what an option order has to have.
     *
     * @param opening contracts that would open
     * @param closing contracts that would close a position
     */
    BigDecimal option(OrderTicket ticket, BigDecimal opening, BigDecimal closing, BigDecimal px) {
        Holding held = closing.signum() == 0 ? null : state.positions.find(ticket);
        BigDecimal freed = BigDecimal.ZERO;
        if (held != null && !held.isLong()) {
            BigDecimal margin = held.isIsolated() ? margin(held) : imr(held);
            freed = Rounding.marginReleased(margin, closing, held.pos.abs());
        }
        return OptionMargin.order(
                state.market(ticket.instId()), ticket.side(), opening, closing, px, freed, state.now);
    }

    /** Returns what can be spent or moved out of the cash: unrealised profit does not count, unrealised loss does. */
    BigDecimal spendable(String ccy) {
        return cash(ccy)
                .add(crossUpl(ccy).min(BigDecimal.ZERO))
                .subtract(imr(ccy))
                .subtract(frozen(ccy));
    }

    /** Returns what can be used as cross margin: unrealised profit counts. */
    BigDecimal usable(String ccy) {
        return cash(ccy).add(crossUpl(ccy)).subtract(imr(ccy)).subtract(frozen(ccy));
    }

    /** Returns what an order in this mode can be margined with; unrealised profit counts for cross only. */
    BigDecimal available(String ccy, TradeMode mode) {
        return mode == TradeMode.CROSS ? usable(ccy) : spendable(ccy);
    }

    /** Returns what open orders freeze. */
    BigDecimal frozen(String ccy) {
        BigDecimal sum = BigDecimal.ZERO;
        Map<Positions.Key, BigDecimal> closable = new HashMap<>();
        for (Working order : state.orders.open()) {
            if (freezes(order, ccy)) {
                sum = sum.add(frozen(order, opening(order, closable)));
            }
        }
        return sum;
    }

    /**
     * Returns how much of a new order would open rather than close, when a part of it trades at once.
     *
     * <p>That part meets the position as it is; the rest queues behind the orders that already wait to close it.
     */
    BigDecimal opening(OrderTicket ticket, BigDecimal tradesNow, BigDecimal rests) {
        if (ticket.closes()) {
            return BigDecimal.ZERO;
        }
        Holding holding = state.positions.find(ticket);
        if (holding == null || holding.reducingSide() != ticket.side()) {
            return tradesNow.add(rests);
        }
        BigDecimal closable = holding.pos.abs();
        BigDecimal closesNow = tradesNow.min(closable);
        closable = closable.subtract(closesNow);
        for (Working order : state.orders.open()) {
            if (order.concerns(holding) && order.side() == ticket.side()) {
                closable = closable.subtract(order.open());
            }
        }
        BigDecimal closesLater = rests.min(closable.max(BigDecimal.ZERO));
        return tradesNow.subtract(closesNow).add(rests).subtract(closesLater);
    }

    /** Returns initial margin and taker fee that a contract order has to have. */
    static BigDecimal marginAndFee(Market market, BigDecimal notional, BigDecimal lever) {
        return Rounding.marginAsked(notional, lever).add(fee(market, notional));
    }

    static BigDecimal fee(Market market, BigDecimal value) {
        return value.multiply(market.spec.takerFee().negate().max(BigDecimal.ZERO));
    }

    private BigDecimal opening(Working order, Map<Positions.Key, BigDecimal> closable) {
        Holding holding = state.positions.find(order.ticket);
        if (holding == null || holding.reducingSide() != order.side()) {
            return order.ticket.closes() ? BigDecimal.ZERO : order.open();
        }
        BigDecimal left = closable.getOrDefault(holding.key(), holding.pos.abs());
        BigDecimal closes = left.min(order.open());
        closable.put(holding.key(), left.subtract(closes));
        return order.ticket.closes() ? BigDecimal.ZERO : order.open().subtract(closes);
    }

    private static boolean freezes(Working order, String ccy) {
        if (order.spec.isContract()) {
            return order.spec.settleCcy().equals(ccy);
        }
        return (order.side() == Side.BUY ? order.spec.quoteCcy() : order.spec.baseCcy()).equals(ccy);
    }

    private BigDecimal frozen(Working order, BigDecimal opening) {
        if (order.spec.optType() != null && order.px != null) {
            return option(order.ticket, opening, order.open().subtract(opening), order.px);
        }
        if (order.px == null || opening.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        Market market = state.market(order.spec.instId());
        if (order.spec.isContract()) {
            return marginAndFee(
                    market,
                    market.value(opening, order.px),
                    state.positions.lever(order.spec, order.ticket));
        }
        if (order.side() == Side.SELL) {
            return order.open();
        }
        BigDecimal value = market.value(order.open(), order.px);
        return order.feeInQuote ? value.add(fee(market, value)) : value;
    }
}

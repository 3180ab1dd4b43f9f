package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Incoming;
import dev.okx4j.paper.engine.IncomingBuilder;
import dev.okx4j.paper.engine.Preview;
import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Whether the account can pay for an order.
 *
 * <p>What an order would trade at once is known exactly from the book, so a market order needs what it will cost, not
 * an estimate. A spot market buy sized in base currency, or sell sized in quote currency, is cut to what the balance
 * can pay unless it forbids that. An order that would flip a position is asked for the margin of the new side before
 * the margin of the old one is free.
 */
final class Purse {

    /** Decimals of a budget from which a fee has been taken. */
    private static final int FINE = 16;

    private final State state;
    private final Funds funds;

    Purse(State state, Funds funds) {
        this.state = state;
        this.funds = funds;
    }

    /** Returns the order bounded by the balance where a spot market order is best effort. */
    Incoming bounded(Market market, OrderTicket ticket, Incoming order) {
        if (market.spec.isContract() || ticket.ordType() != OrderType.MARKET) {
            return order;
        }
        if (order.budget() == null && ticket.side() == Side.BUY && !ticket.banAmend()) {
            return IncomingBuilder.builder(order)
                    .budget(withoutFee(market, spendable(market.spec.quoteCcy())))
                    .build();
        }
        if (order.budget() != null && ticket.side() == Side.SELL && !ticket.banAmend()) {
            return IncomingBuilder.builder(order)
                    .qty(Rounding.floor(spendable(market.spec.baseCcy()), market.spec.lotSz()))
                    .build();
        }
        return order;
    }

    /** Checks that the account can pay for an order that would trade this much at once. */
    void require(Market market, OrderTicket ticket, @Nullable BigDecimal px, Preview now) {
        if (market.spec.isContract()) {
            requireMargin(market, ticket, px, now);
        } else {
            requireBalance(market, ticket, px, now);
        }
    }

    /** Returns what a spot order pays, its fee included when that is taken from the same; a best-effort one the least. */
    private BigDecimal balance(Market market, OrderTicket ticket, @Nullable BigDecimal px, Preview now) {
        boolean buy = ticket.side() == Side.BUY;
        boolean quote = OrderRules.sizedInQuote(market.spec, ticket);
        BigDecimal needed;
        if (px != null) {
            needed = buy ? market.value(ticket.sz(), px) : ticket.sz();
        } else if (buy == quote) {
            needed = ticket.sz();
        } else if (ticket.banAmend()) {
            needed = buy ? now.value() : now.qty();
        } else {
            needed = buy ? market.value(market.spec.minSz(), market.last()) : market.spec.minSz();
        }
        return buy && isFeeInQuote() ? needed.add(Funds.fee(market, needed)) : needed;
    }

    /** Checks a spot order against the balance of what it pays with. */
    private void requireBalance(Market market, OrderTicket ticket, @Nullable BigDecimal px, Preview now) {
        String ccy = ticket.side() == Side.BUY ? market.spec.quoteCcy() : market.spec.baseCcy();
        BigDecimal needed = balance(market, ticket, px, now);
        BigDecimal spendable = spendable(ccy);
        if (spendable.compareTo(needed) < 0) {
            throw RefusedException.because(
                    "51008",
                    "1000",
                    "Order failed. Insufficient " + ccy + " balance in account: " + needed.toPlainString() + " needed, "
                            + spendable.toPlainString() + " available");
        }
    }

    /** Returns whether the account could pay for an order with a leverage, or with the one that is set. */
    boolean canPay(
            Market market, OrderTicket ticket, @Nullable BigDecimal px, Preview now, @Nullable BigDecimal lever) {
        boolean contract = market.spec.isContract();
        BigDecimal needed = contract
                ? margin(market, ticket, px, now, lever)
                : balance(market, ticket, px, now);
        BigDecimal available = contract
                ? margin(market, ticket)
                : spendable(ticket.side() == Side.BUY ? market.spec.quoteCcy() : market.spec.baseCcy());
        return needed.signum() <= 0 || available.compareTo(needed) >= 0;
    }

    /** Returns the margin and fee of the part of a contract order that would open. */
    private BigDecimal margin(
            Market market, OrderTicket ticket, @Nullable BigDecimal px, Preview now, @Nullable BigDecimal asked) {
        BigDecimal total = px == null || !ticket.ordType().rests() ? now.qty() : ticket.sz();
        BigDecimal opening = funds.opening(ticket, now.qty(), total.subtract(now.qty()));
        if (market.option != null) {
            return funds.option(ticket, opening, total.subtract(opening), px == null ? market.last() : px);
        }
        BigDecimal tradesAt = valueNow(market, ticket, now);
        BigDecimal restsAt = px == null ? BigDecimal.ZERO : market.value(total.subtract(now.qty()), px);
        BigDecimal value = tradesAt.add(restsAt);
        BigDecimal notional = value;
        if (opening.compareTo(total) < 0) {
            notional = market.value(opening, dearest(market, ticket, px, now));
        }
        BigDecimal lever = asked == null ? state.positions.lever(market.spec, ticket) : asked;
        return Rounding.marginAsked(notional, lever)
                .add(opening.signum() == 0 ? BigDecimal.ZERO : Funds.fee(market, value));
    }

    /** Checks a contract order against the margin and fee of the part that would open. */
    private void requireMargin(Market market, OrderTicket ticket, @Nullable BigDecimal px, Preview now) {
        BigDecimal needed = margin(market, ticket, px, now, null);
        String ccy = market.spec.settleCcy();
        BigDecimal available = margin(market, ticket);
        if (needed.signum() > 0 && available.compareTo(needed) < 0) {
            throw RefusedException.because(
                    "51008",
                    "1001",
                    "Order failed. Insufficient " + ccy + " margin in account: " + needed.toPlainString() + " needed, "
                            + available.max(BigDecimal.ZERO).toPlainString() + " available");
        }
    }

    /** Returns what a contract order can use; a premium is not paid out of unrealised profit. */
    private BigDecimal margin(Market market, OrderTicket ticket) {
        boolean pays = market.option != null && ticket.side() == Side.BUY;
        return funds.available(market.spec.settleCcy(), pays ? TradeMode.ISOLATED : ticket.tdMode());
    }

    /** Returns what the part that trades at once is worth; of an inverse contract, at most. */
    private static BigDecimal valueNow(Market market, OrderTicket ticket, Preview now) {
        if (now.qty().signum() == 0) {
            return BigDecimal.ZERO;
        }
        return market.spec.isInverse()
                ? market.value(now.qty(), dearest(market, ticket, null, now))
                : now.value().multiply(market.spec.face());
    }

    /**
     * Returns the price, of those that an order may trade at, at which a contract is worth most: the highest, or of an
     * inverse contract the lowest.
     */
    private static BigDecimal dearest(Market market, OrderTicket ticket, @Nullable BigDecimal px, Preview now) {
        if (!market.spec.isInverse()) {
            return px == null ? now.worstPx() : px.max(now.worstPx());
        }
        BigDecimal first = now.qty().signum() == 0 ? null : market.book.best(ticket.side().opposite(), null);
        BigDecimal lowest = ticket.side() == Side.SELL || first == null ? now.worstPx() : first;
        if (px == null || lowest.signum() == 0) {
            return px == null ? lowest : px;
        }
        return px.min(lowest);
    }

    /** Returns how much can be bought for an amount when the fee comes on top of it. */
    private BigDecimal withoutFee(Market market, BigDecimal amount) {
        return isFeeInQuote()
                ? amount.divide(BigDecimal.ONE.add(Funds.fee(market, BigDecimal.ONE)), FINE, RoundingMode.DOWN)
                : amount;
    }

    private boolean isFeeInQuote() {
        return state.account.feeType.equals(AccountSettings.QUOTE);
    }

    private BigDecimal spendable(String ccy) {
        return funds.spendable(ccy).max(BigDecimal.ZERO);
    }

}

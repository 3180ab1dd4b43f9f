package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.Evidence;
import dev.okx4j.paper.feed.InstrumentSpec;
import java.math.BigDecimal;

/** Turns one execution into money, a position, a fill and bills. */
final class Settlement {

    private final State state;

    Settlement(State state) {
        this.state = state;
    }

    /** Settles one execution of an order, at a price, for a size in contracts or base currency, and returns its fill. */
    FillView execute(Working order, BigDecimal px, BigDecimal qty, boolean maker, String how) {
        Market market = state.market(order.spec.instId());
        Execution execution = new Execution(
                market,
                order,
                px,
                qty,
                market.value(qty, px),
                maker,
                rate(market.spec, order, maker),
                (isForced(order) ? "-" : "") + market.nextTrade(),
                market.evidence(how));
        return market.spec.isContract() ? contract(execution) : spot(execution);
    }

    /** Exchanges base and quote currency; the fee is taken as the account is set up. Two bills. */
    private FillView spot(Execution it) {
        String base = it.market.spec.baseCcy();
        String quote = it.market.spec.quoteCcy();
        boolean buy = it.order.side() == Side.BUY;
        BigDecimal baseChange = buy ? it.qty : it.qty.negate();
        BigDecimal quoteChange = buy ? it.value.negate() : it.value;
        boolean feeInBase = it.order.feeCcy().equals(base);
        BigDecimal fee = (feeInBase ? it.qty : it.value).multiply(it.rate);
        receive(base, Wallet.Kind.HOUSE, baseChange);
        receive(quote, Wallet.Kind.HOUSE, quoteChange);
        receive(it.order.feeCcy(), Wallet.Kind.FEES, fee);

        FillView fill = record(it, fee, BigDecimal.ZERO);
        BigDecimal none = BigDecimal.ZERO;
        Change inBase = new Change(baseChange, none, none, feeInBase ? fee : none);
        Change inQuote = new Change(quoteChange, none, none, feeInBase ? none : fee);
        // The fill's own bill, in the currency of the fee, has the older id and so comes first.
        if (feeInBase) {
            bill(it, fill, base, inBase, it.qty);
            bill(it, fill, quote, inQuote, it.value);
        } else {
            bill(it, fill, quote, inQuote, it.value);
            bill(it, fill, base, inBase, it.qty);
        }
        return fill;
    }

    /** Closes first, then opens with the rest: one fill and one bill even when the position turns over. */
    private FillView contract(Execution it) {
        String ccy = it.market.spec.settleCcy();
        Holding held = state.positions.find(it.order.ticket);
        BigDecimal closes = BigDecimal.ZERO;
        Change change = Change.NOTHING;
        if (held != null && held.reducingSide() == it.order.side()) {
            closes = it.qty.min(held.pos.abs());
            change = close(it, held, closes);
        }
        BigDecimal opens = it.qty.subtract(closes);
        if (opens.signum() > 0) {
            change = change.plus(open(it, opens));
        }
        FillView fill = record(it, change.fee, change.pnl);
        bill(it, fill, ccy, change, it.qty);
        return fill;
    }

    /** Closes a part of a position: realises profit, gives back its share of isolated margin, charges the fee. */
    private Change close(Execution it, Holding held, BigDecimal qty) {
        BigDecimal before = held.pos.abs();
        BigDecimal pnl = held.close(it.px, qty);
        if (it.order.origin.isLiquidation()) {
            held.closing.triggerPx = it.market.mark();
        }
        BigDecimal released = BigDecimal.ZERO;
        if (held.isIsolated()) {
            BigDecimal margin = state.ledger.of(Wallet.margin(held));
            released = held.pos.signum() == 0 ? margin : Rounding.marginReleased(margin, qty, before);
            state.ledger.move(Wallet.margin(held), cash(it), released);
        }
        BigDecimal givenBack = BigDecimal.ZERO;
        if (held.isOption()) {
            BigDecimal premium = it.market.value(it.order.side() == Side.SELL ? qty : qty.negate(), it.px);
            givenBack = premium.subtract(pnl);
        }
        receive(it.market.spec.settleCcy(), Wallet.Kind.HOUSE, givenBack.add(pnl));
        BigDecimal fee = chargeFee(it, held, qty);
        if (held.pos.signum() == 0) {
            state.positions.remove(held);
        }
        return new Change(givenBack, released.negate(), pnl, fee);
    }

    /** Opens or adds to a position: takes isolated margin and charges the fee. */
    private Change open(Execution it, BigDecimal qty) {
        OrderTicket ticket = it.order.ticket;
        Holding held = state.positions.find(ticket);
        if (held == null) {
            held = new Holding(it.market.spec, ticket.tdMode(), ticket.position(), state.nextId(), state.now);
            state.positions.add(held);
        }
        held.open(it.order.side(), it.px, qty);
        BigDecimal premium = BigDecimal.ZERO;
        if (held.isOption()) {
            premium = it.market.value(it.order.side() == Side.SELL ? qty : qty.negate(), it.px);
            receive(it.market.spec.settleCcy(), Wallet.Kind.HOUSE, premium);
        }
        BigDecimal taken = BigDecimal.ZERO;
        if (held.isIsolated()) {
            taken = taken(it, held, qty);
            state.ledger.move(cash(it), Wallet.margin(held), taken);
        }
        return new Change(premium, taken, BigDecimal.ZERO, chargeFee(it, held, qty));
    }

    /** Returns the margin that opening an isolated position takes; a long option has none. */
    private BigDecimal taken(Execution it, Holding held, BigDecimal qty) {
        if (!held.isOption()) {
            return Rounding.marginTaken(it.market.value(qty, it.px), state.positions.lever(held));
        }
        return held.isLong()
                ? BigDecimal.ZERO
                : Rounding.marginTaken(OptionMargin.initial(it.market, qty), BigDecimal.ONE);
    }

    /** Returns the fee of a part of an execution with OKX's sign. */
    private BigDecimal fee(Execution it, BigDecimal qty) {
        if (it.market.option == null) {
            return it.market.value(qty, it.px).multiply(it.rate);
        }
        return it.order.origin.isDelivery()
                ? OptionMargin.exerciseFee(it.market, qty, it.px, state.now)
                : OptionMargin.fee(it.market, it.rate, qty, it.px, state.now);
    }

    /** Charges the fee of a part of an execution to the position, and returns it with OKX's sign. */
    private BigDecimal chargeFee(Execution it, Holding held, BigDecimal qty) {
        BigDecimal fee = fee(it, qty);
        receive(it.market.spec.settleCcy(), Wallet.Kind.FEES, fee);
        held.fee = held.fee.add(fee);
        held.tradeId = it.tradeId;
        held.uTime = state.now;
        return fee;
    }

    /** Writes the fill, to the order and to the tape. */
    private FillView record(Execution it, BigDecimal fee, BigDecimal pnl) {
        Working order = it.order;
        FillView fill = new FillView(
                it.market.spec.instType(),
                it.market.spec.instId(),
                it.tradeId,
                order.ordId(),
                Texts.orEmpty(order.ticket.clOrdId()),
                Long.toString(state.nextId()),
                subType(it),
                Texts.orEmpty(order.ticket.tag()),
                it.px,
                it.qty,
                pnl,
                it.market.mark(),
                order.side(),
                order.ticket.position(),
                it.maker,
                order.feeCcy(),
                fee,
                it.rate,
                state.now,
                it.evidence);
        order.add(fill);
        state.tape.fill(fill);
        if (!order.origin.isLiquidation()) {
            it.market.recent.add(new TradeView(
                    fill.instId(),
                    fill.tradeId(),
                    it.px,
                    it.qty,
                    it.maker ? order.side().opposite() : order.side(),
                    state.now));
        }
        return fill;
    }

    /** Writes the bill of one currency; the one of the fee currency shares the fill's {@code billId}. */
    private void bill(Execution it, FillView fill, String ccy, Change change, BigDecimal sz) {
        boolean feeHere = ccy.equals(fill.feeCcy());
        state.tape.bills.add(new BillView(
                feeHere ? fill.billId() : Long.toString(state.nextId()),
                it.order.origin.isDelivery() ? "3" : it.order.origin.isLiquidation() ? "5" : "2",
                fill.subType(),
                ccy,
                change.cash(),
                state.ledger.cash(ccy),
                change.margin,
                state.ledger.of(Wallet.margin(ccy, it.market.spec.instId(), it.order.ticket.position())),
                sz,
                it.px,
                change.pnl,
                change.fee,
                it.order.ticket.tdMode(),
                it.market.spec.instId(),
                it.order.ordId(),
                fill,
                "",
                "",
                state.now));
    }

    /** Returns the fee rate with OKX's sign; a delivery has none. */
    private static BigDecimal rate(InstrumentSpec spec, Working order, boolean maker) {
        if (order.origin.isDelivery()) {
            return BigDecimal.ZERO;
        }
        return maker ? spec.makerFee() : spec.takerFee();
    }

    /** Returns whether the exchange has placed the order. */
    private static boolean isForced(Working order) {
        return order.origin.isLiquidation() || order.origin.isDelivery();
    }

    /** Returns OKX's sub-type of a fill: by what caused it, by its side, and in long/short mode by the position's. */
    private static String subType(Execution it) {
        Working order = it.order;
        boolean buy = order.side() == Side.BUY;
        boolean net = order.ticket.position() == PosSide.NET;
        return switch (order.origin.category()) {
            case "partial_liquidation" -> net ? (buy ? "102" : "103") : (buy ? "101" : "100");
            case "full_liquidation" -> net ? (buy ? "106" : "107") : (buy ? "105" : "104");
            case "delivery" -> order.spec.optType() == null ? buy ? "113" : "112" : exercise(it);
            default -> {
                if (net) {
                    yield buy ? "1" : "2";
                }
                boolean ofLong = order.ticket.position() == PosSide.LONG;
                yield buy ? (ofLong ? "3" : "6") : (ofLong ? "5" : "4");
            }
        };
    }

    /** Returns the sub-type of what became of an option at its end. */
    private static String exercise(Execution it) {
        if (it.px.signum() == 0) {
            return "172";
        }
        return it.order.side() == Side.SELL ? "170" : "171";
    }

    /** Moves money from the other side to the cash balance; a negative amount is paid. */
    private void receive(String ccy, Wallet.Kind from, BigDecimal amount) {
        state.ledger.move(Wallet.of(from, ccy), Wallet.of(Wallet.Kind.CASH, ccy), amount);
    }

    private static Wallet cash(Execution it) {
        return Wallet.of(Wallet.Kind.CASH, it.market.spec.settleCcy());
    }

    /** One execution: size, value in quote currency and fee rate with OKX's sign. */
    private record Execution(
            Market market,
            Working order,
            BigDecimal px,
            BigDecimal qty,
            BigDecimal value,
            boolean maker,
            BigDecimal rate,
            String tradeId,
            Evidence evidence) {}

    /**
     * What an execution did to the account in one currency: principal, margin taken, profit and fee. The principal of an
     * option is the premium, less the profit that is in it.
     */
    private record Change(BigDecimal principal, BigDecimal margin, BigDecimal pnl, BigDecimal fee) {

        static final Change NOTHING = new Change(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

        Change plus(Change other) {
            return new Change(
                    principal.add(other.principal), margin.add(other.margin), pnl.add(other.pnl), fee.add(other.fee));
        }

        BigDecimal cash() {
            return principal.subtract(margin).add(pnl).add(fee);
        }
    }
}

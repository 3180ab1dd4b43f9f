package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.engine.StpMode;
import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.InstrumentType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What an order must be like before anyone asks for its money. Each rule refuses with OKX's code. */
final class OrderRules {

    /** Most pending orders of an instrument. */
    private static final int MAX_PENDING = 500;
    /** Most pending orders of the account. */
    private static final int MAX_PENDING_OF_ALL = 4_000;
    /** Widest slippage that a spot market order can ask for. */
    private static final BigDecimal MAX_SLIPPAGE = new BigDecimal("0.05");

    private final State state;
    private final AttachedRules attached;
    private final PositionLimits limits;

    OrderRules(State state) {
        this.state = state;
        this.attached = new AttachedRules(state);
        this.limits = new PositionLimits(state);
    }

    /** Returns the limit price in force, or null for a market order; throws when the order is not acceptable. */
    @Nullable
    BigDecimal check(Market market, OrderTicket ticket) {
        if (ticket.ordType().isProtected()) {
            Protection.require(state, market.spec, ticket.tdMode());
        }
        requireMode(state, market.spec, ticket.tdMode(), ticket.posSide());
        Texts.requireClientId("clOrdId", ticket.clOrdId());
        Texts.requireTag(ticket.tag());
        requireConsistent(ticket);
        BigDecimal px = price(market, ticket);
        requireSize(market, ticket, px);
        requireReducing(market.spec, ticket);
        requireRoom(market, ticket, px);
        attached.check(market, ticket, px);
        return px;
    }

    /** Refuses to change an open order to a size that no order can have. */
    void checkSize(Market market, OrderTicket changed) {
        requireSize(market, changed, changed.px());
    }

    /** Refuses what is attached to an open order, with the price and the size that it is to have. */
    void checkAttached(Market market, OrderTicket changed, BigDecimal px) {
        attached.check(market, changed, px);
    }

    /**
     * Returns the limit price in force after a change of an open order, which is thought away meanwhile.
     *
     * @param changed what the order is to be, with its total size
     * @param rest the part of it that has not filled
     * @param repriced whether its price is another
     */
    BigDecimal recheck(Market market, OrderTicket changed, OrderTicket rest, boolean repriced) {
        BigDecimal px = repriced ? price(market, changed) : changed.px();
        if (px == null) {
            throw RefusedException.because("51506", "An order without a limit price cannot be amended");
        }
        requireReducing(market.spec, rest);
        requireRoom(market, rest, px);
        return px;
    }

    /** Refuses what the account's modes do not have: a contract, a position side, or a trade mode for the instrument. */
    static void requireMode(State state, InstrumentSpec spec, TradeMode mode, @Nullable PosSide posSide) {
        if (spec.isContract() && state.account.acctLv.equals(AccountSettings.SPOT)) {
            throw RefusedException.because("51010", "Contracts are not traded in spot mode");
        }
        boolean sided = posSide != null && posSide != PosSide.NET;
        if (sided != (state.account.longShort && hasSides(spec))) {
            throw RefusedException.parameter(
                    "posSide", sided ? "only net is possible here" : "long/short mode needs long or short");
        }
        if (spec.isContract() && mode == TradeMode.CASH) {
            throw RefusedException.parameter("tdMode", "a contract takes cross or isolated");
        }
        if (!spec.isContract() && mode != TradeMode.CASH) {
            throw RefusedException.because("51010", "Spot is traded in cash mode only; spot margin is not offered");
        }
    }

    /** Returns whether long/short mode makes a difference: options have one position in every mode. */
    static boolean hasSides(InstrumentSpec spec) {
        return spec.instType() == InstrumentType.SWAP || spec.instType() == InstrumentType.FUTURES;
    }

    /** Returns whether the size of an order is an amount of quote currency. */
    static boolean sizedInQuote(InstrumentSpec spec, OrderTicket ticket) {
        if (spec.isContract() || ticket.ordType() != OrderType.MARKET) {
            return false;
        }
        return ticket.tgtCcy() == null ? ticket.side() == Side.BUY : ticket.tgtCcy() == TargetCcy.QUOTE_CCY;
    }

    /** Refuses parameters that contradict each other or another pending order. */
    private void requireConsistent(OrderTicket ticket) {
        if (ticket.clOrdId() != null && state.orders.isPending(ticket.clOrdId())) {
            throw RefusedException.because("51016", "clOrdId " + ticket.clOrdId() + " belongs to a pending order");
        }
        if (ticket.ordType() == OrderType.FOK && ticket.stpMode() == StpMode.CANCEL_BOTH) {
            throw RefusedException.because("54036", "A fok order does not go with stpMode cancel_both");
        }
        requireType(state.market(ticket.instId()).spec, ticket);
        requireContracts(state.market(ticket.instId()), ticket.tgtCcy());
    }

    /** Refuses an order type that the kind of instrument does not have, and a slippage that has no meaning. */
    private static void requireType(InstrumentSpec spec, OrderTicket ticket) {
        if (spec.instType() == InstrumentType.OPTION && ticket.ordType() == OrderType.MARKET) {
            throw RefusedException.because("51066", "Options have no market orders: use a limit order");
        }
        boolean futureOrSwap = spec.instType() == InstrumentType.FUTURES || spec.instType() == InstrumentType.SWAP;
        if (ticket.ordType() == OrderType.OPTIMAL_LIMIT_IOC && !futureOrSwap) {
            throw RefusedException.parameter("ordType", "optimal_limit_ioc is for futures and swaps");
        }
        BigDecimal slippage = ticket.slippagePct();
        if (slippage != null && (slippage.signum() < 0 || slippage.compareTo(MAX_SLIPPAGE) > 0)) {
            throw RefusedException.parameter("slippagePct", "it must be from 0 to " + MAX_SLIPPAGE);
        }
        if (slippage != null && (spec.isContract() || ticket.ordType() != OrderType.MARKET)) {
            throw RefusedException.parameter("slippagePct", "it is for spot market orders");
        }
    }

    /** Refuses a size in quote currency on a swap: OKX would take the number for contracts. */
    static void requireContracts(Market market, @Nullable TargetCcy tgtCcy) {
        if (market.spec.isContract() && tgtCcy == TargetCcy.QUOTE_CCY) {
            throw RefusedException.parameter("tgtCcy", "the size of a swap order is in contracts");
        }
    }

    /**
     * Returns the limit price in force: on the tick, to which an option's is rounded, and inside the price limit or moved there by {@code
     * pxAmendType}.
     */
    private @Nullable BigDecimal price(Market market, OrderTicket ticket) {
        if (!ticket.ordType().isPriced()) {
            return null;
        }
        BigDecimal px = ticket.px();
        if (px == null || px.signum() <= 0) {
            throw RefusedException.parameter("px", "a " + ticket.ordType().wire() + " order needs a price above 0");
        }
        if (market.spec.instType() == InstrumentType.OPTION) {
            px = Rounding.nearest(px, market.spec.tickSz()).max(market.spec.tickSz());
        } else if (!Rounding.isMultiple(px, market.spec.tickSz())) {
            throw RefusedException.because(
                    "51150",
                    "Price " + px.toPlainString() + " is not a multiple of the tick size "
                            + market.spec.tickSz().toPlainString());
        }
        BigDecimal edge = market.limit(ticket.side());
        boolean buy = ticket.side() == Side.BUY;
        boolean beyond = buy ? px.compareTo(edge) > 0 : px.compareTo(edge) < 0;
        if (beyond && !ticket.pxAmendType()) {
            String code = market.spec.isContract() ? "51006" : buy ? "51137" : "51138";
            throw RefusedException.because(
                    code,
                    "Price " + px.toPlainString() + " is beyond the price limit " + edge.toPlainString() + " of a "
                            + ticket.side().wire() + " order");
        }
        return beyond ? edge : px;
    }

    /** Checks smallest and largest size and value, and the lot; one sized in quote currency is not in lots. */
    private static void requireSize(Market market, OrderTicket ticket, @Nullable BigDecimal px) {
        InstrumentSpec spec = market.spec;
        if (ticket.sz().signum() <= 0) {
            throw RefusedException.parameter("sz", "it must be above 0");
        }
        BigDecimal assumedPx = px == null ? market.last() : px;
        if (sizedInQuote(spec, ticket)) {
            BigDecimal least = market.value(spec.minSz(), assumedPx);
            if (ticket.sz().compareTo(least) < 0) {
                throw RefusedException.because(
                        "51020",
                        "Order amount is under the minimum of about " + least.toPlainString() + " " + spec.quoteCcy());
            }
            requireAtMost("51201", "value", ticket.sz(), spec.maxMktAmt());
            return;
        }
        if (ticket.sz().compareTo(spec.minSz()) < 0) {
            throw RefusedException.because(
                    "51020", "Order size is under the minimum " + spec.minSz().toPlainString());
        }
        if (!Rounding.isMultiple(ticket.sz(), spec.lotSz())) {
            throw RefusedException.because(
                    "51121",
                    "Order size is not a multiple of the lot size "
                            + spec.lotSz().toPlainString());
        }
        BigDecimal value = market.value(ticket.sz(), assumedPx);
        if (px == null) {
            requireAtMost("51202", "size", ticket.sz(), spec.maxMktSz());
            requireAtMost("51201", "value", value, spec.maxMktAmt());
        } else {
            requireAtMost("51005", "size", ticket.sz(), spec.maxLmtSz());
            requireAtMost("51203", "value", value, spec.maxLmtAmt());
        }
    }

    /** Refuses a value over a cap with a code; null is no cap. */
    private static void requireAtMost(String code, String what, BigDecimal value, @Nullable BigDecimal cap) {
        if (cap != null && value.compareTo(cap) > 0) {
            throw RefusedException.because(
                    code,
                    "Order " + what + " " + value.toPlainString() + " is over the maximum " + cap.toPlainString());
        }
    }

    /** Checks a reduce-only order against the position of its mode. */
    private void requireReducing(InstrumentSpec spec, OrderTicket ticket) {
        if (!ticket.closes()) {
            return;
        }
        if (!spec.isContract()) {
            throw RefusedException.because("51205", "Reduce-only is not available for spot");
        }
        Holding holding = state.positions.find(ticket);
        if (holding == null) {
            throw RefusedException.because("51169", "There is no position to reduce");
        }
        if (holding.reducingSide() != ticket.side()) {
            throw RefusedException.because("51170", "A reduce-only order must be on the other side of the position");
        }
        if (ticket.sz().compareTo(holding.pos.abs()) > 0) {
            throw RefusedException.because(
                    holding.posSide == PosSide.NET ? "51148" : "51112",
                    "The closing size is larger than the position of "
                            + holding.pos.abs().toPlainString());
        }
    }

    /** Checks the number of pending orders, and how large the position may become. */
    private void requireRoom(Market market, OrderTicket ticket, @Nullable BigDecimal px) {
        int pending = 0;
        for (Working order : state.orders.open()) {
            if (order.spec.instId().equals(market.spec.instId())) {
                pending++;
            }
        }
        if (state.orders.open().size() >= MAX_PENDING_OF_ALL) {
            throw RefusedException.because(
                    "51174", "No more than " + MAX_PENDING_OF_ALL + " orders of the account can be pending");
        }
        if (pending >= MAX_PENDING) {
            throw RefusedException.because("51102", "No more than " + MAX_PENDING + " orders can be pending here");
        }
        if (market.spec.isContract()) {
            limits.require(market, ticket, px);
        }
    }
}

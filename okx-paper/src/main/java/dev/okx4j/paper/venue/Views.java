package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.OrderBook;
import dev.okx4j.paper.engine.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Builds what the wire reads of positions, balances and books. */
final class Views {

    private static final Set<String> DOLLARS = Set.of("USD", "USDT", "USDC");

    private final State state;
    private final Funds funds;
    private final Liquidation liquidation;
    private final OptionViews options;

    Views(State state, Funds funds, Liquidation liquidation) {
        this.state = state;
        this.funds = funds;
        this.liquidation = liquidation;
        this.options = new OptionViews(state);
    }

    /** Returns the open positions in the order of the instruments. */
    List<PositionView> positions() {
        List<PositionView> views = new ArrayList<>();
        for (String instId : state.markets.keySet()) {
            for (Holding holding : state.positions.of(instId)) {
                views.add(position(holding));
            }
        }
        return List.copyOf(views);
    }

    /** Returns the positions of which something was closed, oldest closing first; those still open come last. */
    List<ClosedPosition> closed() {
        List<ClosedPosition> views = new ArrayList<>(state.positions.closed());
        for (Holding holding : state.positions.all()) {
            if (holding.closing.closed.signum() > 0) {
                views.add(ClosedPosition.of(holding, state.positions.lever(holding)));
            }
        }
        return views;
    }

    /** Returns the balances of all currencies that the account has held, by name. */
    List<BalanceView> balances() {
        Set<String> held = new TreeSet<>();
        for (Wallet wallet : state.ledger.wallets().keySet()) {
            if (wallet.kind() == Wallet.Kind.CASH) {
                held.add(wallet.ccy());
            }
        }
        return held.stream().map(this::balance).toList();
    }

    /** Returns the balances of the funding account, by name of the currency; those that it has held. */
    Map<String, BigDecimal> funding() {
        Map<String, BigDecimal> held = new TreeMap<>();
        state.ledger.wallets().forEach((wallet, amount) -> {
            if (wallet.kind() == Wallet.Kind.FUNDING) {
                held.put(wallet.ccy(), amount);
            }
        });
        return held;
    }

    /** Returns the best levels of both sides, modelled depth and own orders together. */
    BookView book(Market market, int depth) {
        return new BookView(
                market.spec.instId(), rows(market, Side.BUY, depth), rows(market, Side.SELL, depth), market.bookTs());
    }

    /** Returns the last price with the best of both sides and the price limits. */
    QuoteView quote(Market market) {
        List<BookView.Row> bids = rows(market, Side.BUY, 1);
        List<BookView.Row> asks = rows(market, Side.SELL, 1);
        return new QuoteView(
                market.spec.instId(),
                market.last(),
                bids.isEmpty() ? null : bids.get(0).px(),
                bids.isEmpty() ? null : bids.get(0).sz(),
                asks.isEmpty() ? null : asks.get(0).px(),
                asks.isEmpty() ? null : asks.get(0).sz(),
                market.limit(Side.BUY),
                market.limit(Side.SELL),
                market.lastTs(),
                market.evidence());
    }

    /** Returns the best levels of a side, at most so many. */
    private static List<BookView.Row> rows(Market market, Side side, int depth) {
        List<BookView.Row> rows = new ArrayList<>();
        for (OrderBook.Row row : market.rows(side, depth)) {
            rows.add(new BookView.Row(row.px(), row.qty(), row.orders()));
        }
        return List.copyOf(rows);
    }

    /** Returns one position at its mark price. */
    private PositionView position(Holding held) {
        Market market = state.market(held.instId);
        BigDecimal mark = market.mark();
        BigDecimal upl = held.upl(mark);
        BigDecimal uplLast = held.upl(market.last());
        BigDecimal notional = held.notional(mark);
        BigDecimal lever = state.positions.lever(held);
        BigDecimal initial = Rounding.marginAsked(held.cost.abs(), lever);
        BigDecimal needed = funds.buffer(held, mark);
        BigDecimal realized = held.pnl.add(held.fee).add(held.fundingFee);
        boolean isolated = held.isIsolated();
        BigDecimal margin = isolated ? funds.margin(held) : null;
        return new PositionView(
                held.spec.instType(),
                held.instId,
                Long.toString(held.posId),
                held.mode,
                held.posSide,
                held.posSide == PosSide.NET ? held.pos : held.pos.abs(),
                held.avgPx,
                mark,
                market.index(),
                market.last(),
                lever,
                upl,
                initial.signum() == 0 ? BigDecimal.ZERO : Rounding.ratio(upl, initial),
                uplLast,
                initial.signum() == 0 ? BigDecimal.ZERO : Rounding.ratio(uplLast, initial),
                margin,
                isolated ? null : funds.imr(held),
                funds.maintenance(held, mark),
                margin == null
                        ? crossRatio(held.spec.settleCcy())
                        : needed.signum() == 0 ? null : Rounding.ratio(margin.add(held.gain(mark)), needed),
                liquidation.price(held),
                breakEven(held, realized),
                dollars(market, held, notional),
                held.spec.settleCcy(),
                realized,
                held.pnl,
                held.fee,
                held.fundingFee,
                BigDecimal.ZERO,
                options.part(held),
                held.tradeId,
                held.cTime,
                held.uTime);
    }

    /** Returns the dollars that a position is about; of a linear contract, its settlement currency. */
    private static BigDecimal dollars(Market market, Holding held, BigDecimal notional) {
        BigDecimal faces = held.pos.abs().multiply(held.spec.face());
        if (held.isOption()) {
            return faces.multiply(market.index());
        }
        return held.spec.isInverse() ? faces : notional;
    }

    /** Returns the closing price at which the position's whole life gives zero after the closing fee, or null. */
    private static @Nullable BigDecimal breakEven(Holding held, BigDecimal realized) {
        if (held.isOption()) {
            return null; // OKX tells none: it would be a price of the coin at the end
        }
        BigDecimal px = Valuation.priceOf(
                held.spec,
                held.pos,
                held.cost,
                held.pos.abs().multiply(held.spec.takerFee().negate()),
                realized.negate(),
                RoundingMode.HALF_EVEN);
        return px == null || px.signum() <= 0 ? null : px.stripTrailingZeros();
    }

    /** Returns the equity of the cross positions over maintenance margin and closing fee; 1 is liquidation. */
    private @Nullable BigDecimal crossRatio(String ccy) {
        BigDecimal needed = BigDecimal.ZERO;
        for (Holding holding : state.positions.cross(ccy)) {
            needed = needed.add(funds.buffer(holding, state.mark(holding)));
        }
        return needed.signum() == 0 ? null : Rounding.ratio(funds.cash(ccy).add(funds.crossUpl(ccy)), needed);
    }

    /** Returns one balance, every figure derived anew from the ledger, the orders and the positions. */
    private BalanceView balance(String ccy) {
        BigDecimal isoUpl = BigDecimal.ZERO;
        BigDecimal isoEq = BigDecimal.ZERO;
        for (Holding holding : state.positions.all()) {
            if (holding.isIsolated() && holding.spec.settleCcy().equals(ccy)) {
                BigDecimal mark = state.mark(holding);
                BigDecimal upl = holding.gain(mark);
                isoUpl = isoUpl.add(upl);
                isoEq = isoEq.add(funds.margin(holding)).add(upl).add(holding.optVal(mark));
            }
        }
        BigDecimal cash = funds.cash(ccy);
        BigDecimal upl = funds.crossUpl(ccy);
        BigDecimal eq = cash.add(upl).add(isoEq).add(funds.optVal(ccy));
        BigDecimal frozen = funds.frozen(ccy);
        BigDecimal imr = funds.imr(ccy);
        return new BalanceView(
                ccy,
                eq,
                cash,
                isoEq,
                isoUpl,
                upl,
                funds.spendable(ccy).max(BigDecimal.ZERO),
                funds.usable(ccy).max(BigDecimal.ZERO),
                imr.add(frozen),
                frozen,
                imr,
                funds.mmr(ccy),
                crossRatio(ccy),
                usd(ccy, eq),
                state.now);
    }

    /** Returns the worth in dollars: a stablecoin counts as one, another currency by its price, or null. */
    @Nullable
    BigDecimal usd(String ccy, BigDecimal amount) {
        if (DOLLARS.contains(ccy)) {
            return amount;
        }
        BigDecimal px = state.dollars(ccy);
        return px == null ? null : amount.multiply(px);
    }
}

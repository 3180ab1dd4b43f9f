package dev.okx4j.paper.venue;

import dev.okx4j.paper.feed.InstrumentSpec;
import java.math.BigDecimal;
import java.util.List;

/** Where leverage is set. Of an open isolated position it moves margin, so that the position has the new leverage. */
final class LeverageDesk {

    private final State state;
    private final Funds funds;

    LeverageDesk(State state, Funds funds) {
        this.state = state;
        this.funds = funds;
    }

    /** Sets a leverage, moving the margin of an open isolated position, or throws without having changed anything. */
    void set(Command.SetLeverage command) {
        Market market = state.market(command.instId());
        if (!market.spec.isContract()) {
            throw RefusedException.because("51010", "Spot has no leverage; spot margin is not offered");
        }
        if (market.option != null) {
            throw RefusedException.parameter("instId", "options have no leverage");
        }
        if (command.mgnMode() == TradeMode.CASH) {
            throw RefusedException.parameter("mgnMode", "cross or isolated");
        }
        if (command.lever().compareTo(BigDecimal.ONE) < 0) {
            throw RefusedException.because("59105", "Leverage cannot be less than 1");
        }
        if (command.lever().compareTo(market.spec.lever()) > 0) {
            throw RefusedException.because(
                    "59102",
                    "Leverage exceeds the maximum of " + market.spec.lever().toPlainString() + " of "
                            + command.instId());
        }
        PosSide side = side(market.spec, command);
        if (market.spec.largest(command.lever()).signum() == 0) {
            throw RefusedException.because("59102", "No position tier of " + command.instId() + " has this leverage");
        }
        Positions.Key scope = Positions.leverKey(market.spec, command.mgnMode(), side);
        boolean pending = state.orders.open().stream()
                .anyMatch(order -> order.spec.isContract() && scope.equals(scope(order)));
        if (pending) {
            throw RefusedException.because(
                    command.mgnMode() == TradeMode.ISOLATED ? "59101" : "59107",
                    "Cancel the pending orders of " + command.instId() + " before changing leverage");
        }
        List<Holding> affected = state.positions.all().stream()
                .filter(holding -> scope.equals(scope(holding)))
                .toList();
        for (Holding holding : affected) {
            requireTier(holding, command.lever());
        }
        if (command.mgnMode() == TradeMode.CROSS) {
            requireCrossMargin(market.spec.settleCcy(), affected, command.lever());
        } else {
            affected.forEach(holding -> moveMargin(holding, command.lever()));
        }
        state.positions.setLever(market.spec, command.mgnMode(), side, command.lever());
    }

    private static Positions.Key scope(Working order) {
        return Positions.leverKey(order.spec, order.ticket.tdMode(), order.ticket.position());
    }

    private static Positions.Key scope(Holding holding) {
        return Positions.leverKey(holding.spec, holding.mode, holding.posSide);
    }

    /** Returns the side whose leverage is meant: of isolated positions in long/short mode the one that is named. */
    private PosSide side(InstrumentSpec spec, Command.SetLeverage command) {
        PosSide side = command.posSide() == null ? PosSide.NET : command.posSide();
        boolean hedged = state.account.longShort && OrderRules.hasSides(spec);
        if (side != PosSide.NET && !hedged) {
            throw RefusedException.parameter("posSide", "the account is in net mode");
        }
        if (side == PosSide.NET && hedged && command.mgnMode() == TradeMode.ISOLATED) {
            throw RefusedException.parameter("posSide", "long/short mode needs long or short");
        }
        return command.mgnMode() == TradeMode.CROSS ? PosSide.NET : side;
    }

    /** Refuses a leverage that the tiers do not allow for a position of this size. */
    private static void requireTier(Holding holding, BigDecimal lever) {
        BigDecimal largest = holding.spec.largest(lever);
        if (holding.pos.abs().compareTo(largest) > 0) {
            throw RefusedException.because(
                    "59104",
                    "At this leverage a position in " + holding.instId + " has at most " + largest.toPlainString()
                            + " contracts");
        }
    }

    /** Moves margin so that the position has what its entry needs at the new leverage. */
    private void moveMargin(Holding holding, BigDecimal lever) {
        BigDecimal entry = holding.cost.abs();
        BigDecimal now = state.positions.lever(holding);
        BigDecimal more = Rounding.marginTaken(entry, lever).subtract(Rounding.marginTaken(entry, now));
        String ccy = holding.spec.settleCcy();
        if (more.signum() > 0 && funds.spendable(ccy).compareTo(more) < 0) {
            throw RefusedException.because(
                    "59103", "Lower leverage needs " + more.toPlainString() + " " + ccy + " more margin");
        }
        BigDecimal mark = state.mark(holding);
        BigDecimal equity = funds.margin(holding).add(more).add(holding.upl(mark));
        BigDecimal needed = holding.notional(mark).multiply(holding.lossBuffer());
        if (more.signum() < 0 && equity.compareTo(needed) <= 0) {
            throw RefusedException.because("59104", "Higher leverage would leave the position under-margined");
        }
        MarginDesk.move(state, holding, more);
    }

    /** Refuses a lower leverage for which the cross equity has not enough left. */
    private void requireCrossMargin(String ccy, List<Holding> holdings, BigDecimal lever) {
        BigDecimal more = BigDecimal.ZERO;
        for (Holding holding : holdings) {
            if (holding.spec.settleCcy().equals(ccy)) {
                more = more.add(Rounding.marginAsked(holding.notional(state.mark(holding)), lever))
                        .subtract(funds.imr(holding));
            }
        }
        if (more.signum() > 0 && funds.usable(ccy).compareTo(more) < 0) {
            throw RefusedException.because(
                    "59103", "Lower leverage needs " + more.toPlainString() + " " + ccy + " more margin");
        }
    }
}

package dev.okx4j.paper.venue;

import java.math.BigDecimal;

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
        boolean pending = state.orders.openOf(command.instId()).stream()
                .anyMatch(order -> order.ticket.tdMode() == command.mgnMode());
        if (pending) {
            throw RefusedException.because(
                    command.mgnMode() == TradeMode.ISOLATED ? "59101" : "59107",
                    "Cancel the pending orders of " + command.instId() + " before changing leverage");
        }
        Holding holding = state.positions.find(command.instId(), command.mgnMode());
        if (holding != null && holding.isIsolated()) {
            moveMargin(holding, command.lever());
        } else if (holding != null) {
            requireCrossMargin(holding, command.lever());
        }
        state.positions.setLever(command.instId(), command.mgnMode(), command.lever());
    }

    /** Moves margin so that the position has what its entry needs at the new leverage. */
    private void moveMargin(Holding holding, BigDecimal lever) {
        BigDecimal entry = holding.cost.abs();
        BigDecimal now = state.positions.lever(holding.instId, holding.mode);
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
        state.ledger.move(Wallet.of(Wallet.Kind.CASH, ccy), Wallet.margin(ccy, holding.instId), more);
        if (more.signum() != 0) {
            String subType = more.signum() > 0 ? "160" : "161";
            Bills.margin(state, new Bills.Entry("6", subType, ccy, holding.mode, holding.instId), more);
        }
    }

    /** Refuses a lower leverage for which the cross equity has not enough left. */
    private void requireCrossMargin(Holding holding, BigDecimal lever) {
        BigDecimal more = Rounding.marginAsked(holding.notional(state.mark(holding)), lever)
                .subtract(funds.imr(holding));
        String ccy = holding.spec.settleCcy();
        if (more.signum() > 0 && funds.usable(ccy).compareTo(more) < 0) {
            throw RefusedException.because(
                    "59103", "Lower leverage needs " + more.toPlainString() + " " + ccy + " more margin");
        }
    }
}

package dev.okx4j.paper.venue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Where the owner puts margin into an isolated position, or takes out what it does not need. */
final class MarginDesk {

    private final State state;
    private final Funds funds;

    MarginDesk(State state, Funds funds) {
        this.state = state;
        this.funds = funds;
    }

    /** Moves margin: 59300 without a position, 59301 when there is not so much to move. */
    Reply adjust(Command.AdjustMargin command) {
        state.market(command.instId());
        if (command.amt().signum() <= 0) {
            throw RefusedException.parameter("amt", "it must be above 0");
        }
        Holding holding = state.positions.find(command.instId(), TradeMode.ISOLATED, side(command.posSide()));
        if (holding == null) {
            throw RefusedException.because("59300", "There is no such isolated position");
        }
        if (holding.isOption() && holding.isLong()) {
            throw RefusedException.because("51040", "A long option has no margin to adjust");
        }
        BigDecimal most = command.add() ? funds.spendable(holding.spec.settleCcy()) : spare(holding);
        if (command.amt().compareTo(most) > 0) {
            throw RefusedException.because(
                    "59301",
                    "At most " + most.max(BigDecimal.ZERO).toPlainString() + " " + holding.spec.settleCcy()
                            + " can be " + (command.add() ? "added" : "taken out"));
        }
        move(state, holding, command.add() ? command.amt() : command.amt().negate());
        BigDecimal notional = holding.notional(state.mark(holding));
        return new Reply.MarginAdjusted(
                holding.instId,
                holding.posSide,
                command.add(),
                command.amt(),
                notional.divide(funds.margin(holding), 2, RoundingMode.HALF_EVEN),
                holding.spec.settleCcy());
    }

    /** Moves margin from the cash to a position, with its bill; a negative amount moves back. */
    static void move(State state, Holding holding, BigDecimal amount) {
        if (amount.signum() == 0) {
            return;
        }
        Wallet cash = Wallet.of(Wallet.Kind.CASH, holding.spec.settleCcy());
        state.ledger.move(cash, Wallet.margin(holding), amount);
        holding.uTime = state.now;
        Bills.margin(state, Bills.Entry.of("6", amount.signum() > 0 ? "160" : "161", holding), amount);
    }

    /** Puts what a partial liquidation has freed, or takes what it has lost, into or out of the position's margin. */
    static void keep(State state, Holding holding, BigDecimal freed) {
        if (freed.signum() != 0) {
            Wallet cash = Wallet.of(Wallet.Kind.CASH, holding.spec.settleCcy());
            state.ledger.move(cash, Wallet.margin(holding), freed);
            Bills.margin(state, Bills.Entry.of("6", freed.signum() > 0 ? "162" : "161", holding), freed);
        }
    }

    /** Returns what the margin has beyond the initial margin at the mark price, an unrealised loss taken off. */
    private BigDecimal spare(Holding holding) {
        BigDecimal mark = state.mark(holding);
        return funds.margin(holding).add(holding.gain(mark).min(BigDecimal.ZERO)).subtract(funds.imr(holding));
    }

    private static PosSide side(@Nullable PosSide side) {
        return side == null ? PosSide.NET : side;
    }
}

package dev.okx4j.paper.venue;

import java.math.BigDecimal;

/** The fund that pays what a position has lost beyond its margin, so that nobody loses more than was put in. */
final class Insurance {

    private final State state;

    Insurance(State state) {
        this.state = state;
    }

    /** Pays a loss of a position that is gone into the cash; nothing when the amount is not above zero. */
    void cover(Holding holding, BigDecimal shortfall) {
        if (shortfall.signum() <= 0) {
            return;
        }
        String ccy = holding.spec.settleCcy();
        state.ledger.move(Wallet.of(Wallet.Kind.INSURANCE, ccy), Wallet.of(Wallet.Kind.CASH, ccy), shortfall);
        Bills.transfer(state, Bills.Entry.of("5", "110", holding), shortfall);
    }

    /** Pays what the cash has fallen below zero when no cross position is left that could make it good. */
    void coverCash(Holding holding) {
        String ccy = holding.spec.settleCcy();
        if (state.positions.cross(ccy).isEmpty()) {
            cover(holding, state.ledger.cash(ccy).negate());
        }
    }
}

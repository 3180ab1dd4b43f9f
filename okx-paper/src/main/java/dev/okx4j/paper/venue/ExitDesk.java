package dev.okx4j.paper.venue;

import java.util.List;

/** Where the owner takes risk back: cancels orders and closes positions. */
final class ExitDesk {

    private final State state;
    private final Desk desk;

    ExitDesk(State state, Desk desk) {
        this.state = state;
        this.desk = desk;
    }

    /** Cancels an open order: 51400 when unknown, 51401 when cancelled, 51402 when filled. */
    Reply cancel(Command.Cancel cancel) {
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

    /** Closes a position: 51023 when there is none, 51115 when orders wait to close it and may not be cancelled. */
    Reply close(Command.ClosePosition close) {
        if (state.market(close.instId()).option != null) {
            throw RefusedException.because("51066", "Options have no market orders: close with a limit order");
        }
        state.market(close.instId());
        Texts.requireClientId("clOrdId", close.clOrdId());
        Texts.requireTag(close.tag());
        Holding holding = state.positions.find(close.instId(), close.mgnMode(), side(close));
        if (holding == null) {
            throw RefusedException.because("51023", "Position does not exist");
        }
        if (close.clOrdId() != null && state.orders.isPending(close.clOrdId())) {
            throw RefusedException.because("51016", "clOrdId " + close.clOrdId() + " belongs to a pending order");
        }
        List<Working> closing = state.orders.openOf(close.instId()).stream()
                .filter(order -> order.concerns(holding) && order.side() == holding.reducingSide())
                .toList();
        if (!closing.isEmpty() && !close.autoCxl()) {
            throw RefusedException.because(
                    "51115", "Cancel the " + closing.size() + " pending orders that would close the position first");
        }
        closing.forEach(order -> desk.cancel(order, Cancellation.BY_USER));
        Working order = desk.close(holding, close.clOrdId(), close.tag());
        return new Reply.Closed(
                close.instId(), side(close), order.ordId(), Texts.orEmpty(close.clOrdId()), Texts.orEmpty(close.tag()));
    }

    /** Returns the side of the position to close; long/short mode has to name one. */
    private PosSide side(Command.ClosePosition close) {
        PosSide side = close.posSide() == null ? PosSide.NET : close.posSide();
        boolean sided = state.account.longShort
                && OrderRules.hasSides(state.market(close.instId()).spec);
        if ((side == PosSide.NET) == sided) {
            throw RefusedException.parameter("posSide", sided ? "long or short" : "only net is possible here");
        }
        return side;
    }
}

package dev.okx4j.paper.venue;

/** Where open orders and algo orders are amended. */
final class AmendDesk {

    private final State state;
    private final Repricing repricing;
    private final Desk desk;
    private final AlgoDesk algoDesk;

    AmendDesk(State state, Repricing repricing, Desk desk, AlgoDesk algoDesk) {
        this.state = state;
        this.repricing = repricing;
        this.desk = desk;
        this.algoDesk = algoDesk;
    }

    /** Amends an open order: 51503 when unknown, 51509 when cancelled, 51510 when filled, 51500 when nothing changes. */
    Reply amend(Command.Amend amend) {
        state.market(amend.instId());
        Texts.requireClientId("reqId", amend.reqId());
        if (amend.newSz() == null && amend.newPx() == null && amend.attachAlgoOrds().isEmpty()) {
            throw RefusedException.because("51500", "Either newSz or newPx is required");
        }
        Working order = state.orders.find(amend.instId(), amend.ordId(), amend.clOrdId());
        if (order == null) {
            throw gone("51503", "does not exist");
        }
        if (!order.isOpen()) {
            throw order.state == OrderState.FILLED
                    ? gone("51510", "has been completed")
                    : gone("51509", "has been canceled");
        }
        Refusal failure = null;
        try {
            repricing.change(order, amend);
        } catch (RefusedException refused) {
            if (!amend.cxlOnFail()) {
                throw refused;
            }
            desk.cancel(
                    order, Cancellation.AMEND_FAILED, new VenueEvent.Amendment(Texts.orEmpty(amend.reqId()), "1"));
            failure = refused.refusal();
        }
        return new Reply.Amended(
                order.ordId(),
                Texts.orEmpty(order.ticket.clOrdId()),
                Texts.orEmpty(amend.reqId()),
                state.now,
                failure,
                state.tape.drain());
    }

    /** Amends a live algo order; the codes are those of orders, and 51506 for a kind that cannot be amended. */
    Reply amend(Command.AmendAlgo amend) {
        state.market(amend.instId());
        Texts.requireClientId("reqId", amend.reqId());
        Algo algo = state.algos.find(amend.instId(), amend.algoId(), amend.algoClOrdId());
        if (algo == null) {
            throw gone("51503", "does not exist");
        }
        if (algo.state.isOver()) {
            throw algo.state == AlgoState.CANCELED
                    ? gone("51509", "has been canceled")
                    : gone("51510", "has been completed");
        }
        Refusal failure = null;
        try {
            algoDesk.amend(algo, amend);
        } catch (RefusedException refused) {
            if (!amend.cxlOnFail()) {
                throw refused;
            }
            algoDesk.cancel(algo);
            failure = refused.refusal();
        }
        return new Reply.AlgoAmended(
                algo.algoId(), Texts.orEmpty(algo.ticket.algoClOrdId()), Texts.orEmpty(amend.reqId()), failure);
    }

    private static RefusedException gone(String code, String why) {
        return RefusedException.because(code, "Order modification failed as the order " + why);
    }
}

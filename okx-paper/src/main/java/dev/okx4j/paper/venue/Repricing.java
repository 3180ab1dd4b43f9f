package dev.okx4j.paper.venue;

import dev.okx4j.paper.engine.Preview;
import java.math.BigDecimal;
import java.util.List;

/** Gives an open order another price or size, under the same rules as a new order. */
final class Repricing {

    private final State state;
    private final OrderRules rules;
    private final Purse purse;
    private final Desk desk;

    Repricing(State state, Funds funds, Desk desk) {
        this.state = state;
        this.rules = new OrderRules(state);
        this.purse = new Purse(state, funds);
        this.desk = desk;
    }

    /** Changes the order, or throws without having changed anything. What only makes it smaller needs no money. */
    void change(Working order, Command.Amend amend) {
        Market market = state.pricedMarket(order.spec.instId());
        BigDecimal before = order.px;
        BigDecimal newPx = amend.newPx();
        BigDecimal sz = amend.newSz() == null ? order.sz : amend.newSz();
        boolean repriced = newPx != null && (before == null || newPx.compareTo(before) != 0);
        List<OrderView.AttachedView> attached = AttachedChange.apply(order.attached, amend.attachAlgoOrds());
        OrderTicket changed = OrderTicketBuilder.builder(order.ticket)
                .sz(sz)
                .px(repriced ? newPx : before)
                .pxAmendType(amend.pxAmendType())
                .attachAlgoOrds(
                        attached.stream().map(OrderView.AttachedView::algo).toList())
                .build();
        rules.checkSize(market, changed);
        boolean onlySmaller = sz.compareTo(order.filled) <= 0 || (!repriced && sz.compareTo(order.sz) <= 0);
        BigDecimal px = onlySmaller && before != null
                ? before
                : state.orders.without(
                        order, () -> market.without(order.id, () -> require(market, order, changed, repriced)));
        rules.checkAttached(market, changed, px);
        order.attached.clear();
        order.attached.addAll(attached);
        desk.amend(order, px, sz, Texts.orEmpty(amend.reqId()));
    }

    /** Checks the changed order as if it were new, for the part that has not filled, and returns its limit price. */
    private BigDecimal require(Market market, Working order, OrderTicket changed, boolean repriced) {
        OrderTicket rest = OrderTicketBuilder.builder(changed)
                .sz(changed.sz().subtract(order.filled))
                .build();
        try {
            BigDecimal px = rules.recheck(market, changed, rest, repriced);
            if (changed.ordType().isPostOnly() && market.crosses(changed.side(), px)) {
                throw RefusedException.because(
                        "51511", "A post-only order cannot be amended to a price that would take");
            }
            Preview preview = market.preview(Desk.incoming(market, rest, px, order.id));
            purse.require(market, rest, px, preview);
            return px;
        } catch (RefusedException refused) {
            throw asAmendment(refused);
        }
    }

    /** Returns a refusal with the code that it has for an amendment, where that differs from a new order's. */
    private static RefusedException asAmendment(RefusedException refused) {
        Refusal refusal = refused.refusal();
        return switch (refusal.code()) {
            case "51008" ->
                RefusedException.because("51502", refusal.subCode().equals("1000") ? "1030" : "1031", refusal.msg());
            case "51004" -> RefusedException.because("51004", refusal.subCode().replace("110", "111"), refusal.msg());
            default -> refused;
        };
    }
}

package dev.okx4j.paper.venue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.InstrumentSpec;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A venue on a scripted feed, with short words for what the tests do. */
final class Fixture {

    static final String NVDA = "NVDA-USDT-SWAP";
    static final String XNVDA = "XNVDA-USDT";
    static final String BTC = "BTC-USDT-SWAP";

    final Venue venue;

    Fixture(ScriptedFeed feed) {
        this(feed, Map.of("USDT", new BigDecimal("10000")));
    }

    Fixture(ScriptedFeed feed, Map<String, BigDecimal> balances) {
        venue = Venue.open(feed, balances);
    }

    /** NVDA at 225, XNVDA at 220, BTC at 64000; each begins with a volume of 2000, that is 100 on each level. */
    static ScriptedFeed market() {
        return new ScriptedFeed()
                .list(nvda(), "225", "2000")
                .list(xnvda(), "220", "2000")
                .list(btc(), "64000", "2000");
    }

    static InstrumentSpec nvda() {
        return InstrumentSpec.linearSwap(NVDA, "NVDA-USDT", "NVDA", "USDT", new BigDecimal("50"))
                .ctVal(BigDecimal.ONE)
                .tickSz(new BigDecimal("0.01"))
                .lotSz(new BigDecimal("0.01"))
                .minSz(new BigDecimal("0.01"))
                .maxLmtSz(new BigDecimal("100000"))
                .maxMktSz(new BigDecimal("1400"))
                .maxLmtAmt(new BigDecimal("20000000"))
                .posLmtAmt(new BigDecimal("350000"))
                .build();
    }

    static InstrumentSpec xnvda() {
        return InstrumentSpec.spot(XNVDA, "XNVDA", "USDT")
                .tickSz(new BigDecimal("0.01"))
                .lotSz(new BigDecimal("0.00001"))
                .minSz(new BigDecimal("0.01"))
                .maxLmtSz(new BigDecimal("100000"))
                .maxMktSz(new BigDecimal("100000"))
                .maxMktAmt(new BigDecimal("1000000"))
                .build();
    }

    static InstrumentSpec btc() {
        return InstrumentSpec.linearSwap(BTC, "BTC-USDT", "BTC", "USDT", new BigDecimal("100"))
                .ctVal(new BigDecimal("0.01"))
                .tickSz(new BigDecimal("0.1"))
                .lotSz(new BigDecimal("0.01"))
                .minSz(new BigDecimal("0.01"))
                .build();
    }

    static OrderTicketBuilder order(String instId, Side side, OrderType type, String sz) {
        return OrderTicketBuilder.builder()
                .instId(instId)
                .tdMode(instId.endsWith("-SWAP") ? TradeMode.ISOLATED : TradeMode.CASH)
                .side(side)
                .ordType(type)
                .sz(new BigDecimal(sz))
                .attachAlgoOrds(List.of());
    }

    static AlgoTicketBuilder algo(String instId, Side side, AlgoType type, String sz) {
        return AlgoTicketBuilder.builder()
                .instId(instId)
                .tdMode(instId.endsWith("-SWAP") ? TradeMode.ISOLATED : TradeMode.CASH)
                .side(side)
                .ordType(type)
                .sz(new BigDecimal(sz))
                .reduceOnly(instId.endsWith("-SWAP"));
    }

    OrderView market(String instId, Side side, String sz) {
        return place(order(instId, side, OrderType.MARKET, sz));
    }

    OrderView limit(String instId, Side side, String sz, String px) {
        return place(order(instId, side, OrderType.LIMIT, sz).px(new BigDecimal(px)));
    }

    OrderView place(OrderTicketBuilder ticket) {
        Reply reply = venue.apply(new Command.Place(ticket.build()));
        assertThat(reply).isInstanceOf(Reply.Placed.class);
        return order(((Reply.Placed) reply).ordId());
    }

    AlgoView place(AlgoTicketBuilder ticket) {
        Reply reply = venue.apply(new Command.PlaceAlgo(ticket.build()));
        assertThat(reply).isInstanceOf(Reply.AlgoPlaced.class);
        return algo(((Reply.AlgoPlaced) reply).algoId());
    }

    Refusal refused(Command command) {
        String before = venue.digest();
        Reply reply = venue.apply(command);
        assertThat(reply).isInstanceOf(Reply.Refused.class);
        assertThat(venue.digest()).as("a refusal changes nothing").isEqualTo(before);
        return ((Reply.Refused) reply).refusal();
    }

    Refusal refused(OrderTicketBuilder ticket) {
        return refused(new Command.Place(ticket.build()));
    }

    Refusal refused(AlgoTicketBuilder ticket) {
        return refused(new Command.PlaceAlgo(ticket.build()));
    }

    void lever(String instId, TradeMode mode, String lever) {
        assertThat(venue.apply(new Command.SetLeverage(instId, mode, new BigDecimal(lever))))
                .isInstanceOf(Reply.LeverageSet.class);
    }

    Reply.Advanced advance(int minutes) {
        return advance(minutes, false);
    }

    Reply.Advanced advance(int minutes, boolean untilFill) {
        return (Reply.Advanced) venue.apply(new Command.Advance(venue.now().plusSeconds(60L * minutes), untilFill));
    }

    OrderView order(String ordId) {
        return venue.orders().stream()
                .filter(order -> order.ordId().equals(ordId))
                .findFirst()
                .orElseThrow();
    }

    AlgoView algo(String algoId) {
        return venue.algos().stream()
                .filter(algo -> algo.algoId().equals(algoId))
                .findFirst()
                .orElseThrow();
    }

    PositionView position(String instId) {
        return venue.positions().stream()
                .filter(position -> position.instId().equals(instId))
                .findFirst()
                .orElseThrow();
    }

    BalanceView balance(String ccy) {
        return venue.balances().stream()
                .filter(balance -> balance.ccy().equals(ccy))
                .findFirst()
                .orElseThrow();
    }
}

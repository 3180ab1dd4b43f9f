package dev.okx4j.paper.venue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.ContractType;
import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.OptionType;
import dev.okx4j.paper.feed.PositionTier;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A venue on a scripted feed, with short words for what the tests do. */
final class Fixture {

    static final String NVDA = "NVDA-USDT-SWAP";
    static final String XNVDA = "XNVDA-USDT";
    static final String BTC = "BTC-USDT-SWAP";

    static final String INVERSE = "BTC-USD-SWAP";
    static final String WDC = "WDC-USDT-SWAP";
    static final String LINEAR_FUTURE = "BTC-USDT-260817";
    static final String INVERSE_FUTURE = "BTC-USD-260817";
    /** When the futures are delivered: eight hours after the start. */
    static final Instant DELIVERY = Instant.parse("2026-08-17T08:00:00Z");

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

    /**
     * The same with a contract of every kind: inverse BTC at 64000 and 100 dollars a contract, futures on both that are
     * delivered eight hours after the start, and WDC at 80 with the first tiers that OKX had for it.
     */
    static ScriptedFeed products() {
        return market()
                .list(inverse(), "64000", "2000")
                .list(wdc(), "80", "2000")
                .list(future(LINEAR_FUTURE, ContractType.LINEAR), "64100", "2000")
                .list(future(INVERSE_FUTURE, ContractType.INVERSE), "64100", "2000")
                .list(xbtc(), "64000", "2000");
    }

    /**
     * The same with options. Those that end on 28 August have recorded prices: calls with strikes 64000 at 0.05, 72000 at
     * 0.01 and 90000 at 0.002 coins, a put with strike 60000 at 0.02, and a call that is settled in dollars at 3000; so has
     * a call of the first day. Those that end on 21 August have none.
     */
    static ScriptedFeed options() {
        return products()
                .list(option("BTC-USD-260828-64000-C"), "0.05", "2000")
                .list(option("BTC-USD-260828-72000-C"), "0.01", "2000")
                .list(option("BTC-USD-260828-90000-C"), "0.002", "2000")
                .list(option("BTC-USD-260828-60000-P"), "0.02", "2000")
                .list(option("BTC-USD_UM-260828-64000-C"), "3000", "2000")
                .list(option("BTC-USD-260817-64000-C"), "0.01", "2000")
                .listUnpriced(option("BTC-USD-260817-64000-P"))
                .listUnpriced(option("BTC-USD-260821-64000-C"))
                .listUnpriced(option("BTC-USD-260821-60000-P"))
                .listUnpriced(option("BTC-USD-260821-64000-P"));
    }

    /** Returns an option on a hundredth of a BTC with the rules that its name tells, which ends at eight in the morning. */
    static InstrumentSpec option(String instId) {
        String[] part = instId.split("-", -1);
        boolean coin = part[1].equals("USD");
        Instant end = Instant.parse("20" + part[2].substring(0, 2) + "-" + part[2].substring(2, 4) + "-"
                + part[2].substring(4) + "T08:00:00Z");
        return InstrumentSpec.option(
                        instId,
                        "BTC-" + part[1],
                        "BTC",
                        "USD",
                        coin ? "BTC" : "USD",
                        OptionType.valueOf(part[4]),
                        new BigDecimal(part[3]),
                        end)
                .ctVal(BigDecimal.ONE)
                .ctMult(new BigDecimal("0.01"))
                .tickSz(new BigDecimal(coin ? "0.0001" : "5"))
                .lotSz(BigDecimal.ONE)
                .minSz(BigDecimal.ONE)
                .build();
    }

    static InstrumentSpec inverse() {
        return InstrumentSpec.inverseSwap(INVERSE, "BTC-USD", "BTC", "USD", new BigDecimal("100"))
                .ctVal(new BigDecimal("100"))
                .tickSz(new BigDecimal("0.1"))
                .lotSz(new BigDecimal("0.1"))
                .minSz(new BigDecimal("0.1"))
                .build();
    }

    static InstrumentSpec future(String instId, ContractType type) {
        String family = type == ContractType.INVERSE ? "BTC-USD" : "BTC-USDT";
        return InstrumentSpec.futures(
                        instId, family, "BTC", family.substring(4), type, DELIVERY, new BigDecimal("20"))
                .ctVal(new BigDecimal(type == ContractType.INVERSE ? "100" : "0.01"))
                .tickSz(new BigDecimal("0.1"))
                .lotSz(new BigDecimal("0.1"))
                .minSz(new BigDecimal("0.1"))
                .build();
    }

    static InstrumentSpec wdc() {
        return InstrumentSpec.linearSwap(WDC, "WDC-USDT", "WDC", "USDT", BigDecimal.TEN)
                .ctVal(BigDecimal.ONE)
                .tickSz(new BigDecimal("0.01"))
                .lotSz(new BigDecimal("0.01"))
                .minSz(new BigDecimal("0.01"))
                .tiers(List.of(
                        tier(1, "0", "10", "0.035", "0.1", "10"),
                        tier(2, "10.01", "20", "0.04", "0.105", "9.52"),
                        tier(3, "20.01", "40", "0.045", "0.11", "9.09")))
                .build();
    }

    static InstrumentSpec xbtc() {
        return InstrumentSpec.spot("BTC-USDT", "BTC", "USDT")
                .tickSz(new BigDecimal("0.1"))
                .lotSz(new BigDecimal("0.000000001"))
                .minSz(new BigDecimal("0.00001"))
                .build();
    }

    private static PositionTier tier(int tier, String from, String to, String mmr, String imr, String lever) {
        return new PositionTier(
                tier,
                new BigDecimal(from),
                new BigDecimal(to),
                new BigDecimal(mmr),
                new BigDecimal(imr),
                new BigDecimal(lever));
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
                .tdMode(isContract(instId) ? TradeMode.ISOLATED : TradeMode.CASH)
                .side(side)
                .ordType(type)
                .sz(new BigDecimal(sz))
                .attachAlgoOrds(List.of());
    }

    private static boolean isContract(String instId) {
        return instId.endsWith("-SWAP")
                || instId.endsWith("-260817")
                || instId.endsWith("-C")
                || instId.endsWith("-P");
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

    void lever(String instId, TradeMode mode, PosSide side, String lever) {
        assertThat(venue.apply(new Command.SetLeverage(instId, mode, new BigDecimal(lever), side)))
                .isInstanceOf(Reply.LeverageSet.class);
    }

    void longShort() {
        assertThat(venue.apply(new Command.SetPositionMode(true))).isInstanceOf(Reply.AccountSet.class);
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

    PositionView position(String instId, PosSide side) {
        return venue.positions().stream()
                .filter(position -> position.instId().equals(instId) && position.posSide() == side)
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

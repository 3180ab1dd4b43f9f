package dev.okx4j.paper.venue;

import static dev.okx4j.paper.venue.Fixture.NVDA;
import static dev.okx4j.paper.venue.Fixture.XNVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.engine.StpMode;
import dev.okx4j.paper.feed.InstrumentSpecBuilder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every refusal of an order, with OKX's code; the fixture checks that a refusal changes nothing. */
class OrderRulesTest {

    private final Fixture at = new Fixture(Fixture.market().to(NVDA, "219", "2000"));

    @Test
    void place_unknownInstrument_51001() {
        expect("51001", limit("TSLA-USDT-SWAP", "1", "100"));
    }

    @Test
    void place_instrumentWithoutAPriceYet_51021() {
        Fixture early = new Fixture(Fixture.market()
                .listUnpriced(InstrumentSpecBuilder.builder(Fixture.nvda())
                        .instId("NEW-USDT-SWAP")
                        .build()));
        assertThat(early.refused(limit("NEW-USDT-SWAP", "1", "100")).code()).isEqualTo("51021");
    }

    @Test
    void place_sizeNotAMultipleOfLot_51121() {
        expect("51121", limit(NVDA, "1.005", "220"));
    }

    @Test
    void place_sizeUnderTheMinimum_51020() {
        expect("51020", limit(XNVDA, "0.00999", "220"));
        expect("51020", Fixture.order(XNVDA, Side.BUY, OrderType.MARKET, "2").tgtCcy(TargetCcy.QUOTE_CCY));
    }

    @Test
    void place_sizeNotAboveZero_51000() {
        expect("51000", limit(NVDA, "0", "220"));
        expect("51000", limit(NVDA, "-1", "220"));
    }

    @Test
    void place_sizeOverTheMaximum_51005_51202_51201_51203() {
        expect("51005", limit(NVDA, "100000.01", "220"));
        expect("51202", Fixture.order(NVDA, Side.BUY, OrderType.MARKET, "1400.01"));
        expect("51201", Fixture.order(XNVDA, Side.BUY, OrderType.MARKET, "1000001"));
        expect("51203", limit(NVDA, "95000", "220"));
    }

    @Test
    void place_priceOffTheTick_51150() {
        expect("51150", limit(NVDA, "1", "220.005"));
    }

    @Test
    void place_limitWithoutAPrice_51000() {
        expect("51000", Fixture.order(NVDA, Side.BUY, OrderType.LIMIT, "1"));
    }

    @Test
    void place_priceBeyondTheLimit_51006_orClamped() {
        expect("51006", limit(NVDA, "1", "236.26"));
        expect("51006", Fixture.order(NVDA, Side.SELL, OrderType.LIMIT, "1").px(new BigDecimal("213.74")));
        OrderView clamped = at.place(limit(NVDA, "1", "999").pxAmendType(true));
        assertThat(clamped.px()).isEqualByComparingTo("236.25");
        assertThat(clamped.avgPx())
                .as("it pays the book's price, not its limit")
                .isEqualByComparingTo("225.01");
    }

    @Test
    void place_wrongTradeMode_51000_51010() {
        expect("51000", limit(NVDA, "1", "220").tdMode(TradeMode.CASH));
        expect("51010", limit(XNVDA, "1", "220").tdMode(TradeMode.CROSS));
    }

    @Test
    void place_hedgePosSide_51000() {
        expect("51000", limit(NVDA, "1", "220").posSide(PosSide.LONG));
        assertThat(at.place(limit(NVDA, "1", "220").posSide(PosSide.NET)).state()).isEqualTo(OrderState.LIVE);
    }

    @Test
    void place_quoteSizeOnASwap_51000_soThatDollarsAreNeverTakenForContracts() {
        expect("51000", Fixture.order(NVDA, Side.BUY, OrderType.MARKET, "50").tgtCcy(TargetCcy.QUOTE_CCY));
    }

    @Test
    void place_baseSizeOnASwap_isInContracts_asTheKitSendsIt() {
        assertThat(at.place(limit(NVDA, "1", "220").tgtCcy(TargetCcy.BASE_CCY)).state())
                .isEqualTo(OrderState.LIVE);
    }

    @Test
    void place_badClientIdOrTag_51000() {
        expect("51000", limit(NVDA, "1", "220").clOrdId("with-dash"));
        expect("51000", limit(NVDA, "1", "220").clOrdId("a".repeat(33)));
        expect("51000", limit(NVDA, "1", "220").tag("b".repeat(17)));
    }

    @Test
    void place_clientIdOfAPendingOrder_51016_reusableAfterwards() {
        OrderView first = at.place(limit(NVDA, "1", "220").clOrdId("mine"));
        expect("51016", limit(XNVDA, "1", "200").clOrdId("mine"));
        at.venue.apply(new Command.Cancel(NVDA, first.ordId(), null));
        OrderView second = at.place(limit(NVDA, "1", "220").clOrdId("mine"));

        OrderView found = Objects.requireNonNull(at.venue.order(NVDA, null, "mine"));
        assertThat(found.ordId()).isEqualTo(second.ordId());
    }

    @Test
    void place_moreThanTheBalance_51008withSubCode() {
        assertThat(expect("51008", limit(XNVDA, "50", "220")).subCode()).isEqualTo("1000");
        assertThat(expect("51008", limit(NVDA, "50", "220")).subCode()).isEqualTo("1001");
        assertThat(expect("51008", limit(NVDA, "50", "220").tdMode(TradeMode.CROSS))
                        .subCode())
                .isEqualTo("1001");
        expect("51008", Fixture.order(XNVDA, Side.SELL, OrderType.MARKET, "1"));
    }

    @Test
    void place_moreThanThePositionLimit_51004() {
        at.venue.apply(new Command.Deposit("USDT", new BigDecimal("1000000")));
        assertThat(expect("51004", limit(NVDA, "1600", "220")).subCode()).isEqualTo("1104");
        at.place(limit(NVDA, "1000", "220"));
        expect("51004", limit(NVDA, "600", "220"));
    }

    @Test
    void place_reduceOnly_51205_51169_51170_51148() {
        expect("51205", limit(XNVDA, "1", "220").reduceOnly(true));
        expect("51169", limit(NVDA, "1", "220").reduceOnly(true));
        at.market(NVDA, Side.BUY, "2");
        expect("51170", limit(NVDA, "1", "220").reduceOnly(true));
        expect("51148", Fixture.order(NVDA, Side.SELL, OrderType.MARKET, "2.01").reduceOnly(true));
        assertThat(at.place(Fixture.order(NVDA, Side.SELL, OrderType.MARKET, "2")
                                .reduceOnly(true))
                        .state())
                .isEqualTo(OrderState.FILLED);
    }

    @Test
    void place_fokWithCancelBoth_54036() {
        expect(
                "54036",
                Fixture.order(NVDA, Side.BUY, OrderType.FOK, "1")
                        .px(new BigDecimal("220"))
                        .stpMode(StpMode.CANCEL_BOTH));
    }

    @Test
    void place_tooManyPending_51102() {
        for (int i = 0; i < 500; i++) {
            at.place(limit(NVDA, "0.01", "220"));
        }
        expect("51102", limit(NVDA, "0.01", "220"));
    }

    @Test
    void place_attached_directionChecks() {
        expect("51046", limit(NVDA, "1", "220").attachAlgoOrds(List.of(attached("219", null))));
        expect("51047", limit(NVDA, "1", "220").attachAlgoOrds(List.of(attached(null, "221"))));
        expect("51048", sell("226").attachAlgoOrds(List.of(attached("227", null))));
        expect("51049", sell("226").attachAlgoOrds(List.of(attached(null, "224"))));
        expect("51050", market(Side.BUY).attachAlgoOrds(List.of(attached("225", null))));
        expect("51051", market(Side.BUY).attachAlgoOrds(List.of(attached(null, "226"))));
        expect("51052", market(Side.SELL).attachAlgoOrds(List.of(attached("225", null))));
        expect("51053", market(Side.SELL).attachAlgoOrds(List.of(attached(null, "224"))));
    }

    @Test
    void place_attached_50014_50015_51089() {
        expect("50015", limit(NVDA, "1", "220").attachAlgoOrds(List.of(attached(null, null))));
        expect(
                "50014",
                limit(NVDA, "1", "220")
                        .attachAlgoOrds(List.of(AttachedAlgoBuilder.builder()
                                .slTriggerPx(new BigDecimal("210"))
                                .build())));
        expect("51089", limit(NVDA, "1", "220").attachAlgoOrds(List.of(attached("230", null), attached("240", null))));
    }

    @Test
    void cancel_unknownCancelledOrFilled_51400_51401_51402() {
        assertThat(at.refused(new Command.Cancel(NVDA, "1", null)).code()).isEqualTo("51400");
        assertThat(at.refused(new Command.Cancel(NVDA, "not an id", null)).code())
                .isEqualTo("51400");
        assertThat(at.refused(new Command.Cancel(NVDA, null, null)).code()).isEqualTo("51407");
        OrderView open = at.limit(NVDA, Side.BUY, "1", "220");
        assertThat(at.refused(new Command.Cancel(XNVDA, open.ordId(), null)).code())
                .isEqualTo("51400");
        at.venue.apply(new Command.Cancel(NVDA, open.ordId(), null));
        assertThat(at.order(open.ordId()).cancelSource()).isEqualTo("1");
        assertThat(at.refused(new Command.Cancel(NVDA, open.ordId(), null)).code())
                .isEqualTo("51401");
        OrderView filled = at.market(NVDA, Side.BUY, "1");
        assertThat(at.refused(new Command.Cancel(NVDA, filled.ordId(), null)).code())
                .isEqualTo("51402");
    }

    private Refusal expect(String code, OrderTicketBuilder ticket) {
        Refusal refusal = at.refused(ticket);
        assertThat(refusal.code()).as(refusal.msg()).isEqualTo(code);
        return refusal;
    }

    private static OrderTicketBuilder limit(String instId, String sz, String px) {
        return Fixture.order(instId, Side.BUY, OrderType.LIMIT, sz).px(new BigDecimal(px));
    }

    private static OrderTicketBuilder sell(String px) {
        return Fixture.order(NVDA, Side.SELL, OrderType.LIMIT, "1").px(new BigDecimal(px));
    }

    private static OrderTicketBuilder market(Side side) {
        return Fixture.order(NVDA, side, OrderType.MARKET, "1");
    }

    private static AttachedAlgo attached(@Nullable String tp, @Nullable String sl) {
        BigDecimal market = BigDecimal.ONE.negate();
        return AttachedAlgoBuilder.builder()
                .tpTriggerPx(tp == null ? null : new BigDecimal(tp))
                .tpOrdPx(tp == null ? null : market)
                .slTriggerPx(sl == null ? null : new BigDecimal(sl))
                .slOrdPx(sl == null ? null : market)
                .build();
    }
}

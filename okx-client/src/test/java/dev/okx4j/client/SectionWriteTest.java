package dev.okx4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.algo.AmendAlgoRequest;
import dev.okx4j.client.algo.AmendAttachedAlgo;
import dev.okx4j.client.algo.AmendChaseParams;
import dev.okx4j.client.algo.CancelAlgoRequest;
import dev.okx4j.client.fixture.Clients;
import dev.okx4j.client.fixture.Recorded;
import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.funding.TransferAccount;
import dev.okx4j.client.funding.TransferRequest;
import dev.okx4j.client.funding.TransferType;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.model.MgnMode;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.PosSide;
import dev.okx4j.client.model.PxType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.trade.AmendOrderRequest;
import dev.okx4j.client.trade.CancelAllAfterRequest;
import dev.okx4j.client.trade.CancelOrderRequest;
import dev.okx4j.client.trade.ClosePositionRequest;
import dev.okx4j.client.trade.MassCancelRequest;
import dev.okx4j.client.trade.PlaceOrderRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls every writing method once, on a recorded answer, and compares what went out. */
@NullUnmarked
class SectionWriteTest {
    /** Writes that OKX refuses to carry out after the time they name. */
    private static final List<String> EXPIRING =
            List.of("trade/order", "trade/batch-orders", "trade/amend-order", "trade/amend-batch-orders");

    private static Arguments call(String fixture, String body, Function<OkxClient, Object> call) {
        return Arguments.of(fixture, body, call);
    }

    private static PlaceOrderRequest order(String clOrdId) {
        return PlaceOrderRequest.builder()
                .instId("BTC-USDT")
                .tdMode(TdMode.cash)
                .clOrdId(clOrdId)
                .side(Side.buy)
                .ordType(OrdType.limit)
                .px(new BigDecimal("2.15"))
                .sz(new BigDecimal("2"))
                .build();
    }

    static Stream<Arguments> calls() {
        BigDecimal two = new BigDecimal("2");
        return Stream.of(
                call(
                        "trade_batch-orders",
                        "[{'instId':'BTC-USDT','tdMode':'cash','clOrdId':'oktswap6','side':'buy','ordType':'limit','sz':'2','px':'2.15'},"
                                + "{'instId':'BTC-USDT','tdMode':'cash','clOrdId':'oktswap7','side':'buy','ordType':'limit','sz':'2','px':'2.15'}]",
                        o -> o.trade().placeOrders(List.of(order("oktswap6"), order("oktswap7")))),
                call(
                        "trade_cancel-batch-orders",
                        "[{'instId':'BTC-USDT','ordId':'12345689'},{'instId':'BTC-USDT','clOrdId':'oktswap7'}]",
                        o -> o.trade()
                                .cancelOrders(List.of(
                                        new CancelOrderRequest("BTC-USDT", "12345689", null),
                                        new CancelOrderRequest("BTC-USDT", null, "oktswap7")))),
                call(
                        "trade_amend-order",
                        "{'instId':'BTC-USDT','cxlOnFail':true,'ordId':'12344','reqId':'b12344','newSz':'2','newPx':'0.00000001',"
                                + "'pxAmendType':'1'}",
                        o -> o.trade()
                                .amendOrder(AmendOrderRequest.builder()
                                        .instId("BTC-USDT")
                                        .cxlOnFail(true)
                                        .ordId("12344")
                                        .reqId("b12344")
                                        .newSz(two)
                                        .newPx(new BigDecimal("1E-8"))
                                        .pxAmendType("1")
                                        .build())),
                call(
                        "trade_amend-batch-orders",
                        "[{'instId':'BTC-USDT','clOrdId':'oktswap6','reqId':'r1','newSz':'2'},"
                                + "{'instId':'BTC-USDT','ordId':'12344','reqId':'b12344','attachAlgoOrds':"
                                + "[{'attachAlgoClOrdId':'tp','newTpTriggerPx':'2','newTpTriggerPxType':'mark'}]}]",
                        o -> o.trade()
                                .amendOrders(List.of(
                                        AmendOrderRequest.builder()
                                                .instId("BTC-USDT")
                                                .clOrdId("oktswap6")
                                                .reqId("r1")
                                                .newSz(two)
                                                .build(),
                                        AmendOrderRequest.builder()
                                                .instId("BTC-USDT")
                                                .ordId("12344")
                                                .reqId("b12344")
                                                .attachAlgoOrds(
                                                        List.of(dev.okx4j.client.trade.AmendAttachedAlgo.builder()
                                                                .attachAlgoClOrdId("tp")
                                                                .newTpTriggerPx(two)
                                                                .newTpTriggerPxType(PxType.mark)
                                                                .build()))
                                                .build()))),
                call(
                        "trade_close-position",
                        "{'instId':'BTC-USDT-SWAP','posSide':'long','mgnMode':'isolated','autoCxl':true,'clOrdId':'c1','tag':'t'}",
                        o -> o.trade()
                                .closePosition(ClosePositionRequest.builder()
                                        .instId("BTC-USDT-SWAP")
                                        .posSide(PosSide.long_)
                                        .mgnMode(MgnMode.isolated)
                                        .autoCxl(true)
                                        .clOrdId("c1")
                                        .tag("t")
                                        .build())),
                call(
                        "trade_cancel-all-after",
                        "{'timeOut':'60','tag':'t1'}",
                        o -> o.trade()
                                .cancelAllAfter(CancelAllAfterRequest.builder()
                                        .timeOut(60)
                                        .tag("t1")
                                        .build())),
                call(
                        "trade_cancel-all-after",
                        "{'timeOut':'0'}",
                        o -> o.trade()
                                .cancelAllAfter(CancelAllAfterRequest.builder()
                                        .timeOut(0)
                                        .build())),
                call(
                        "trade_mass-cancel",
                        "{'instType':'OPTION','instFamily':'BTC-USD'}",
                        o -> o.trade().massCancel(MassCancelRequest.of("BTC-USD"))),
                call(
                        "trade_mass-cancel",
                        "{'instType':'OPTION','instFamily':'BTC-USD','lockInterval':'1500'}",
                        o -> o.trade()
                                .massCancel(MassCancelRequest.builder()
                                        .instFamily("BTC-USD")
                                        .lockInterval(Duration.ofMillis(1500))
                                        .build())),
                call(
                        "trade_cancel-algos",
                        "[{'instId':'BTC-USDT','algoId':'1836489397437468672'}]",
                        o -> o.algo()
                                .cancelAlgos(List.of(new CancelAlgoRequest("BTC-USDT", "1836489397437468672", null)))),
                call(
                        "trade_amend-algos",
                        "{'instId':'BTC-USDT','algoId':'2510789768709120','cxlOnFail':false,'reqId':'po103ux','newSz':'2','newSlOrdPx':'-1',"
                                + "'newTriggerPxType':'last','attachAlgoOrds':[{'newCallbackRatio':'0.05'}],"
                                + "'advChaseParams':[{'newChaseVal':'2'}]}",
                        o -> o.algo()
                                .amendAlgo(AmendAlgoRequest.builder()
                                        .instId("BTC-USDT")
                                        .algoId("2510789768709120")
                                        .cxlOnFail(false)
                                        .reqId("po103ux")
                                        .newSz(two)
                                        .newSlOrdPx(new BigDecimal("-1"))
                                        .newTriggerPxType(PxType.last)
                                        .attachAlgoOrds(List.of(AmendAttachedAlgo.builder()
                                                .newCallbackRatio(new BigDecimal("0.05"))
                                                .build()))
                                        .advChaseParams(List.of(AmendChaseParams.builder()
                                                .newChaseVal(two)
                                                .build()))
                                        .build())),
                call(
                        "asset_transfer",
                        "{'ccy':'USDT','amt':'0.1','from':'6','to':'18','clientId':'t1'}",
                        o -> o.funding()
                                .transfer(TransferRequest.builder()
                                        .ccy("USDT")
                                        .amt(new BigDecimal("0.1"))
                                        .from(TransferAccount.funding)
                                        .to(TransferAccount.trading)
                                        .clientId("t1")
                                        .build())),
                call(
                        "asset_transfer",
                        "{'type':'1','ccy':'USDT','amt':'1.5','from':'6','to':'6','subAcct':'mini','loanTrans':true,'omitPosRisk':'true',"
                                + "'clientId':'t1'}",
                        o -> o.funding()
                                .transfer(TransferRequest.builder()
                                        .type(TransferType.master_to_sub)
                                        .ccy("USDT")
                                        .amt(new BigDecimal("1.5"))
                                        .from(TransferAccount.funding)
                                        .to(TransferAccount.funding)
                                        .subAcct("mini")
                                        .loanTrans(true)
                                        .omitPosRisk("true")
                                        .clientId("t1")
                                        .build())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("calls")
    void write_goesOutAsDocumented_once(String fixture, String body, Function<OkxClient, Object> call)
            throws IOException {
        String answer = Recorded.answer("POST", fixture);
        VirtualTime time = new VirtualTime();
        ScriptedWire wire =
                new ScriptedWire().otherwise(request -> ScriptedWire.json(200, request.write() ? answer : time.told()));
        Object outcome;
        try (OkxClient okx = Clients.writing(wire, time).build()) {
            outcome = call.apply(okx);
        }
        List<?> outcomes = outcome instanceof List<?> list ? list : List.of(outcome);
        assertThat(outcomes).allSatisfy(one -> assertThat(one).isInstanceOf(Outcome.Confirmed.class));
        assertThat(wire.requests())
                .filteredOn(WireRequest::write)
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.method()).isEqualTo("POST");
                    assertThat(request.target()).isEqualTo("/api/v5/" + fixture.replace('_', '/'));
                    assertThat(new String(request.body(), StandardCharsets.UTF_8))
                            .isEqualTo(body.replace('\'', '"'));
                    assertThat(request.headers().containsKey("expTime"))
                            .isEqualTo(EXPIRING.contains(fixture.replace('_', '/')));
                });
    }
}

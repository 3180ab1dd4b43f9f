package dev.okx4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.account.BillsRequest;
import dev.okx4j.client.account.LeverageRequest;
import dev.okx4j.client.account.PositionsRequest;
import dev.okx4j.client.account.SetLeverageRequest;
import dev.okx4j.client.account.SetMmpConfigRequest;
import dev.okx4j.client.algo.AlgoOrdersRequest;
import dev.okx4j.client.fixture.Clients;
import dev.okx4j.client.fixture.Recorded;
import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.fixture.VirtualTime;
import dev.okx4j.client.funding.TransferStateRequest;
import dev.okx4j.client.funding.TransferType;
import dev.okx4j.client.market.CandlesRequest;
import dev.okx4j.client.market.TickersRequest;
import dev.okx4j.client.model.AlgoState;
import dev.okx4j.client.model.AlgoType;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.MgnMode;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.OrderState;
import dev.okx4j.client.model.PosSide;
import dev.okx4j.client.publicdata.InstrumentsRequest;
import dev.okx4j.client.publicdata.MarkPriceRequest;
import dev.okx4j.client.trade.FillsHistoryRequest;
import dev.okx4j.client.trade.FillsRequest;
import dev.okx4j.client.trade.OrderHistoryRequest;
import dev.okx4j.client.trade.OrderRequest;
import dev.okx4j.client.trade.PendingOrdersRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls every reading method once, on a recorded answer, and compares what went out. */
@NullUnmarked
class SectionRequestTest {
    /** What the settings have in their bodies. */
    private static final Map<String, String> SENT = Map.of(
            "POST:account_set-leverage", "'posSide':'long'",
            "POST:account_mmp-config",
                    "{'instFamily':'BTC-USD','timeInterval':'5000','frozenInterval':'2000','qtyLimit':'100'}",
            "POST:account_mmp-reset", "{'instType':'OPTION','instFamily':'BTC-USD'}");

    private static Arguments call(String fixture, String target, Consumer<OkxClient> call) {
        return Arguments.of(fixture, target, call);
    }

    static Stream<Arguments> calls() {
        Instant begin = Instant.ofEpochMilli(1);
        Instant end = Instant.ofEpochMilli(2);
        return Stream.of(
                call(
                        "market_ticker",
                        "/market/ticker?instId=BTC-USDT",
                        o -> o.market().ticker("BTC-USDT")),
                call(
                        "market_tickers",
                        "/market/tickers?instType=SPOT",
                        o -> o.market()
                                .tickers(TickersRequest.builder()
                                        .instType(InstType.SPOT)
                                        .build())),
                call(
                        "market_history-candles",
                        "/market/history-candles?instId=X&before=1",
                        o -> o.market()
                                .historyCandles(CandlesRequest.builder()
                                        .instId("X")
                                        .before(begin)
                                        .build())),
                call(
                        "public_instruments",
                        "/public/instruments?instType=SWAP&instId=BTC-USDT-SWAP",
                        o -> o.publicData()
                                .instruments(InstrumentsRequest.builder()
                                        .instType(InstType.SWAP)
                                        .instId("BTC-USDT-SWAP")
                                        .build())),
                call(
                        "public_mark-price",
                        "/public/mark-price?instType=SWAP&instFamily=BTC-USD",
                        o -> o.publicData()
                                .markPrice(MarkPriceRequest.builder()
                                        .instType(InstType.SWAP)
                                        .instFamily("BTC-USD")
                                        .build())),
                call("account_balance", "/account/balance", o -> o.account().balance()),
                call("account_config", "/account/config", o -> o.account().config()),
                call(
                        "account_positions",
                        "/account/positions?posId=1%2C2",
                        o -> o.account()
                                .positions(PositionsRequest.builder()
                                        .posId(List.of("1", "2"))
                                        .build())),
                call(
                        "account_leverage-info",
                        "/account/leverage-info?instId=A%2CB&mgnMode=cross",
                        o -> o.account()
                                .leverage(LeverageRequest.builder()
                                        .instId(List.of("A", "B"))
                                        .mgnMode(MgnMode.cross)
                                        .build())),
                call(
                        "account_bills",
                        "/account/bills?instType=SWAP&begin=1&limit=5",
                        o -> o.account()
                                .bills(BillsRequest.builder()
                                        .instType(InstType.SWAP)
                                        .begin(begin)
                                        .limit(5)
                                        .build())),
                call(
                        "account_mmp-config",
                        "/account/mmp-config?instFamily=BTC-USD",
                        o -> o.account().mmpConfig("BTC-USD")),
                call(
                        "account_mmp-config",
                        "/account/mmp-config",
                        o -> o.account().mmpConfig(null)),
                call(
                        "trade_order",
                        "/trade/order?instId=X&ordId=9",
                        o -> o.trade()
                                .order(OrderRequest.builder()
                                        .instId("X")
                                        .ordId("9")
                                        .build())),
                call(
                        "trade_orders-pending",
                        "/trade/orders-pending?ordType=post_only",
                        o -> o.trade()
                                .pending(PendingOrdersRequest.builder()
                                        .ordType(OrdType.post_only)
                                        .build())),
                call(
                        "trade_fills",
                        "/trade/fills?ordId=9",
                        o -> o.trade().fills(FillsRequest.builder().ordId("9").build())),
                call(
                        "trade_orders-history",
                        "/trade/orders-history?instType=SWAP&state=mmp_canceled&category=twap&begin=1&end=2&limit=7",
                        o -> o.trade()
                                .history(OrderHistoryRequest.builder()
                                        .instType(InstType.SWAP)
                                        .state(OrderState.mmp_canceled)
                                        .category("twap")
                                        .begin(begin)
                                        .end(end)
                                        .limit(7)
                                        .build())),
                call(
                        "trade_orders-history-archive",
                        "/trade/orders-history-archive?instType=SPOT&instId=X&ordType=fok&after=9",
                        o -> o.trade()
                                .archive(OrderHistoryRequest.builder()
                                        .instType(InstType.SPOT)
                                        .instId("X")
                                        .ordType(OrdType.fok)
                                        .after("9")
                                        .build())),
                call(
                        "trade_fills-history",
                        "/trade/fills-history?instType=SPOT&ordId=9&subType=1&before=8",
                        o -> o.trade()
                                .fillsHistory(FillsHistoryRequest.builder()
                                        .instType(InstType.SPOT)
                                        .ordId("9")
                                        .subType("1")
                                        .before("8")
                                        .build())),
                call("asset_balances", "/asset/balances", o -> o.funding().balances()),
                call(
                        "asset_balances",
                        "/asset/balances?ccy=BTC%2CETH",
                        o -> o.funding().balances("BTC", "ETH")),
                call(
                        "asset_transfer-state",
                        "/asset/transfer-state?clientId=t1&type=3",
                        o -> o.funding()
                                .transferState(TransferStateRequest.builder()
                                        .clientId("t1")
                                        .type(TransferType.own_to_master)
                                        .build())),
                call(
                        "trade_order-algo",
                        "/trade/order-algo?algoId=7",
                        o -> o.algo().algo("7")),
                call(
                        "trade_orders-algo-pending",
                        "/trade/orders-algo-pending?ordType=conditional",
                        o -> o.algo()
                                .pending(AlgoOrdersRequest.builder()
                                        .ordType(AlgoType.conditional)
                                        .build())),
                call(
                        "trade_orders-algo-history",
                        "/trade/orders-algo-history?ordType=oco&state=canceled",
                        o -> o.algo()
                                .history(AlgoOrdersRequest.builder()
                                        .ordType(AlgoType.oco)
                                        .state(AlgoState.canceled)
                                        .build())),
                call(
                        "POST:account_set-leverage",
                        "/account/set-leverage",
                        o -> o.account()
                                .setLeverage(SetLeverageRequest.builder()
                                        .instId("BTC-USDT-SWAP")
                                        .lever(BigDecimal.ONE)
                                        .mgnMode(MgnMode.isolated)
                                        .posSide(PosSide.long_)
                                        .build())),
                call(
                        "POST:account_mmp-config",
                        "/account/mmp-config",
                        o -> o.account()
                                .setMmpConfig(SetMmpConfigRequest.builder()
                                        .instFamily("BTC-USD")
                                        .timeInterval(Duration.ofSeconds(5))
                                        .frozenInterval(Duration.ofSeconds(2))
                                        .qtyLimit(new BigDecimal("100"))
                                        .build())),
                call(
                        "POST:account_mmp-reset",
                        "/account/mmp-reset",
                        o -> o.account().mmpReset("BTC-USD")));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("calls")
    void call_goesOutAsDocumented(String fixture, String target, Consumer<OkxClient> call) throws IOException {
        String method = fixture.startsWith("POST:") ? "POST" : "GET";
        ScriptedWire wire = new ScriptedWire().thenJson(Recorded.answer(method, fixture.replace("POST:", "")));
        try (OkxClient okx = Clients.writing(wire, new VirtualTime()).build()) {
            call.accept(okx);
        }
        assertThat(wire.request(0).target()).isEqualTo("/api/v5" + target);
        assertThat(wire.request(0).method()).isEqualTo(method);
        if (method.equals("POST")) {
            assertThat(wire.body(0)).contains(SENT.get(fixture).replace('\'', '"'));
        }
    }
}

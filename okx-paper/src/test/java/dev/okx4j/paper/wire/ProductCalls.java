package dev.okx4j.paper.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.feed.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;

/** Calls everything that needs a market of every product: made-up prices of a spot pair, swaps, futures and options. */
@NullUnmarked
final class ProductCalls {
    /** What OKX would have rows of and this exchange has not, for no data are recorded that they could be made of. */
    static final List<String> EMPTY = List.of(
            "GET /api/v5/system/status",
            "GET /api/v5/market/exchange-rate",
            "GET /api/v5/public/premium-history",
            "GET /api/v5/public/insurance-fund",
            "GET /api/v5/users/subaccount/list");

    private final Paper paper;
    private final BiConsumer<String, Paper.Reply> keep;

    private ProductCalls(Paper paper, BiConsumer<String, Paper.Reply> keep) {
        this.paper = paper;
        this.keep = keep;
    }

    /** Returns an exchange of every product. */
    static Paper products() {
        try {
            return new Paper(Scenario.named("src/test/resources/dev/okx4j/paper/wire/products"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the calls, and hands over what each was answered with. */
    static void run(BiConsumer<String, Paper.Reply> keep) {
        ProductCalls calls = new ProductCalls(products(), keep);
        calls.market();
        calls.settings();
        calls.trading();
        calls.account();
    }

    private void market() {
        for (String instId : List.of("BTC-USDT", "BTC-USD-SWAP", "BTC-USD-260925")) {
            get("/api/v5/market/trades?instId=" + instId);
            get("/api/v5/market/history-trades?instId=" + instId);
            get("/api/v5/market/books-full?sz=5&instId=" + instId);
        }
        get("/api/v5/market/platform-24-volume");
        get("/api/v5/market/index-tickers?quoteCcy=USD");
        get("/api/v5/market/index-tickers?instId=BTC-USDT");
        get("/api/v5/market/index-components?index=BTC-USD");
        for (String kind : List.of("index", "history-index")) {
            get("/api/v5/market/" + kind + "-candles?bar=1H&instId=BTC-USD");
        }
        for (String kind : List.of("mark-price", "history-mark-price")) {
            get("/api/v5/market/" + kind + "-candles?bar=1H&instId=BTC-USD-SWAP");
        }
        for (String type : List.of("SWAP", "FUTURES", "OPTION")) {
            get("/api/v5/public/underlying?instType=" + type);
            get("/api/v5/public/instruments?instType=" + type);
            get("/api/v5/account/instruments?instType=" + type);
            get("/api/v5/market/tickers?instType=" + type);
        }
        get("/api/v5/public/position-tiers?instType=SWAP&tdMode=cross&instFamily=BTC-USDT,BTC-USD");
        get("/api/v5/public/convert-contract-coin?instId=BTC-USD-SWAP&sz=0.888&px=35000");
        get("/api/v5/public/instrument-tick-bands?instType=OPTION");
        get("/api/v5/public/funding-rate?instId=BTC-USDT-SWAP");
        get("/api/v5/public/funding-rate-history?instId=BTC-USDT-SWAP");
        get("/api/v5/public/open-interest?instType=SWAP");
        get("/api/v5/public/open-interest?instType=FUTURES&instId=BTC-USD-260925");
        ok("/paper/v1/clock", "{'to':'2026-08-21T07:45:00Z'}");
        get("/api/v5/public/estimated-price?instId=BTC-USD-260821");
    }

    private void settings() {
        post("/api/v5/account/set-fee-type", "{'feeType':'1'}");
        post("/api/v5/account/set-fee-type", "{'feeType':'0'}");
        post("/api/v5/account/set-greeks", "{'greeksType':'BS'}");
        post("/api/v5/account/set-account-level", "{'acctLv':'1'}");
        post("/api/v5/account/set-account-level", "{'acctLv':'2'}");
        post("/api/v5/account/account-level-switch-preset", "{'acctLv':'2'}");
        post("/api/v5/account/set-isolated-mode", "{'isoMode':'automatic','type':'CONTRACTS'}");
        post("/api/v5/account/set-auto-loan", "{'autoLoan':false}");
        post("/api/v5/account/activate-option", "{}");
        post("/api/v5/account/set-position-mode", "{'posMode':'net_mode'}");
        post("/api/v5/account/set-position-mode", "{'posMode':'long_short_mode'}");
        post("/api/v5/account/demo-adjust-balance", """
                {'type':'increase','adjustments':[{'ccy':'BTC','amt':'0.9'},{'ccy':'USDT','amt':'3000'}]}""");
        get("/api/v5/account/set-account-switch-precheck?acctLv=1");
        get("/api/v5/account/config");
    }

    private void trading() {
        for (String mode : List.of("cross", "isolated")) {
            post("/api/v5/trade/order", """
                    {'instId':'BTC-USD-SWAP','tdMode':'%s','side':'buy','posSide':'long','ordType':'market','sz':'2'}""".formatted(mode));
        }
        post("/api/v5/trade/order", """
                {'instId':'BTC-USD-SWAP','tdMode':'cross','side':'sell','posSide':'short','ordType':'market','sz':'3'}""");
        post("/api/v5/trade/order", """
                {'instId':'BTC-USD-260925','tdMode':'cross','side':'sell','posSide':'short','ordType':'market','sz':'1'}""");
        post("/api/v5/trade/order", """
                {'instId':'BTC-USD-SWAP','tdMode':'cross','side':'sell','posSide':'long','ordType':'market','sz':'1'}""");
        Paper.Reply ask = paper.get("/api/v5/market/ticker?instId=BTC-USD-260925-64000-C");
        post("/api/v5/trade/order", """
                {'instId':'BTC-USD-260925-64000-C','tdMode':'cross','side':'buy','ordType':'ioc','px':'%s','sz':'1'}""".formatted(ask.text("askPx")));
        protection(new BigDecimal(ask.text("askPx")).multiply(new BigDecimal("1.1")));
        post("/api/v5/trade/close-position", "{'instId':'BTC-USD-SWAP','mgnMode':'cross','posSide':'short'}");
        post("/api/v5/account/position/margin-balance", """
                {'instId':'BTC-USD-SWAP','posSide':'long','type':'add','amt':'0.001'}""");
        post("/api/v5/asset/transfer", "{'ccy':'USDT','amt':'1.5','from':'18','to':'6','clientId':'m1'}");
        post("/api/v5/asset/transfer", "{'ccy':'USDT','amt':'1','from':'6','to':'18'}");
        ok("/paper/v1/clock", "{'by':'30m'}");
    }

    /** Triggers market-maker protection with an order that takes one contract. */
    private void protection(BigDecimal px) {
        post("/api/v5/account/mmp-config", """
                {'instFamily':'BTC-USD','timeInterval':'5000','frozenInterval':'2000','qtyLimit':'1'}""");
        post("/api/v5/trade/order", """
                {'instId':'BTC-USD-260925-64000-C','tdMode':'cross','side':'buy','ordType':'mmp','px':'%s','sz':'1'}""".formatted(px.toPlainString()));
        get("/api/v5/account/mmp-config");
        post("/api/v5/account/mmp-reset", "{'instType':'OPTION','instFamily':'BTC-USD'}");
        post("/api/v5/trade/mass-cancel", "{'instType':'OPTION','instFamily':'BTC-USD','lockInterval':'0'}");
    }

    private void account() {
        get("/api/v5/account/positions");
        get("/api/v5/account/positions?instType=FUTURES");
        get("/api/v5/public/delivery-exercise-history?instType=FUTURES&instFamily=BTC-USD");
        get("/api/v5/account/positions?instType=OPTION");
        get("/api/v5/account/greeks");
        get("/api/v5/public/opt-summary?instFamily=BTC-USD");
        get("/api/v5/account/positions-history");
        get("/api/v5/account/account-position-risk");
        get("/api/v5/account/bills-archive");
        get("/api/v5/account/subtypes?type=1,2,8");
        get("/api/v5/account/set-account-switch-precheck?acctLv=1");
        get(
                "/api/v5/account/adjust-leverage-info?instType=SWAP&mgnMode=isolated&lever=5&instId=BTC-USD-SWAP&posSide=long");
        get("/api/v5/account/max-size?instId=BTC-USD-SWAP,BTC-USDT-SWAP&tdMode=cross");
        get("/api/v5/account/max-size?instId=BTC-USDT&tdMode=cash");
        get("/api/v5/account/max-avail-size?instId=BTC-USD-SWAP&tdMode=isolated");
        get("/api/v5/account/max-withdrawal");
        get("/api/v5/account/leverage-info?instId=BTC-USD-SWAP&mgnMode=isolated");
        get("/api/v5/trade/account-rate-limit");
        get("/api/v5/asset/currencies");
        get("/api/v5/asset/asset-valuation");
        get("/api/v5/asset/asset-valuation?ccy=USDT");
        get("/api/v5/asset/bills");
        get("/api/v5/asset/bills-history?pagingType=2");
        get("/api/v5/market/trades?instId=BTC-USD-SWAP&limit=3");
        nothing("/api/v5/system/status");
        nothing("/api/v5/market/exchange-rate");
        nothing("/api/v5/public/premium-history?instId=BTC-USDT-SWAP");
        nothing("/api/v5/public/insurance-fund?instType=SWAP&instFamily=BTC-USD");
        nothing("/api/v5/users/subaccount/list");
    }

    private void get(String target) {
        keep.accept("GET " + target.replaceFirst("\\?.*", ""), slow(() -> paper.get(target)));
    }

    private void post(String target, String body) {
        keep.accept("POST " + target, slow(() -> paper.post(target, body.replace('\'', '"'))));
    }

    /** Lets the longest of OKX's limits pass before a call. */
    private Paper.Reply slow(Supplier<Paper.Reply> call) {
        paper.pass(Duration.ofSeconds(5));
        return call.get();
    }

    private void ok(String target, String body) {
        Paper.Reply reply = paper.post(target, body.replace('\'', '"'));
        assertThat(reply.code()).as(target + " " + reply.body()).isEqualTo("0");
    }

    private void nothing(String target) {
        Paper.Reply reply = slow(() -> paper.get(target));
        assertThat(reply.code()).as(target + " " + reply.body()).isEqualTo("0");
        assertThat(reply.data()).as(target).isEmpty();
        assertThat(EMPTY).contains("GET " + target.replaceFirst("\\?.*", ""));
    }
}

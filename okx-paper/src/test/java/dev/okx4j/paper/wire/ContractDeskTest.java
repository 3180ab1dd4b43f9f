package dev.okx4j.paper.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of contracts beside their price. */
@NullUnmarked
class ContractDeskTest {
    private final Paper paper = ProductCalls.products();

    /** The first row is OKX's own example: 0.888 BTC at 35,000 are 311 contracts of 100 dollars (of one lot each). */
    @ParameterizedTest
    @CsvSource({
        "BTC-USD-SWAP, sz=0.888&px=35000, 310.8",
        "BTC-USD-SWAP, sz=0.88801&px=35000, 310.8",
        "BTC-USD-SWAP, sz=0.8882&px=35000&opType=open, 310.8",
        "BTC-USD-SWAP, sz=0.8882&px=35000&opType=close, 310.9",
        "BTC-USD-SWAP, sz=1000&unit=usds, 10",
        "BTC-USD-SWAP, sz=311&px=35000&type=2, 0.8885714285714286",
        "BTC-USD-SWAP, sz=3&unit=usds&type=2, 300",
        "BTC-USDT-SWAP, sz=0.5, 50",
        "BTC-USDT-SWAP, sz=3&type=2, 0.03",
        "BTC-USDT-SWAP, sz=35000&unit=usds&px=35000, 100",
        "BTC-USDT-SWAP, sz=100&unit=usds&px=35000&type=2, 35000",
        "BTC-USD-260925-64000-C, sz=0.05, 5"
    })
    void convert_coinsAndContracts(String instId, String params, String expected) {
        Paper.Reply reply = paper.get("/api/v5/public/convert-contract-coin?instId=" + instId + "&" + params);
        assertThat(reply.code()).as(reply.body().toString()).isEqualTo("0");
        assertThat(reply.text("sz")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "convert-contract-coin?instId=BTC-USDT&sz=1, 51000",
        "convert-contract-coin?instId=BTC-USD-SWAP&sz=1, 50014",
        "convert-contract-coin?instId=BTC-USD-SWAP&sz=1&px=0, 51000",
        "convert-contract-coin?instId=BTC-USD-SWAP&sz=1&px=1&unit=cars, 51000",
        "convert-contract-coin?instId=BTC-USD-SWAP&px=1, 50014",
        "position-tiers?instType=SWAP&tdMode=cross, 50014",
        "position-tiers?instType=SWAP&tdMode=cash&instFamily=BTC-USD, 51000",
        "position-tiers?instType=SWAP&instFamily=BTC-USD, 50014",
        "position-tiers?instType=MARGIN&tdMode=cross&ccy=BTC, 50038",
        "underlying?instType=SPOT, 51000",
        "underlying, 50014",
        "instrument-tick-bands?instType=SWAP, 51000",
        "open-interest?instType=SPOT, 51000",
        "open-interest?instType=OPTION, 50014",
        "funding-rate, 50014",
        "funding-rate?instId=BTC-USDT, 51000",
        "estimated-price?instId=BTC-USD-SWAP, 51000",
        "premium-history, 50014",
        "insurance-fund?instType=SPOT, 51000"
    })
    void request_thatIsWrong_hasOkxsCode(String target, String code) {
        Paper.Reply reply = paper.get("/api/v5/public/" + target);
        assertThat(reply.code()).as(reply.body().toString()).isEqualTo(code);
        assertThat(reply.data()).isEmpty();
    }

    @Test
    void tiers_areOneListForEachFamily_lowestFirst() {
        String tiers = "/api/v5/public/position-tiers?instType=SWAP&tdMode=cross&instFamily=";
        List<?> one = paper.get(tiers + "BTC-USDT").data();
        assertThat(((Map<?, ?>) one.get(0)).get("tier")).isEqualTo("1");
        assertThat(((Map<?, ?>) one.get(0)).get("minSz")).isEqualTo("0");
        assertThat(one)
                .allSatisfy(
                        row -> assertThat(((Map<?, ?>) row).get("instFamily")).isEqualTo("BTC-USDT"));
        assertThat(paper.get(tiers + "BTC-USDT,BTC-USD").data()).hasSizeGreaterThan(one.size());
        assertThat(paper.get(tiers + "BTC-USDT&tier=1").data()).hasSize(1);
        assertThat(paper.get(tiers + "A,B,C,D,E,F").code()).isEqualTo("51000");
        assertThat(paper.get(tiers + "DOGE-USDT").data()).isEmpty();
    }

    @Test
    void underlyings_areOneListOfTheKind() {
        assertThat(paper.get("/api/v5/public/underlying?instType=FUTURES").data())
                .isEqualTo(List.of(List.of("BTC-USD")));
        assertThat(paper.get("/api/v5/public/underlying?instType=SWAP").data())
                .isEqualTo(List.of(List.of("BTC-USDT", "BTC-USD")));
    }

    @Test
    void fundingRate_tellsWhenTheNextIsCharged_andWhatTheLastWas() {
        Map<?, ?> row =
                paper.get("/api/v5/public/funding-rate?instId=BTC-USD-SWAP").row();
        assertThat(row.get("fundingTime")).isEqualTo("1787299200000");
        assertThat(row.get("nextFundingTime")).isEqualTo("1787328000000");
        assertThat(row.get("fundingRate")).isEqualTo("-0.00005");
        assertThat(row.get("settState")).isEqualTo("settled");
        assertThat(paper.get("/api/v5/public/funding-rate?instId=ANY").data()).hasSize(2);
        assertThat(paper.get("/api/v5/public/funding-rate?instId=BTC-USD-260925")
                        .data())
                .as("a future has no funding")
                .isEmpty();
    }

    @Test
    void fundingHistory_growsWithMarketTime_andPagesByIt() {
        String history = "/api/v5/public/funding-rate-history?instId=BTC-USDT-SWAP";
        assertThat(paper.get(history).data()).hasSize(4);
        paper.post("/paper/v1/clock", "{\"to\":\"2026-08-21T08:00:00Z\"}");
        List<?> rows = paper.get(history).data();
        assertThat(rows).hasSize(5);
        assertThat(((Map<?, ?>) rows.get(0)).get("fundingTime")).isEqualTo("1787299200000");
        assertThat(paper.get(history + "&after=1787299200000&limit=1").data()).isEqualTo(rows.subList(1, 2));
        assertThat(paper.get(history + "&before=1787270400000").data()).isEqualTo(rows.subList(0, 1));
    }

    @Test
    void openInterest_isToldInContractsCoinsAndDollars() {
        Map<?, ?> row = paper.get("/api/v5/public/open-interest?instType=SWAP&instId=BTC-USDT-SWAP")
                .row();
        assertThat(row.get("oi")).isEqualTo("250000");
        assertThat(row.get("oiCcy")).isEqualTo("2500");
        assertThat(paper.get("/api/v5/public/open-interest?instType=SWAP&instId=BTC-USD-SWAP")
                        .text("oiUsd"))
                .isEqualTo("9000000");
        assertThat(new Paper().get("/api/v5/public/open-interest?instType=SWAP").data())
                .as("none is recorded")
                .isEmpty();
    }

    @Test
    void estimatedPrice_isThereInTheLastHalfHourOnly() {
        String estimated = "/api/v5/public/estimated-price?instId=BTC-USD-260821";
        assertThat(paper.get(estimated).data()).isEmpty();
        paper.post("/paper/v1/clock", "{\"to\":\"2026-08-21T07:40:00Z\"}");
        assertThat(paper.get(estimated).text("settlePx")).isNotBlank();
        assertThat(paper.get("/api/v5/public/estimated-price?instId=BTC-USD-260925")
                        .data())
                .isEmpty();
    }
}

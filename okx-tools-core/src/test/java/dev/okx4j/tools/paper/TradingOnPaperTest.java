package dev.okx4j.tools.paper;

import static dev.okx4j.tools.paper.PaperTrader.NVDA;
import static dev.okx4j.tools.paper.PaperTrader.XNVDA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.WriteGate;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.rest.Wire;
import dev.okx4j.testing.PaperOkx;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an agent does with money, from the words of a user to the last bill. */
@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class TradingOnPaperTest {
    @RegisterExtension
    static final PaperOkx OKX = PaperOkx.start();

    private final PaperTrader trader = new PaperTrader(OKX.client());

    @Test
    void fiftyDollars_are022Contracts_andNeverMoreThanFiftyDollars() {
        Map<?, ?> result = trader.buy("50", "tgtCcy", "quote_ccy");
        Map<?, ?> order = (Map<?, ?>) result.get("data");
        assertThat(order.get("state")).isEqualTo("filled");
        assertThat(order.get("accFillSz")).isEqualTo("0.22");
        assertThat(order.get("notional")).isEqualTo("49.6342");
        assertThat((Map<?, ?>) result.get("conversion"))
                .isEqualTo(Map.of(
                        "asked", "50 USDT of notional",
                        "price", "225.6",
                        "contracts", "0.22",
                        "notional", "49.632 USDT"));
    }

    @Test
    void aThousandDollars_neverGoOutAsAThousandContracts() {
        List<Map<?, ?>> orders = new ArrayList<>();
        try (OkxClient client = client(request -> {
            if (request.target().startsWith("/api/v5/trade/order")
                    && request.method().equals("POST")) {
                orders.add((Map<?, ?>) Json.parse(request.body()));
            }
            return OKX.wire().exchange(request);
        })) {
            PaperTrader recorded = new PaperTrader(client);
            recorded.call("swap_set_leverage", "instId", NVDA, "lever", "3", "mgnMode", "isolated");
            recorded.buy("1000", "tgtCcy", "quote_ccy");
            recorded.buy("1000", "tgtCcy", "margin");
            recorded.stop("1000", "214.33", "tgtCcy", "quote_ccy");
        }
        // 1000 / 225.6 is 4.432…, and three times as much with leverage 3
        assertThat(orders).extracting(order -> order.get("sz")).isEqualTo(List.of("4.43", "13.29", "4.43"));
        assertThat(orders).noneMatch(order -> order.containsKey("tgtCcy"));
    }

    private static OkxClient client(Wire wire) {
        return OkxClient.builder()
                .wire(wire)
                .credentials(OKX.credentials())
                .gate(WriteGate.open())
                .journal(IntentJournal.inMemory())
                .build();
    }

    @Test
    void filledAtOnce_saysWhatDecidedThePrice() {
        Map<?, ?> swap = (Map<?, ?>) trader.buy("0.22").get("evidence");
        assertThat(swap.get("grade")).isEqualTo("D");
        assertThat(swap.get("source")).asString().contains("1Dutc 2026-08-17", NVDA);
        assertThat(swap.get("rule")).asString().contains("modelled book");

        Map<?, ?> spot = (Map<?, ?>) spot("buy", "50", "quote_ccy").get("evidence");
        assertThat(spot.get("grade")).isEqualTo("D");
        assertThat(spot.get("source")).asString().contains(XNVDA);
    }

    @Test
    void notFilledYet_hasNoEvidence() {
        assertThat(trader.call(
                                "swap_place_order",
                                "instId",
                                NVDA,
                                "tdMode",
                                "isolated",
                                "side",
                                "buy",
                                "ordType",
                                "limit",
                                "sz",
                                "1",
                                "px",
                                "200")
                        .containsKey("evidence"))
                .isFalse();
    }

    @Test
    void evidenceThatCannotBeRead_leavesThePlacedOrderAsItIs() {
        try (OkxClient client = client(request -> {
            if (request.target().startsWith("/paper/v1/fidelity")) {
                throw new IOException("connection reset");
            }
            return OKX.wire().exchange(request);
        })) {
            Map<?, ?> result = new PaperTrader(client).buy("0.22");
            assertThat(((Map<?, ?>) result.get("data")).get("state")).isEqualTo("filled");
            assertThat(result.containsKey("evidence")).isFalse();
        }
    }

    @Test
    void stop_triggersWhileTimeRuns_andItsFillIsInTheAnswerWithItsEvidence() {
        trader.buy("0.22");
        String stop = trader.stop("0.22", "214.33");

        Map<?, ?> clock = trader.data("paper_clock", "to", "2026-08-22T00:00:00Z");

        List<?> events = (List<?>) clock.get("events");
        assertThat(events).extracting(event -> ((Map<?, ?>) event).get("type")).isEqualTo(List.of("trigger", "fill"));
        Map<?, ?> trigger = (Map<?, ?>) events.get(0);
        assertThat(trigger.get("algoId")).isEqualTo(stop);
        assertThat(trigger.get("triggerPx")).isEqualTo("214.33");
        Map<?, ?> fill = (Map<?, ?>) events.get(1);
        assertThat(fill.get("ordId")).isEqualTo(trigger.get("ordId"));
        assertThat(fill.get("fillSz")).isEqualTo("0.22");
        Map<?, ?> evidence = (Map<?, ?>) fill.get("evidence");
        assertThat(evidence.get("grade")).isEqualTo("D");
        assertThat(evidence.get("source")).asString().contains("1Dutc 2026-08-21");
        assertThat(evidence.get("rule")).asString().contains("open, high, low, close");
        assertThat(clock.get("more")).hasToString("0");
        assertThat(trader.rows("swap_get_positions")).isEmpty();
    }

    @Test
    void cancelledStop_doesNotTrigger() {
        trader.buy("0.22");
        String stop = trader.stop("0.22", "214.33");
        trader.call("swap_cancel_algo_orders", "orders", List.of(Map.of("algoId", stop, "instId", NVDA)));

        assertThat((List<?>)
                        trader.data("paper_clock", "to", "2026-08-22T00:00:00Z").get("events"))
                .isEmpty();
        assertThat(trader.rows("swap_get_positions")).hasSize(1);
        assertThat(trader.rows("swap_get_algo_orders", "status", "history", "state", "canceled"))
                .singleElement()
                .satisfies(row -> assertThat(((Map<?, ?>) row).get("algoId")).isEqualTo(stop));
    }

    @Test
    void cancellations_oneOfThemUnknownToTheExchange_areToldOneByOne() {
        trader.buy("0.22");
        List<?> rows = trader.rows(
                "swap_cancel_algo_orders",
                "orders",
                List.of(
                        Map.of("algoId", "1", "instId", NVDA),
                        Map.of("algoId", trader.stop("0.22", "214.33"), "instId", NVDA)));
        assertThat(((Map<?, ?>) rows.get(0)).get("status")).isEqualTo("rejected");
        assertThat(((Map<?, ?>) rows.get(1)).get("state")).isEqualTo("cancel accepted");
    }

    @Test
    void orderThatIsTooLarge_isRefusedWithWhatToChange() {
        Map<?, ?> error = trader.refusedBuy(NVDA, "1000");
        assertThat(error.get("code")).isEqualTo("51008");
        assertThat(error.get("status")).isEqualTo("rejected");
        assertThat(error.get("suggestion")).asString().contains("account_get_balance", "smaller order");
        assertThat(trader.rows("swap_get_positions")).isEmpty();
    }

    @Test
    void sizeBetweenLots_isRefusedWithWhereTheStepsStand() {
        Map<?, ?> error = trader.refusedBuy(NVDA, "0.015");
        assertThat(error.get("code")).isEqualTo("51121");
        assertThat(error.get("suggestion")).asString().contains("lotSz");
    }

    @Test
    void unknownInstrument_isAnErrorThatSaysWhereTheListIs() {
        for (String tool : List.of("market_get_ticker", "market_get_orderbook", "market_get_candles")) {
            Map<?, ?> error = trader.refused(tool, "instId", "NVDIA-USDT-SWAP");
            assertThat(error.get("code")).as(tool).isEqualTo("51001");
            assertThat(error.get("suggestion")).asString().contains("market_get_instruments");
        }
        assertThat(trader.refusedBuy("NVDIA-USDT-SWAP", "50", "tgtCcy", "quote_ccy")
                        .get("suggestion"))
                .asString()
                .contains("market_get_instruments");
    }

    @Test
    void candlesOfABarThatWasNotRecorded_areRefusedWithTheBarsThereAre() {
        for (Object[] bar : new Object[][] {{}, {"bar", "1H"}}) {
            List<Object> arguments = new ArrayList<>(List.of("instId", NVDA));
            arguments.addAll(List.of(bar));
            Map<?, ?> error = trader.refused("market_get_candles", arguments.toArray());
            assertThat(error.get("code")).isEqualTo("51000");
            assertThat(error.get("message")).asString().contains("recorded in 1Dutc candles", "available: 1Dutc");
        }
    }

    @Test
    void spotBuy_forFiftyDollars_spendsAtMostFiftyDollars() {
        Map<?, ?> order = (Map<?, ?>) spot("buy", "50", "quote_ccy").get("data");
        assertThat(order.get("state")).isEqualTo("filled");
        assertThat(new BigDecimal((String) order.get("notional")))
                .isBetween(new BigDecimal("49.9"), new BigDecimal("50"));
        assertThat(order.get("feeCcy")).isEqualTo("XNVDA");
    }

    @Test
    void bills_addUpToTheBalance_toTheLastDigit() {
        trader.buy("12.34");
        trader.stop("12.34", "214.33");
        spot("buy", "1.00001", "base_ccy");
        spot("sell", "0.5", "base_ccy");
        trader.call("paper_clock", "to", "2026-08-22T00:00:00Z");

        List<?> bills = trader.rows("account_get_bills");
        for (String ccy : List.of("USDT", "XNVDA")) {
            BigDecimal sum = bills.stream()
                    .map(bill -> (Map<?, ?>) bill)
                    .filter(bill -> ccy.equals(bill.get("ccy")))
                    .map(bill -> new BigDecimal((String) bill.get("balChg")))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            List<?> details =
                    (List<?>) trader.data("account_get_balance", "ccy", ccy).get("details");
            assertThat(sum).as(ccy).isEqualByComparingTo((String) ((Map<?, ?>) details.get(0)).get("cashBal"));
        }
    }

    @Test
    void reset_withManyDigits_isExact() {
        trader.call("paper_reset", "balances", Json.parse("{\"USDT\":10000.10,\"BTC\":0.00000001}"));
        List<?> usdt =
                (List<?>) trader.data("account_get_balance", "ccy", "USDT").get("details");
        assertThat((String) ((Map<?, ?>) usdt.get(0)).get("cashBal"))
                .satisfies(text -> assertThat(new BigDecimal(text)).isEqualByComparingTo("10000.10"));
    }

    private Map<?, ?> spot(String side, String sz, String unit) {
        return trader.call(
                "spot_place_order",
                "instId",
                XNVDA,
                "tdMode",
                "cash",
                "side",
                side,
                "ordType",
                "market",
                "sz",
                sz,
                "tgtCcy",
                unit);
    }
}

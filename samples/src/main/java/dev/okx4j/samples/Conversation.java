package dev.okx4j.samples;

import static dev.okx4j.samples.Words.day;
import static dev.okx4j.samples.Words.grouped;
import static dev.okx4j.samples.Words.plain;
import static dev.okx4j.samples.Words.signed;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The assistant's side of the quickstart, step by step.
 *
 * <p>What it sends comes from the user's sentence or from an answer it got; what it says is computed from the answers.
 */
final class Conversation {
    private final McpSession server;
    private final Transcript transcript;
    private final Path home;

    Conversation(McpSession server, Transcript transcript, Path home) {
        this.server = server;
        this.transcript = transcript;
        this.home = home;
    }

    /** Holds the conversation from the first question to the statement; returns whether the money adds up. */
    boolean hold() throws IOException {
        Facts instrument = choose("nvidia");
        String instId = instrument.text("instId");
        price(instId);
        BigDecimal start = balance(instrument.text("settleCcy"));
        Facts order = buy(instrument, new BigDecimal("50"), BigDecimal.ONE);
        protect(instrument, order, new BigDecimal("5"));
        position(instId);
        letTimeRun(instId);
        return settle(instrument, start);
    }

    private Facts choose(String name) throws IOException {
        transcript.user("What can I trade with \"" + name + "\" in its name?");
        Map<Facts, BigDecimal> turnover = new LinkedHashMap<>();
        List<List<String>> table = new ArrayList<>();
        for (String instType : List.of("SWAP", "SPOT")) {
            for (Facts stock : call("market_get_stock_tokens", given("instType", instType)).rows("data")) {
                if (stock.has("name") && stock.text("name").toLowerCase(Locale.ROOT).contains(name)) {
                    Facts ticker = ticker(stock.text("instId"));
                    turnover.put(stock, Words.turnover(ticker));
                    table.add(List.of(
                            stock.text("instId"),
                            instType.equals("SWAP") ? "perpetual contract" : "token",
                            "last " + plain(ticker.decimal("last")),
                            "smallest order " + plain(stock.decimal("minSz")),
                            "24 h turnover " + grouped(turnover.get(stock)) + " USDT"));
                }
            }
        }
        transcript.facts(table);
        Facts choice = turnover.keySet().stream()
                .max(Comparator.comparing(turnover::get))
                .orElseThrow(() -> new IllegalStateException("nothing is called " + name));
        List<String> ids = turnover.keySet().stream().map(stock -> stock.text("instId")).toList();
        transcript.assistant(String.join(" and ", ids) + ", both on " + choice.text("name") + ". I would take "
                + choice.text("instId") + ": most of the trading is there, its smallest order is well below what you"
                + " might spend, and I can guard it with a stop order.");
        return call(
                        "market_get_instruments",
                        given("instType", choice.text("instType"), "instId", choice.text("instId")))
                .only("data");
    }

    private void price(String instId) throws IOException {
        transcript.user("What does it cost?");
        Facts ticker = ticker(instId);
        transcript.assistant(plain(ticker.decimal("last")) + " USDT. In the last 24 hours it moved between "
                + plain(ticker.decimal("low24h")) + " and " + plain(ticker.decimal("high24h")) + ".");
    }

    private BigDecimal balance(String ccy) throws IOException {
        transcript.user("How much money do I have?");
        Facts cash = cash(ccy);
        transcript.assistant(plain(cash.decimal("cashBal")) + " " + ccy + ", of which "
                + plain(cash.decimal("availBal")) + " is free to use. It is paper money.");
        return cash.decimal("cashBal");
    }

    private Facts buy(Facts instrument, BigDecimal amount, BigDecimal lever) throws IOException {
        String instId = instrument.text("instId");
        transcript.user("Buy $" + plain(amount) + " of it, isolated, with leverage " + plain(lever) + ".");
        Map<String, Object> margin = given("instId", instId, "mgnMode", "isolated");
        if (call("swap_get_leverage", margin).only("data").decimal("lever").compareTo(lever) != 0) {
            margin.put("lever", plain(lever));
            call("swap_set_leverage", margin);
        }
        Facts ack = call(
                        "swap_place_order",
                        given(
                                "instId", instId, "tdMode", "isolated", "side", "buy", "ordType", "market", "sz",
                                plain(amount), "tgtCcy", "quote_ccy"))
                .at("data");
        Facts order = call("swap_get_order", given("instId", instId, "ordId", ack.text("ordId")))
                .at("data");
        BigDecimal size = order.decimal("accFillSz");
        BigDecimal price = order.decimal("avgPx");
        BigDecimal value = size.multiply(instrument.decimal("ctVal")).multiply(price);
        transcript.assistant("Bought " + plain(size) + " contracts at " + plain(price) + ": worth " + plain(value)
                + " " + instrument.text("settleCcy") + ", fee " + plain(order.decimal("fee").negate())
                + ". Contracts come in steps of " + plain(instrument.decimal("lotSz"))
                + "; what the last step would have cost stays on your account.");
        return order;
    }

    private void protect(Facts instrument, Facts order, BigDecimal percent) throws IOException {
        transcript.user("Put a stop " + plain(percent) + " % below what I paid.");
        BigDecimal factor = BigDecimal.ONE.subtract(percent.movePointLeft(2));
        BigDecimal tick = instrument.decimal("tickSz");
        BigDecimal stop = order.decimal("avgPx")
                .multiply(factor)
                .divide(tick, 0, RoundingMode.HALF_UP)
                .multiply(tick);
        call(
                "swap_place_algo_order",
                given(
                        "instId", instrument.text("instId"), "tdMode", order.text("tdMode"), "side", "sell",
                        "ordType", "conditional", "sz", plain(order.decimal("accFillSz")), "slTriggerPx", plain(stop),
                        "slOrdPx", "-1", "reduceOnly", true));
        transcript.assistant(plain(order.decimal("avgPx")) + " x " + plain(factor) + " = " + plain(stop)
                + " at the tick of " + plain(tick) + ". If the price falls to it, all "
                + plain(order.decimal("accFillSz")) + " contracts are sold at the market.");
    }

    private void position(String instId) throws IOException {
        transcript.user("How do I stand?");
        Facts position = call("swap_get_positions", given("instId", instId)).only("data");
        transcript.facts(List.of(
                List.of("position", plain(position.decimal("pos")) + " contracts", "entry", plain(position.decimal("avgPx"))),
                List.of("margin", plain(position.decimal("margin")), "mark", plain(position.decimal("markPx"))),
                List.of("P&L", signed(position.decimal("upl")), "fees", signed(position.decimal("fee")))));
        transcript.assistant("You hold " + plain(position.decimal("pos")) + " contracts, unrealised P&L "
                + signed(position.decimal("upl")) + ".");
    }

    private void letTimeRun(String instId) throws IOException {
        transcript.user("Let time run, day by day, until the stop is hit or the recording ends.");
        Facts clock;
        do {
            clock = call("paper_clock", given("by", "1D", "untilFill", true)).at("data");
            List<List<String>> table = new ArrayList<>();
            table.add(List.of(day(clock.text("marketTime")), "last", ticker(instId).text("last")));
            transcript.facts(table);
        } while (clock.text("stopped").equals("target"));
        transcript.assistant("Time stands still again: " + clock.text("stopped") + ".");
    }

    private boolean settle(Facts instrument, BigDecimal start) throws IOException {
        transcript.user("Show me the fills, the fees, the funding and the account.");
        String ccy = instrument.text("settleCcy");
        List<Facts> fills = call("swap_get_fills", given("archive", true, "instId", instrument.text("instId")))
                .rows("data");
        List<Facts> bills = call("account_get_bills", given("ccy", ccy)).rows("data");
        Statement statement = new Statement(start, bills, cash(ccy).decimal("cashBal"));
        statement.print(transcript, ccy);
        fills.forEach(fill -> transcript.note(fill.text("evidence")));
        transcript.note("The journal of the paper account lies in " + home.resolve("paper"));
        return statement.addsUp();
    }

    private Facts ticker(String instId) throws IOException {
        return call("market_get_ticker", given("instId", instId)).at("data");
    }

    private Facts cash(String ccy) throws IOException {
        return call("account_get_balance", given("ccy", ccy)).at("data").only("details");
    }

    private Facts call(String tool, Map<String, ?> arguments) throws IOException {
        transcript.call(tool, arguments);
        return server.call(tool, arguments);
    }

    private static Map<String, Object> given(Object... namesAndValues) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            arguments.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return arguments;
    }
}

package dev.okx4j.samples;

import static dev.okx4j.samples.Words.date;
import static dev.okx4j.samples.Words.day;
import static dev.okx4j.samples.Words.grouped;
import static dev.okx4j.samples.Words.plain;
import static dev.okx4j.samples.Words.signed;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
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

    Conversation(McpSession server, Transcript transcript) {
        this.server = server;
        this.transcript = transcript;
    }

    /** Holds the conversation from the first question to the statement; returns whether the money adds up. */
    boolean hold() throws IOException {
        Facts stock = choose("nvidia");
        Facts instrument = price(stock);
        Statement.Opening opening = balance(instrument.text("settleCcy"));
        Facts order = buy(instrument, new BigDecimal("50"), "isolated", BigDecimal.ONE);
        protect(instrument, order, new BigDecimal("5"));
        position(instrument);
        Facts clock = letTimeRun(instrument);
        return settle(instrument, opening, clock.text("funding"));
    }

    private Facts choose(String name) throws IOException {
        transcript.user("What can I trade with \"" + name + "\" in its name?");
        List<Facts> found = new ArrayList<>();
        for (String instType : List.of("SWAP", "SPOT")) {
            call("market_get_stock_tokens", given("instType", instType)).rows("data").stream()
                    .filter(stock -> stock.has("name")
                            && stock.text("name").toLowerCase(Locale.ROOT).contains(name))
                    .forEach(found::add);
        }
        Map<Facts, BigDecimal> turnover = new LinkedHashMap<>();
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("", "", "last", "smallest order", "24 h turnover in USDT"));
        for (Facts stock : found) {
            Facts ticker = call("market_get_ticker", given("instId", stock.text("instId")))
                    .at("data");
            turnover.put(stock, Words.turnover(ticker));
            table.add(List.of(
                    stock.text("instId"),
                    stock.text("instType").equals("SWAP") ? "perpetual contract" : "token, held outright",
                    plain(ticker.decimal("last")),
                    plain(stock.decimal("minSz")),
                    grouped(turnover.get(stock))));
        }
        transcript.facts(table);
        Facts choice = found.stream()
                .max(Comparator.comparing(turnover::get))
                .orElseThrow(() -> new IllegalStateException("nothing is called " + name));
        transcript.assistant(String.join(
                        " and ",
                        found.stream().map(stock -> stock.text("instId")).toList()) + " follow "
                + choice.text("name") + ". I would take " + choice.text("instId")
                + ": most of the trading is there" + protection(choice) + ", and its smallest order, "
                + plain(choice.decimal("minSz")) + ", fits a small purse.");
        return choice;
    }

    /** Returns what speaks for an instrument if the server offers stop orders for its kind only. */
    private String protection(Facts choice) throws IOException {
        String stop = choice.text("instType").toLowerCase(Locale.ROOT) + "_place_algo_order";
        List<String> stops = server.tools().stream()
                .filter(tool -> tool.endsWith("_place_algo_order"))
                .toList();
        return stops.equals(List.of(stop)) ? ", it is the one that I can guard with a stop order" : "";
    }

    private Facts price(Facts stock) throws IOException {
        transcript.user("What does it cost?");
        Map<String, Object> named = given("instId", stock.text("instId"));
        Facts answer = call("market_get_ticker", named);
        Facts ticker = answer.at("data");
        named.put("instType", stock.text("instType"));
        Facts instrument = call("market_get_instruments", named).only("data");
        transcript.assistant("On " + date(Instant.parse(answer.text("asOf"))) + ", where the recording begins for you: "
                + plain(ticker.decimal("last")) + " " + instrument.text("settleCcy") + " for one contract on "
                + plain(instrument.decimal("ctVal")) + " " + instrument.text("ctValCcy") + ", "
                + plain(ticker.decimal("bidPx")) + " bid and " + plain(ticker.decimal("askPx"))
                + " asked. In 24 hours it moved between " + plain(ticker.decimal("low24h")) + " and "
                + plain(ticker.decimal("high24h")) + ".");
        return instrument;
    }

    private Statement.Opening balance(String ccy) throws IOException {
        transcript.user("How much money do I have?");
        Facts cash = cash(ccy);
        List<Facts> bills = call("account_get_bills", given("ccy", ccy)).rows("data");
        transcript.assistant(plain(cash.decimal("cashBal")) + " " + ccy + " of paper money, "
                + plain(cash.decimal("availBal")) + " of it free to use.");
        return new Statement.Opening(
                cash.decimal("cashBal"), bills.isEmpty() ? "0" : bills.get(0).text("billId"));
    }

    private Facts buy(Facts instrument, BigDecimal amount, String mode, BigDecimal lever) throws IOException {
        transcript.user("Buy $" + plain(amount) + " of it, " + mode + ", with leverage " + plain(lever) + ".");
        Map<String, Object> margin = given("instId", instrument.text("instId"), "mgnMode", mode);
        if (call("swap_get_leverage", margin).only("data").decimal("lever").compareTo(lever) != 0) {
            margin.put("lever", plain(lever));
            call("swap_set_leverage", margin);
        }
        Facts order = call(
                        "swap_place_order",
                        given(
                                "instId",
                                instrument.text("instId"),
                                "tdMode",
                                mode,
                                "side",
                                "buy",
                                "ordType",
                                "market",
                                "sz",
                                plain(amount),
                                "tgtCcy",
                                "quote_ccy"))
                .at("data");
        transcript.assistant("Bought " + plain(order.decimal("accFillSz")) + " contracts at "
                + plain(order.decimal("avgPx")) + " for " + plain(order.decimal("notional")) + " "
                + instrument.text("settleCcy") + ". The fee was "
                + plain(order.decimal("fee").negate()) + " "
                + order.text("feeCcy") + ". Contracts come in steps of " + plain(instrument.decimal("lotSz"))
                + ", so the rest of the $" + plain(amount) + " stays with you.");
        return order;
    }

    private void protect(Facts instrument, Facts order, BigDecimal percent) throws IOException {
        transcript.user("Put a stop " + plain(percent) + " % below what I paid.");
        BigDecimal factor = BigDecimal.ONE.subtract(percent.movePointLeft(2));
        BigDecimal exact = order.decimal("avgPx").multiply(factor);
        BigDecimal tick = instrument.decimal("tickSz");
        BigDecimal stop = exact.divide(tick, 0, RoundingMode.HALF_UP).multiply(tick);
        call(
                "swap_place_algo_order",
                given(
                        "instId",
                        instrument.text("instId"),
                        "tdMode",
                        order.text("tdMode"),
                        "side",
                        "sell",
                        "ordType",
                        "conditional",
                        "sz",
                        plain(order.decimal("accFillSz")),
                        "slTriggerPx",
                        plain(stop),
                        "slOrdPx",
                        "-1",
                        "reduceOnly",
                        true));
        transcript.assistant(plain(order.decimal("avgPx")) + " x " + plain(factor) + " = " + plain(exact)
                + ", and prices move in steps of " + plain(tick) + ": the stop is at " + plain(stop)
                + ". If the price touches it, the " + plain(order.decimal("accFillSz"))
                + " contracts are sold at the market.");
    }

    private void position(Facts instrument) throws IOException {
        transcript.user("How do I stand?");
        Facts position = positions(instrument).get(0);
        transcript.assistant("You hold " + plain(position.decimal("pos")) + " contracts bought at "
                + plain(position.decimal("avgPx")) + ", with " + plain(position.decimal("margin")) + " "
                + position.text("ccy") + " of margin. At the mark price of " + plain(position.decimal("markPx"))
                + " that is " + signed(position.decimal("upl")) + ", and "
                + signed(position.decimal("realizedPnl")) + " are realised: the fee.");
    }

    private Facts letTimeRun(Facts instrument) throws IOException {
        transcript.user("Let time run, day by day, until the stop is hit or the recording ends.");
        Facts answer;
        Facts clock;
        do {
            answer = call("paper_clock", given("by", "1D", "untilFill", true));
            clock = answer.at("data");
            List<List<String>> table = new ArrayList<>();
            clock.rows("events").forEach(event -> table.add(Words.event(event)));
            for (Facts position : positions(instrument)) {
                table.add(List.of(
                        day(clock.text("marketTime")),
                        "price " + plain(position.decimal("last")),
                        "P&L " + signed(position.decimal("upl"))));
            }
            transcript.facts(table);
        } while (clock.text("stopped").equals("target"));
        String date = date(Instant.parse(answer.text("asOf")));
        transcript.assistant(
                clock.text("stopped").equals("fill")
                        ? "The stop was hit on " + date + "."
                        : "The recording ends on " + date + "; the stop was not hit.");
        return clock;
    }

    private boolean settle(Facts instrument, Statement.Opening opening, String funding) throws IOException {
        transcript.user("Show me the fills, the fees, the funding and the account.");
        String ccy = instrument.text("settleCcy");
        List<List<String>> fills = new ArrayList<>();
        for (Facts fill : call("swap_get_fills", given("archive", true, "instId", instrument.text("instId")))
                .oldestFirst("data")) {
            fills.add(List.of(
                    day(fill.text("ts")),
                    fill.text("side") + " " + plain(fill.decimal("fillSz")) + " at " + plain(fill.decimal("fillPx")),
                    "fee " + signed(fill.decimal("fee")),
                    "P&L " + signed(fill.decimal("fillPnl"))));
        }
        transcript.facts(fills);
        List<Facts> bills = call("account_get_bills", given("ccy", ccy, "before", opening.lastBill()))
                .oldestFirst("data");
        Statement statement = new Statement(opening.cash(), bills, cash(ccy).decimal("cashBal"));
        statement.print(transcript, ccy, funding);
        return statement.addsUp();
    }

    private List<Facts> positions(Facts instrument) throws IOException {
        return call("swap_get_positions", given("instId", instrument.text("instId")))
                .rows("data");
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

package dev.okx4j.paper.venue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.PositionTier;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the cases of {@code golden/*.txt}, in which the arithmetic stands beside each figure.
 *
 * <p>A word of an instrument may name a side of long/short mode too: {@code BTC-USD-SWAP:long}. A line {@code source okx}
 * says that figures of the case are OKX's own; a line {@code okx} compares with one of them to nine significant digits,
 * {@code expect} exactly.
 */
class GoldenTest {

    private static final Path CASES = Path.of("src/test/resources/golden");

    @TestFactory
    Stream<DynamicTest> everyFigure_equalsTheOneWorkedByHand() throws IOException {
        return read().entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> run(each.getValue())));
    }

    @Test
    void thereAreEnoughCases_andEachShowsItsArithmetic() throws IOException {
        Map<String, List<String>> cases = read();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(80);
        cases.forEach((name, lines) -> assertThat(lines)
                .as(name)
                .anyMatch(line -> line.startsWith("expect ") || line.startsWith("okx ") || line.startsWith("refuse "))
                .allMatch(line -> !line.matches("(expect|okx) .*") || line.contains(" | ")));
    }

    private static void run(List<String> lines) {
        ScriptedFeed feed = Fixture.options();
        Map<String, BigDecimal> balances = new TreeMap<>();
        for (String line : lines) {
            String[] word = line.split(" ", -1);
            switch (word[0]) {
                case "leg" -> feed.to(word[1], word[2], word[3]);
                case "funding" -> feed.funding(word[1], word[2]);
                case "mark" -> feed.mark(word[1], word[2]);
                case "index" -> feed.index(word[1], word[2]);
                case "volatility" -> feed.volatility(word[1], word[2]);
                case "wait" -> feed.quiet(Integer.parseInt(word[1]));
                case "balance" -> balances.put(word[1], new BigDecimal(word[2]));
                case "list" -> feed.list(listed(word), word[8], "2000");
                default -> {}
            }
        }
        Fixture at = new Fixture(feed, balances);
        for (String line : lines) {
            step(at, line);
        }
    }

    private static void step(Fixture at, String line) {
        String[] word = line.split(" ", -1);
        switch (word[0]) {
            case "balance", "source", "list" -> {}
            case "leg", "funding", "mark", "index", "volatility" -> at.advance(1);
            case "wait" -> at.advance(Integer.parseInt(word[1]));
            case "expect" -> assertThat(figure(at, word[1], word[2])).as(line).isEqualByComparingTo(word[3]);
            case "okx" -> {
                MathContext nine = new MathContext(9, RoundingMode.HALF_EVEN);
                assertThat(figure(at, word[1], word[2]).round(nine))
                        .as(line)
                        .isEqualByComparingTo(new BigDecimal(word[3]).round(nine));
            }
            case "refuse" -> {
                Refusal refusal = at.refused(command(List.of(word).subList(2, word.length)));
                assertThat(refusal.code()).as(line + " but " + refusal).isEqualTo(word[1]);
            }
            default -> {
                Reply reply = at.venue.apply(command(List.of(word)));
                assertThat(reply).as(line).isNotInstanceOf(Reply.Refused.class);
            }
        }
    }

    /** Returns the instrument of a line: list id linear|inverse ctVal tick lot lever mmr price. */
    private static InstrumentSpec listed(String[] word) {
        String[] pair = word[1].split("-", -1);
        String family = pair[0] + "-" + pair[1];
        BigDecimal lever = new BigDecimal(word[6]);
        return (word[2].equals("inverse")
                        ? InstrumentSpec.inverseSwap(word[1], family, pair[0], pair[1], lever)
                        : InstrumentSpec.linearSwap(word[1], family, pair[0], pair[1], lever))
                .ctVal(new BigDecimal(word[3]))
                .tickSz(new BigDecimal(word[4]))
                .lotSz(new BigDecimal(word[5]))
                .minSz(new BigDecimal(word[5]))
                .tiers(List.of(new PositionTier(
                        1,
                        BigDecimal.ZERO,
                        new BigDecimal("1000000"),
                        new BigDecimal(word[7]),
                        BigDecimal.ONE.divide(lever, 8, RoundingMode.UP),
                        lever)))
                .build();
    }

    /** Returns the command that the words before a bar stand for. */
    private static Command command(List<String> word) {
        return switch (word.get(0)) {
            case "lever" ->
                new Command.SetLeverage(
                        inst(word.get(1)), mode(word.get(2)), new BigDecimal(word.get(3)), side(word.get(1)));
            case "margin" ->
                new Command.AdjustMargin(
                        inst(word.get(2)),
                        side(word.get(2)),
                        word.get(1).equals("add"),
                        new BigDecimal(word.get(3)));
            case "demo" -> {
                Map<String, BigDecimal> adjustments = new TreeMap<>();
                for (int i = 2; i < word.size(); i += 2) {
                    adjustments.put(word.get(i), new BigDecimal(word.get(i + 1)));
                }
                yield new Command.DemoAdjust(word.get(1).equals("increase"), adjustments);
            }
            case "long_short" -> new Command.SetPositionMode(true);
            case "acctLv" -> new Command.SetAccountLevel(word.get(1));
            case "feeType" -> new Command.SetFeeType(word.get(1));
            case "close" ->
                new Command.ClosePosition(
                        inst(word.get(1)), mode(word.get(2)), side(word.get(1)), null, null, true);
            case "market", "limit" -> {
                OrderTicketBuilder ticket = Fixture.order(
                                inst(word.get(2)),
                                Side.valueOf(word.get(1).toUpperCase(Locale.ROOT)),
                                OrderType.valueOf(word.get(0).toUpperCase(Locale.ROOT)),
                                word.get(4))
                        .posSide(side(word.get(2)))
                        .tdMode(mode(word.get(3)));
                if (word.get(0).equals("limit")) {
                    ticket.px(new BigDecimal(word.get(5)));
                } else if (word.get(3).equals("cash")) {
                    boolean quote = word.size() > 5 && word.get(5).equals("quote");
                    ticket.tgtCcy(quote ? TargetCcy.QUOTE_CCY : TargetCcy.BASE_CCY);
                }
                yield new Command.Place(ticket.build());
            }
            default -> throw new IllegalArgumentException(word.toString());
        };
    }

    private static BigDecimal figure(Fixture at, String what, String of) {
        List<FillView> fills = at.venue.fills();
        return Objects.requireNonNull(
                switch (what) {
                    case "cash" -> at.balance(of).cashBal();
                    case "frozen" -> at.balance(of).ordFrozen();
                    case "eq" -> at.balance(of).eq();
                    case "eqUsd" -> at.balance(of).eqUsd();
                    case "isoEq" -> at.balance(of).isoEq();
                    case "availEq" -> at.balance(of).availEq();
                    case "availBal" -> at.balance(of).availBal();
                    case "ccyImr" -> at.balance(of).imr();
                    case "ccyMmr" -> at.balance(of).mmr();
                    case "largest" -> largest(at, of);
                    case "settlePx" ->
                        at.venue.deliveries().stream()
                                .filter(delivery -> delivery.instId().equals(of))
                                .findFirst()
                                .orElseThrow()
                                .px();
                    case "pnlRatio" ->
                        at.venue
                                .closedPositions()
                                .get(at.venue.closedPositions().size() - 1)
                                .pnlRatio();
                    case "positions" -> BigDecimal.valueOf(at.venue.positions().size());
                    case "fillPx" -> fills.get(fills.size() - 1).fillPx();
                    case "fillSz" -> fills.get(fills.size() - 1).fillSz();
                    case "pnl" -> fills.get(fills.size() - 1).fillPnl();
                    case "fee" -> feeIn(of, fills.get(fills.size() - 1));
                    case "bill" -> lastBill(at, of).balChg();
                    case "billOfMargin" -> lastBill(at, of).posBalChg();
                    default -> ofPosition(position(at, of), what);
                });
    }

    /** Returns the largest order of an instrument, mode, side and price, separated by commas. */
    private static BigDecimal largest(Fixture at, String of) {
        String[] part = of.split(",", -1);
        return at.venue.largest(
                part[0],
                mode(part[1]),
                PosSide.NET,
                Side.valueOf(part[2].toUpperCase(Locale.ROOT)),
                new BigDecimal(part[3]),
                null);
    }

    private static BigDecimal ofPosition(PositionView position, String what) {
        return Objects.requireNonNull(
                switch (what) {
                    case "pos" -> position.pos();
                    case "avgPx" -> position.avgPx();
                    case "markPx" -> position.markPx();
                    case "upl" -> position.upl();
                    case "uplRatio" -> position.uplRatio();
                    case "uplLastPx" -> position.uplLastPx();
                    case "margin" -> position.margin();
                    case "imr" -> position.imr();
                    case "mmr" -> position.mmr();
                    case "mgnRatio" -> position.mgnRatio();
                    case "liqPx" -> position.liqPx();
                    case "bePx" -> position.bePx();
                    case "notionalUsd" -> position.notionalUsd();
                    case "realizedPnl" -> position.realizedPnl();
                    case "fundingFee" -> position.fundingFee();
                    default -> ofOption(Objects.requireNonNull(position.option(), what), what);
                },
                what);
    }

    private static BigDecimal ofOption(PositionView.OptionPart option, String what) {
        return switch (what) {
            case "optVal" -> option.optVal();
            case "deltaBS" -> option.greeks().deltaBS();
            case "gammaBS" -> option.greeks().gammaBS();
            case "thetaBS" -> option.greeks().thetaBS();
            case "vegaBS" -> option.greeks().vegaBS();
            case "deltaPA" -> option.greeks().deltaPA();
            case "gammaPA" -> option.greeks().gammaPA();
            case "thetaPA" -> option.greeks().thetaPA();
            case "vegaPA" -> option.greeks().vegaPA();
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static PositionView position(Fixture at, String of) {
        PosSide side = side(of);
        return side == null ? at.position(of) : at.position(inst(of), side);
    }

    /** Returns the latest bill of a sub-type. */
    private static BillView lastBill(Fixture at, String subType) {
        return at.venue.bills().stream()
                .filter(bill -> bill.subType().equals(subType))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    private static BigDecimal feeIn(String ccy, FillView fill) {
        assertThat(fill.feeCcy()).isEqualTo(ccy);
        return fill.fee();
    }

    private static TradeMode mode(String word) {
        return TradeMode.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static String inst(String word) {
        return word.split(":", -1)[0];
    }

    /** Returns the side that a word names after its instrument, or null. */
    private static @Nullable PosSide side(String word) {
        String[] part = word.split(":", -1);
        return part.length == 1 ? null : PosSide.valueOf(part[1].toUpperCase(Locale.ROOT));
    }

    /** Reads every file; the name of a case begins with that of its file. */
    private static Map<String, List<String>> read() throws IOException {
        Map<String, List<String>> cases = new LinkedHashMap<>();
        List<Path> files;
        try (Stream<Path> found = Files.list(CASES)) {
            files = found.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
        }
        for (Path file : files) {
            List<String> current = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("case ")) {
                    current = new ArrayList<>();
                    String name = file.getFileName() + " " + line.substring(5);
                    assertThat(cases.put(name, current)).as(name).isNull();
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    current.add(line);
                }
            }
        }
        return cases;
    }
}

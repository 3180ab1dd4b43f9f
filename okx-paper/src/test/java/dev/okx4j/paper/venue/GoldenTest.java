package dev.okx4j.paper.venue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the cases of {@code golden/cases.txt}, in which the arithmetic stands beside each figure. */
class GoldenTest {

    @TestFactory
    Stream<DynamicTest> everyFigure_equalsTheOneWorkedByHand() throws IOException {
        Map<String, List<String>> cases = read();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(10);
        return cases.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> run(each.getValue())));
    }

    private static void run(List<String> lines) {
        ScriptedFeed feed = Fixture.market();
        Map<String, BigDecimal> balances = new TreeMap<>();
        for (String line : lines) {
            String[] word = line.split(" ", -1);
            switch (word[0]) {
                case "leg" -> feed.to(word[1], word[2], word[3]);
                case "funding" -> feed.funding(word[1], word[2]);
                case "balance" -> balances.put(word[1], new BigDecimal(word[2]));
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
            case "balance" -> {}
            case "lever" -> at.lever(word[1], mode(word[2]), word[3]);
            case "leg", "funding" -> at.advance(1);
            case "market", "limit" -> {
                OrderTicketBuilder ticket = Fixture.order(
                                word[2],
                                Side.valueOf(word[1].toUpperCase(Locale.ROOT)),
                                OrderType.valueOf(word[0].toUpperCase(Locale.ROOT)),
                                word[4])
                        .tdMode(mode(word[3]));
                if (word[0].equals("limit")) {
                    ticket.px(new BigDecimal(word[5]));
                } else if (word[3].equals("cash")) {
                    ticket.tgtCcy(TargetCcy.BASE_CCY);
                }
                at.place(ticket);
            }
            case "expect" -> assertThat(figure(at, word[1], word[2])).as(line).isEqualByComparingTo(word[3]);
            default -> throw new IllegalArgumentException(line);
        }
    }

    private static BigDecimal figure(Fixture at, String what, String of) {
        List<FillView> fills = at.venue.fills();
        return Objects.requireNonNull(
                switch (what) {
                    case "cash" -> at.balance(of).cashBal();
                    case "frozen" -> at.balance(of).ordFrozen();
                    case "eq" -> at.balance(of).eq();
                    case "availEq" -> at.balance(of).availEq();
                    case "pos" -> at.position(of).pos();
                    case "avgPx" -> at.position(of).avgPx();
                    case "upl" -> at.position(of).upl();
                    case "margin" -> at.position(of).margin();
                    case "imr" -> at.position(of).imr();
                    case "mmr" -> at.position(of).mmr();
                    case "mgnRatio" -> at.position(of).mgnRatio();
                    case "liqPx" -> at.position(of).liqPx();
                    case "realizedPnl" -> at.position(of).realizedPnl();
                    case "fillPx" -> fills.get(fills.size() - 1).fillPx();
                    case "pnl" -> fills.get(fills.size() - 1).fillPnl();
                    case "fee" -> feeIn(of, fills.get(fills.size() - 1));
                    default -> throw new IllegalArgumentException(what);
                });
    }

    private static BigDecimal feeIn(String ccy, FillView fill) {
        assertThat(fill.feeCcy()).isEqualTo(ccy);
        return fill.fee();
    }

    private static TradeMode mode(String word) {
        return TradeMode.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static Map<String, List<String>> read() throws IOException {
        Map<String, List<String>> cases = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(GoldenTest.class.getResourceAsStream("/golden/cases.txt"))) {
            List<String> current = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (line.startsWith("case ")) {
                    current = new ArrayList<>();
                    cases.put(line.substring(5), current);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    current.add(line);
                }
            }
        }
        return cases;
    }
}

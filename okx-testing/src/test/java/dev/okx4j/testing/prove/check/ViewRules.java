package dev.okx4j.testing.prove.check;

import dev.okx4j.testing.prove.check.Happened.FaultsOver;
import dev.okx4j.testing.prove.check.Happened.Truth;
import dev.okx4j.testing.prove.check.Happened.Viewed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** I7 the exchange's money adds up, I8 the client sees what the exchange has, soon after the faults are over. */
final class ViewRules {
    private static final long SOON_MILLIS = 5_000;

    private final Story story;
    private final List<Violation> found = new ArrayList<>();

    private ViewRules(Story story) {
        this.story = story;
    }

    static List<Violation> check(Story story) {
        ViewRules rules = new ViewRules(story);
        story.all(Viewed.class).forEach(rules::same);
        rules.soon();
        rules.moneyAddsUp();
        return rules.found;
    }

    private void soon() {
        List<FaultsOver> over = story.all(FaultsOver.class);
        List<Viewed> views = story.all(Viewed.class);
        if (!over.isEmpty() && !views.isEmpty()) {
            long took =
                    views.get(views.size() - 1).at() - over.get(over.size() - 1).at();
            if (took > SOON_MILLIS) {
                found.add(new Violation("I8", "The client saw everything only " + took + " ms after the faults"));
            }
        }
    }

    private void same(Viewed view) {
        List<Map<String, Object>> client = JsonText.rows(view.client());
        List<Map<String, Object>> exchange = JsonText.rows(view.exchange());
        if (client.size() != exchange.size()) {
            found.add(new Violation(
                    "I8",
                    "The client sees " + client.size() + " " + view.what() + ", the exchange has " + exchange.size()));
            return;
        }
        for (int i = 0; i < client.size(); i++) {
            fields(view.what() + "[" + i + "]", client.get(i), exchange.get(i));
        }
    }

    private void fields(String where, Map<String, Object> seen, Map<String, Object> had) {
        seen.forEach((name, value) -> {
            if (value instanceof List<?> list) {
                Object other = had.get(name);
                for (int i = 0; other instanceof List<?> rows && i < list.size(); i++) {
                    if (i >= rows.size()) {
                        found.add(new Violation("I8", where + "." + name + " has a row too many"));
                    } else if (list.get(i) instanceof Map<?, ?> a && rows.get(i) instanceof Map<?, ?> b) {
                        fields(where + "." + name + "[" + i + "]", named(a), named(b));
                    }
                }
            } else if (!(value instanceof Map<?, ?>) && !equal(JsonText.text(seen, name), JsonText.text(had, name))) {
                found.add(new Violation(
                        "I8",
                        where + "." + name + " is " + value + " for the client and " + had.get(name)
                                + " on the exchange"));
            }
        });
    }

    private static Map<String, Object> named(Map<?, ?> row) {
        Map<String, Object> fields = new TreeMap<>();
        row.forEach((name, value) -> fields.put(String.valueOf(name), value == null ? "" : value));
        return fields;
    }

    private static boolean equal(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        try {
            return new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** What the bills of a currency add up to is what there is of it. */
    private void moneyAddsUp() {
        List<Truth> truths = story.all(Truth.class);
        if (truths.stream().noneMatch(truth -> truth.what().equals("bills"))) {
            return;
        }
        Map<String, BigDecimal> billed = new TreeMap<>();
        for (Truth truth : truths) {
            for (Map<String, Object> row : JsonText.rows(truth.answer())) {
                if (truth.what().equals("bills")) {
                    billed.merge(JsonText.text(row, "ccy"), decimal(row, "balChg"), BigDecimal::add);
                }
            }
        }
        for (Truth truth : truths) {
            if (truth.what().equals("balances")) {
                for (Map<String, Object> account : JsonText.rows(truth.answer())) {
                    for (Object detail : account.get("details") instanceof List<?> list ? list : List.of()) {
                        Map<String, Object> row = named((Map<?, ?>) detail);
                        BigDecimal sum = billed.getOrDefault(JsonText.text(row, "ccy"), BigDecimal.ZERO);
                        BigDecimal cash = decimal(row, "cashBal");
                        if (sum.compareTo(cash) != 0) {
                            found.add(new Violation(
                                    "I7",
                                    "The bills of " + row.get("ccy") + " add up to " + sum + ", and there are "
                                            + cash));
                        }
                    }
                }
            }
        }
    }

    private static BigDecimal decimal(Map<String, Object> row, String field) {
        String text = JsonText.text(row, field);
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }
}

package dev.okx4j.testing.crash;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.log.AppendLog;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.trade.Order;
import dev.okx4j.client.trade.OrderHistoryRequest;
import dev.okx4j.client.trade.PendingOrdersRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares three accounts of the same orders: the journal's lines, the exchange's orders, and what the programs said. */
final class CrashCheck {
    /** What the journal's lines say about one write. */
    private static final class Fate {
        private String kind = "";
        private String clOrdId = "";
        private @Nullable String decision;
    }

    private final Map<String, Fate> fates = new HashMap<>();
    private final Map<String, Order> orders = new HashMap<>();
    private final List<String> violations = new ArrayList<>();
    private int lost;
    private int doubled;
    private int unexplained;

    int intents() {
        return fates.size();
    }

    int orders() {
        return orders.size();
    }

    List<String> violations() {
        return violations;
    }

    String figures() {
        return lost + " lost, " + doubled + " doubled, " + unexplained + " left unexplained";
    }

    void run(Path journal, OkxClient exchange, List<String> said) throws IOException {
        readJournal(journal);
        readExchange(exchange);
        Map<String, Fate> byOrder = new HashMap<>();
        fates.forEach((id, fate) -> {
            if (fate.decision == null) {
                unexplained++;
                violations.add("no outcome of " + fate.kind + " " + id + ", order " + fate.clOrdId);
            }
            if (fate.kind.equals("PLACE") && byOrder.put(fate.clOrdId, fate) != null) {
                doubled++;
                violations.add("two intents placed order " + fate.clOrdId);
            }
        });
        orders.keySet().stream().filter(id -> !byOrder.containsKey(id)).forEach(id -> {
            lost++;
            violations.add("the journal does not know " + orders.get(id));
        });
        byOrder.forEach((id, fate) -> compare(id, "confirmed".equals(fate.decision), fate.decision));
        said.stream().filter(line -> line.startsWith("OUT ")).forEach(line -> {
            String[] words = line.split(" ", 4);
            if (!words[1].equals("Unknown")) {
                compare(words[2], words[1].equals("Confirmed"), line);
            }
        });
        said.stream()
                .filter(line -> line.startsWith("LEFT ") || line.startsWith("REFUSED "))
                .forEach(line -> {
                    unexplained++;
                    violations.add(line);
                });
    }

    private void compare(String clOrdId, boolean confirmed, @Nullable String source) {
        if (confirmed != orders.containsKey(clOrdId)) {
            lost++;
            violations.add("order " + clOrdId + (confirmed ? " is not" : " is") + " at the exchange, but: " + source);
        }
    }

    private void readJournal(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(file -> file.toString().endsWith(".log")).toList();
        }
        for (Path file : files) {
            AppendLog.open(file, line -> note((Map<?, ?>) Json.parse(line))).close();
        }
    }

    private void note(@Nullable Map<?, ?> line) {
        if (line == null || line.containsKey("journal") || line.containsKey("continues")) {
            return;
        }
        if (line.containsKey("of")) {
            Fate fate = fates.computeIfAbsent(String.valueOf(line.get("of")), id -> new Fate());
            if (line.get("was") instanceof Map<?, ?> was) {
                note(was);
            }
            if (!"unknown".equals(line.get("outcome"))) {
                fate.decision = String.valueOf(line.get("outcome"));
            }
        } else {
            Fate fate = fates.computeIfAbsent(String.valueOf(line.get("intent")), id -> new Fate());
            fate.kind = String.valueOf(line.get("kind"));
            fate.clOrdId = String.valueOf(line.get("clOrdId"));
        }
    }

    private void readExchange(OkxClient exchange) {
        Set<String> prices = new HashSet<>();
        String after = null;
        List<Order> page;
        do {
            page = exchange.trade()
                    .pending(PendingOrdersRequest.builder()
                            .limit(100)
                            .after(after)
                            .build());
            after = note(page, prices);
        } while (page.size() == 100);
        after = null;
        do {
            page = exchange.trade()
                    .history(OrderHistoryRequest.builder()
                            .instType(InstType.SWAP)
                            .limit(100)
                            .after(after)
                            .build());
            after = note(page, prices);
        } while (page.size() == 100);
    }

    /** Takes in a page of orders; returns the id of its last. */
    private @Nullable String note(List<Order> page, Set<String> prices) {
        String last = null;
        for (Order order : page) {
            last = order.ordId();
            boolean twice = orders.put(String.valueOf(order.clOrdId()), order) != null;
            boolean samePrice = order.px() != null && !prices.add(order.px().toPlainString());
            if (twice || samePrice) {
                doubled++;
                violations.add("the exchange has it twice: " + order);
            }
        }
        return last;
    }
}

package dev.okx4j.testing.streams;

import dev.okx4j.client.account.AccountBalance;
import dev.okx4j.client.account.BalanceDetail;
import dev.okx4j.client.account.Position;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.stream.AccountTracker;
import dev.okx4j.client.stream.OrderTracker;
import dev.okx4j.client.trade.Fill;
import dev.okx4j.client.trade.Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What REST says of an account, read around every fault, beside what streams have told of it: field by field. */
final class AccountTruth {
    /** What a push of an order says of its latest step, where REST says it of the latest fill; and the words of a reason, only in REST. */
    private static final Set<String> OF_THE_STEP =
            Set.of("tradeId", "fillPx", "fillSz", "fillTime", "cancelSourceReason");

    /** What of a fill only REST has. */
    private static final Set<String> OF_REST = Set.of("billId", "feeRate", "subType");

    private final StreamWorld world;

    AccountTruth(StreamWorld world) {
        this.world = world;
    }

    /**
     * Returns in what a tracker's orders, and what a listener was told of them, differ from the exchange's; nothing when they are equal.
     * Of orders that were cancelled unfilled more than two hours ago the exchange, like OKX, tells nothing any more: of those only the
     * number is known.
     */
    List<String> ordersThatDiffer(OrderTracker tracker, ToldOrders told, int placed) {
        List<String> differences = new ArrayList<>();
        Map<String, Order> pending = pendingThatDiffer(tracker, differences);
        List<Order> ended = records("/api/v5/trade/orders-history?instType=SWAP", "ordId", Order.class);
        Map<String, Order> known = new HashMap<>();
        Map<String, Order> over = new HashMap<>();
        Map<String, String> states = told.states();
        for (Order order : ended) {
            over.put(order.ordId(), order);
            Order tracked = tracker.order(order.instId(), order.ordId());
            if (tracked != null) {
                known.put(order.ordId(), tracked);
            }
            if (!OrderTruth.words(order).equals(states.get(order.ordId()))) {
                differences.add("told " + states.get(order.ordId()) + ", not " + OrderTruth.words(order));
            }
        }
        Fields.compare("ended orders", known, over, OF_THE_STEP, differences);
        states.forEach((ordId, words) -> {
            if (!pending.containsKey(ordId) && !over.containsKey(ordId) && !words.equals(ordId + " canceled 0")) {
                differences.add("told " + words + ", of which the exchange knows nothing");
            }
        });
        if (states.size() != placed) {
            differences.add("told of " + states.size() + " orders, not of " + placed);
        }
        return differences;
    }

    /** Adds in what a tracker's open orders differ from the exchange's, which are returned. */
    Map<String, Order> pendingThatDiffer(OrderTracker tracker, List<String> differences) {
        Map<String, Order> open = byKey(tracker.open(), Order::ordId);
        Map<String, Order> pending =
                byKey(records("/api/v5/trade/orders-pending?instType=SWAP", "ordId", Order.class), Order::ordId);
        Fields.compare("open orders", open, pending, OF_THE_STEP, differences);
        return pending;
    }

    /** Returns which fills of these orders a listener was not told, and which it was told that are not the exchange's. */
    List<String> toldThatDiffer(ToldOrders told, Set<String> ordIds) {
        List<String> differences = new ArrayList<>();
        Set<String> trades = new HashSet<>();
        for (Fill fill : records("/api/v5/trade/fills-history?instType=SWAP", "billId", Fill.class)) {
            trades.add(ToldOrders.trade(fill));
            if (ordIds.contains(fill.ordId()) && !told.fills().containsKey(ToldOrders.trade(fill))) {
                differences.add("not told of " + fill);
            }
        }
        told.fills().keySet().stream()
                .filter(trade -> !trades.contains(trade))
                .forEach(trade -> differences.add("told of a fill that never was: " + trade));
        return differences;
    }

    /** Returns in what the fills that were told differ from the exchange's. */
    List<String> fillsThatDiffer(ToldOrders told) {
        List<String> differences = new ArrayList<>();
        Map<String, Fill> fills =
                byKey(records("/api/v5/trade/fills-history?instType=SWAP", "billId", Fill.class), ToldOrders::trade);
        Fields.compare("fills", told.fills(), fills, OF_REST, differences);
        return differences;
    }

    /** Returns in what the positions and balances of a tracker differ from the exchange's. */
    List<String> holdingsThatDiffer(AccountTracker tracker) {
        List<String> differences = new ArrayList<>();
        Fields.compare(
                "positions",
                byKey(tracker.positions(), Position::posId),
                byKey(records("/api/v5/account/positions", "", Position.class), Position::posId),
                Set.of("uTime"),
                differences);
        AccountBalance account =
                records("/api/v5/account/balance", "", AccountBalance.class).get(0);
        Fields.compare(
                "balances",
                byKey(tracker.balances(), BalanceDetail::ccy),
                byKey(account.details(), BalanceDetail::ccy),
                Set.of("uTime"),
                differences);
        return differences;
    }

    private <E> List<E> records(String target, String cursor, Class<E> type) {
        List<Map<String, @Nullable Object>> rows =
                cursor.isEmpty() ? world.rows(target) : RestPages.all(world, target, cursor);
        return rows.stream().map(row -> Json.<E>fromTree(row, type)).toList();
    }

    private static <E> Map<String, E> byKey(List<E> rows, Function<E, String> key) {
        Map<String, E> map = new HashMap<>();
        rows.forEach(row -> map.put(key.apply(row), row));
        return map;
    }
}

package dev.okx4j.client.stream;

import dev.okx4j.client.fixture.ScriptedWire;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.model.ExecType;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.OrderState;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.rest.Wire;
import dev.okx4j.client.rest.WireRequest;
import dev.okx4j.client.rest.WireResponse;
import dev.okx4j.client.trade.Fill;
import dev.okx4j.client.trade.Order;
import dev.okx4j.client.trade.OrderBuilder;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.NullUnmarked;

/** An exchange's orders in a test: what happens to them makes the rows that are pushed, and REST answers for what they have become. */
@NullUnmarked
final class OrderDesk implements Wire {
    static final String INST = "BTC-USDT";
    private static final int PAGE = 100;

    final Map<String, Order> orders = new LinkedHashMap<>();
    final List<Fill> fills = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    Instant now = Instant.parse("2026-08-17T00:00:00Z");
    /** What REST does not show. */
    Predicate<String> hidden = ordId -> false;

    boolean fillsHidden;
    boolean broken;
    /** Whether this site knows no event contracts. */
    boolean withoutEvents;

    Runnable beforeAnswer = () -> {};
    private long ids = 1000;
    private long trades = 1;

    Order place(String sz, String px) {
        String ordId = String.valueOf(++ids);
        Order order = OrderBuilder.builder()
                .instType(InstType.SPOT)
                .instId(INST)
                .ordId(ordId)
                .clOrdId("c" + ordId)
                .ordType(OrdType.limit)
                .side(Side.buy)
                .tdMode(TdMode.cash)
                .state(OrderState.live)
                .sz(new BigDecimal(sz))
                .px(new BigDecimal(px))
                .accFillSz(BigDecimal.ZERO)
                .cTime(now)
                .uTime(now)
                .build();
        return kept(order);
    }

    private Order kept(Order order) {
        orders.put(order.ordId(), order);
        return order;
    }

    Order amend(String ordId, String px) {
        return kept(OrderBuilder.builder(orders.get(ordId))
                .px(new BigDecimal(px))
                .uTime(now)
                .build());
    }

    Order cancel(String ordId) {
        return kept(OrderBuilder.builder(orders.get(ordId))
                .state(OrderState.canceled)
                .uTime(now)
                .build());
    }

    /** Fills a part, and returns the row that is pushed of it. */
    Order fill(String ordId, String sz) {
        return fill(ordId, sz, String.valueOf(trades++));
    }

    Order fill(String ordId, String sz, String tradeId) {
        Order before = orders.get(ordId);
        BigDecimal size = new BigDecimal(sz);
        BigDecimal filled = before.accFillSz().add(size);
        boolean whole = filled.compareTo(before.sz()) == 0;
        Order after = kept(OrderBuilder.builder(before)
                .accFillSz(filled)
                .state(whole ? OrderState.filled : OrderState.partially_filled)
                .uTime(now)
                .build());
        fills.add(new Fill(
                InstType.SPOT,
                INST,
                tradeId,
                ordId,
                before.clOrdId(),
                String.valueOf(fills.size() + 1),
                null,
                null,
                before.px(),
                size,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Side.buy,
                null,
                ExecType.M,
                "BTC",
                BigDecimal.ZERO,
                now,
                now,
                null,
                null));
        return OrderBuilder.builder(after)
                .tradeId(tradeId.startsWith("-") ? "0" : tradeId)
                .fillSz(size)
                .fillPx(before.px())
                .fillTime(now)
                .execType(ExecType.M)
                .fillFee(BigDecimal.ZERO)
                .fillFeeCcy("BTC")
                .build();
    }

    void later(long millis) {
        now = now.plusMillis(millis);
    }

    List<String> openIds() {
        return orders.values().stream()
                .filter(order -> !order.state().isTerminal())
                .map(Order::ordId)
                .toList();
    }

    @Override
    public WireResponse exchange(WireRequest request) throws IOException {
        beforeAnswer.run();
        if (broken) {
            throw new IOException("unreachable");
        }
        asked.add(request.target());
        String path = request.target().split("\\?", 2)[0];
        Map<String, String> query = query(request.target());
        return switch (path) {
            case "/api/v5/trade/orders-pending" ->
                list(newestFirst(o -> !o.state().isTerminal()), query);
            case "/api/v5/trade/orders-history" ->
                withoutEvents && "EVENTS".equals(query.get("instType"))
                        ? ScriptedWire.json(
                                200, "{\"code\":\"51000\",\"msg\":\"Parameter instType error\",\"data\":[]}")
                        : list(
                                newestFirst(o -> o.state().isTerminal()
                                        && o.instType().name().equals(query.get("instType"))),
                                query);
            case "/api/v5/trade/fills" -> fillRows(query);
            case "/api/v5/trade/order" -> one(query.get("ordId"));
            default -> throw new AssertionError("Not asked for here: " + request.target());
        };
    }

    private static Map<String, String> query(String target) {
        Map<String, String> query = new HashMap<>();
        int mark = target.indexOf('?');
        if (mark >= 0) {
            for (String pair : target.substring(mark + 1).split("&")) {
                String[] parts = pair.split("=", 2);
                query.put(parts[0], parts[1]);
            }
        }
        return query;
    }

    private List<Order> newestFirst(Predicate<Order> wanted) {
        List<Order> rows = new ArrayList<>();
        orders.values().stream()
                .filter(wanted)
                .filter(order -> !hidden.test(order.ordId()))
                .forEach(order -> rows.add(0, order));
        return rows;
    }

    private static WireResponse list(List<Order> rows, Map<String, String> query) {
        String after = query.get("after");
        return rows(rows.stream()
                .filter(o -> after == null || Long.parseLong(o.ordId()) < Long.parseLong(after))
                .limit(PAGE)
                .toList());
    }

    private WireResponse fillRows(Map<String, String> query) {
        String after = query.get("after");
        String begin = query.get("begin");
        List<Fill> rows = new ArrayList<>();
        if (!fillsHidden) {
            for (Fill fill : fills) {
                boolean old = begin != null && fill.ts().toEpochMilli() < Long.parseLong(begin);
                boolean read = after != null && Long.parseLong(fill.billId()) >= Long.parseLong(after);
                boolean other =
                        query.containsKey("ordId") && !query.get("ordId").equals(fill.ordId());
                if (!old && !read && !other) {
                    rows.add(0, fill);
                }
            }
        }
        return rows(rows.stream().limit(PAGE).toList());
    }

    private WireResponse one(String ordId) {
        Order order = orders.get(ordId);
        return order == null || hidden.test(ordId)
                ? ScriptedWire.json(200, "{\"code\":\"51603\",\"msg\":\"Order does not exist\",\"data\":[]}")
                : rows(List.of(order));
    }

    private static WireResponse rows(List<?> rows) {
        List<Object> trees = new ArrayList<>();
        rows.forEach(row -> trees.add(Json.toTree(row)));
        return ScriptedWire.json(200, Json.write(new LinkedHashMap<>(Map.of("code", "0", "msg", "", "data", trees))));
    }
}

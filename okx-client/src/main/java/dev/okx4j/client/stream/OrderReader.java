package dev.okx4j.client.stream;

import dev.okx4j.client.error.OkxApiException;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.trade.Fill;
import dev.okx4j.client.trade.FillsRequest;
import dev.okx4j.client.trade.Order;
import dev.okx4j.client.trade.OrderHistoryRequest;
import dev.okx4j.client.trade.OrderRequest;
import dev.okx4j.client.trade.PendingOrdersRequest;
import dev.okx4j.client.trade.TradeApi;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads by REST what the orders channel cannot be trusted to have told. Its methods block. */
final class OrderReader {
    private static final int PAGE = 100;
    /** More pages of one list than this are not read: a consumer that far behind is told of a gap. */
    private static final int MOST_PAGES = 100;
    /** So many orders are looked up one by one; more are looked for in the history first. */
    private static final int FEW = 20;
    /** How much of what is over is taken down at the start, so that later overlaps do not take it for news. */
    private static final Duration BEFORE_THE_START = Duration.ofMinutes(2);

    private static final List<InstType> TYPES =
            List.of(InstType.SPOT, InstType.MARGIN, InstType.SWAP, InstType.FUTURES, InstType.OPTION, InstType.EVENTS);
    private static final String NO_SUCH_ORDER = "51603";
    private static final String BAD_PARAMETER = "51000";

    private final TradeApi trade;

    OrderReader(TradeApi trade) {
        this.trade = trade;
    }

    /** Returns the live orders, and of what is over the newest: nothing but a mark to count from. */
    OrderReading beginning() {
        Pages<Order> pending = pending();
        List<Order> ended = new ArrayList<>();
        for (InstType type : TYPES) {
            ended.addAll(history(type, null));
        }
        Pages<Fill> fills = pages(
                after -> trade.fills(
                        FillsRequest.builder().after(after).limit(PAGE).build()),
                Fill::billId,
                (first, last) -> last.ts().isBefore(first.ts().minus(BEFORE_THE_START)));
        return new OrderReading(
                pending.rows,
                ended,
                fills.rows,
                List.of(),
                pending.cut ? "There are more live orders than were read" : null);
    }

    /**
     * Returns the live orders, those that ended, and the fills, all since a time.
     *
     * @param since null for everything that OKX still tells
     * @param live the orders that are taken to be live
     * @param known whether an order is known already
     */
    OrderReading since(@Nullable Instant since, Collection<Order> live, Predicate<String> known) {
        Pages<Order> pending = pending();
        Map<String, Order> missing = live.stream().collect(Collectors.toMap(Order::ordId, order -> order));
        Set<String> seen = new HashSet<>();
        pending.rows.forEach(order -> seen.add(order.ordId()));
        missing.keySet().removeAll(seen);
        boolean cut = pending.cut;
        List<Order> ended = new ArrayList<>();
        for (InstType type : TYPES) {
            Ended pages = new Ended(since, missing);
            cut |= pages.read(type);
            ended.addAll(pages.rows);
        }
        ended.forEach(order -> seen.add(order.ordId()));
        List<String> unknown = new ArrayList<>();
        for (Order order : missing.values()) {
            if (!lookedUp(order.instId(), order.ordId(), ended)) {
                unknown.add(order.ordId());
            }
        }
        seen.addAll(missing.keySet());
        // The fills are read after the orders, so that they hold all that these count in.
        Pages<Fill> fills = fills(since, null);
        cut |= fills.cut;
        for (Fill fill : fills.rows) {
            if (seen.add(fill.ordId()) && !known.test(fill.ordId())) {
                lookedUp(fill.instId(), fill.ordId(), ended);
            }
        }
        return new OrderReading(
                pending.rows,
                ended,
                fills.rows,
                unknown,
                cut ? "There is more than could be read of the time missed" : null);
    }

    /** Returns the fills of one order. */
    List<Fill> fillsOf(String ordId) {
        return fills(null, ordId).rows;
    }

    private boolean lookedUp(String instId, String ordId, List<Order> into) {
        try {
            into.add(trade.order(
                    OrderRequest.builder().instId(instId).ordId(ordId).build()));
            return true;
        } catch (OkxApiException e) {
            if (NO_SUCH_ORDER.equals(e.code())) {
                return false;
            }
            throw e;
        }
    }

    private Pages<Order> pending() {
        return pages(
                after -> trade.pending(
                        PendingOrdersRequest.builder().after(after).limit(PAGE).build()),
                Order::ordId,
                (first, last) -> false);
    }

    private Pages<Fill> fills(@Nullable Instant since, @Nullable String ordId) {
        return pages(
                after -> trade.fills(FillsRequest.builder()
                        .ordId(ordId)
                        .begin(since)
                        .after(after)
                        .limit(PAGE)
                        .build()),
                Fill::billId,
                (first, last) -> since != null && last.ts().isBefore(since));
    }

    /** Returns a page of the orders of a kind that are over; none of a kind that this site of OKX does not have. */
    private List<Order> history(InstType type, @Nullable String after) {
        try {
            return trade.history(OrderHistoryRequest.builder()
                    .instType(type)
                    .after(after)
                    .limit(PAGE)
                    .build());
        } catch (OkxApiException e) {
            if (type == InstType.EVENTS && BAD_PARAMETER.equals(e.code())) {
                return List.of();
            }
            throw e;
        }
    }

    /** The orders of the history that ended since a time, or are missing. */
    private final class Ended {
        private final @Nullable Instant since;
        private final Map<String, Order> missing;
        private final List<Order> rows = new ArrayList<>();

        Ended(@Nullable Instant since, Map<String, Order> missing) {
            this.since = since;
            this.missing = missing;
        }

        /** Reads those of one kind, takes what it finds from what is missing, and returns whether there was too much of it. */
        boolean read(InstType type) {
            Pages<Order> pages =
                    pages(after -> taken(history(type, after)), Order::ordId, (first, last) -> isEnough(last.cTime()));
            return pages.cut && !isBefore(pages.rows.get(pages.rows.size() - 1).cTime());
        }

        /** The list goes by when orders were placed: what is missing may be further down than the time goes back. */
        private boolean isEnough(@Nullable Instant placed) {
            return isBefore(placed) && missing.size() <= FEW;
        }

        private List<Order> taken(List<Order> page) {
            for (Order order : page) {
                boolean wasMissing = missing.remove(order.ordId()) != null;
                if (wasMissing || !isBefore(order.uTime())) {
                    rows.add(order);
                }
            }
            return page;
        }

        private boolean isBefore(@Nullable Instant time) {
            return since != null && time != null && time.isBefore(since);
        }
    }

    private record Pages<R>(List<R> rows, boolean cut) {}

    /** Whether a page need not be followed by another. */
    @FunctionalInterface
    private interface Enough<R> {
        boolean is(R first, R last);
    }

    private static <R> Pages<R> pages(
            Function<@Nullable String, List<R>> read, Function<R, @Nullable String> id, Enough<R> enough) {
        List<R> rows = new ArrayList<>();
        String after = null;
        for (int number = 0; number < MOST_PAGES; number++) {
            List<R> page = read.apply(after);
            rows.addAll(page);
            if (page.size() < PAGE) {
                return new Pages<>(rows, false);
            }
            R last = page.get(page.size() - 1);
            String next = id.apply(last);
            if (enough.is(rows.get(0), last) || next == null) {
                return new Pages<>(rows, false);
            }
            after = next;
        }
        return new Pages<>(rows, true);
    }
}

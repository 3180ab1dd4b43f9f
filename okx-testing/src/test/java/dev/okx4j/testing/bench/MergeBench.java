package dev.okx4j.testing.bench;

import dev.okx4j.client.stream.TrackedOrders;
import dev.okx4j.client.stream.Update;
import dev.okx4j.client.stream.merge.MergedOrder;
import dev.okx4j.client.stream.merge.OrderStatement;
import dev.okx4j.client.trade.Order;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Measures how many order events one core merges a second: by the rules alone, through the tracker that tells a listener, and the
 * same from the text of the frames on.
 *
 * <p>Usage: {@code MergeBench [ORDERS [ROUNDS]]}; 20,000 orders of six events each, and 10 rounds of which the best five count, by
 * default.
 */
public final class MergeBench {
    private static final int EVENTS = 6;
    private static final int BEST = 2;

    private final int orders;
    private final int rounds;

    private MergeBench(int orders, int rounds) {
        this.orders = orders;
        this.rounds = rounds;
    }

    /** One round of work, of which every event has to have an effect. */
    private interface Round {
        long run();
    }

    public static void main(String[] args) {
        int orders = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        new MergeBench(orders, rounds).run();
    }

    private void run() {
        List<String> frames = new ArrayList<>();
        for (int i = 0; i < orders; i++) {
            life(1_000_000L + i, frames);
        }
        List<Update<Order>> pushes = new ArrayList<>();
        try (TrackedOrders decoding = new TrackedOrders()) {
            frames.forEach(frame -> pushes.add(decoding.decode(frame)));
        }
        measure("rules alone", () -> merged(pushes));
        measure("tracker, with a listener", () -> {
            try (TrackedOrders tracked = new TrackedOrders()) {
                pushes.forEach(tracked::push);
                return tracked.told();
            }
        });
        measure("frames, decoded, to a listener", () -> {
            try (TrackedOrders tracked = new TrackedOrders()) {
                for (String frame : frames) {
                    tracked.push(tracked.decode(frame));
                }
                return tracked.told();
            }
        });
    }

    private static long merged(List<Update<Order>> pushes) {
        long changes = 0;
        MergedOrder merged = new MergedOrder();
        String current = "";
        long heard = 0;
        for (Update<Order> push : pushes) {
            Order row = push.rows().get(0);
            if (!row.ordId().equals(current)) {
                merged = new MergedOrder();
                current = row.ordId();
            }
            if (merged.add(new OrderStatement(row, ++heard))) {
                changes++;
            }
            String tradeId = row.tradeId();
            if (tradeId != null) {
                merged.add(tradeId, Objects.requireNonNull(row.fillSz()));
            }
        }
        return changes;
    }

    /** Adds the frames of an order that is placed, amended twice, filled in two parts and, in the end, cancelled. */
    private static void life(long ordId, List<String> frames) {
        frames.add(frame(ordId, "live", "0", "100", "", 0));
        frames.add(frame(ordId, "live", "0", "101", "", 1));
        frames.add(frame(ordId, "partially_filled", "1", "101", "t" + ordId, 2));
        frames.add(frame(ordId, "partially_filled", "1", "102", "", 3));
        frames.add(frame(ordId, "partially_filled", "2", "102", "u" + ordId, 4));
        frames.add(frame(ordId, "canceled", "2", "102", "", 5));
    }

    private static String frame(long ordId, String state, String filled, String px, String trade, int millis) {
        String fill = trade.isEmpty()
                ? "\"fillPx\":\"\",\"fillSz\":\"0\",\"fillTime\":\"\",\"tradeId\":\"\",\"fillFee\":\"0\",\"fillFeeCcy\":\"\",\"execType\":\"\""
                : "\"fillPx\":\"" + px + "\",\"fillSz\":\"1\",\"fillTime\":\"" + (1_760_000_000_000L + millis)
                        + "\",\"tradeId\":\"" + trade
                        + "\",\"fillFee\":\"-0.001\",\"fillFeeCcy\":\"BTC\",\"execType\":\"M\"";
        return "{\"arg\":{\"channel\":\"orders\",\"instType\":\"ANY\",\"uid\":\"1\"},\"data\":[{\"instType\":\"SPOT\","
                + "\"instId\":\"BTC-USDT\",\"tgtCcy\":\"\",\"ccy\":\"\",\"ordId\":\"" + ordId + "\",\"clOrdId\":\"c"
                + ordId
                + "\",\"tag\":\"\",\"px\":\"" + px
                + "\",\"sz\":\"3\",\"notionalUsd\":\"300\",\"ordType\":\"limit\",\"side\":\"buy\","
                + "\"posSide\":\"\",\"tdMode\":\"cash\"," + fill + ",\"accFillSz\":\"" + filled
                + "\",\"avgPx\":\"101\",\"state\":\""
                + state
                + "\",\"lever\":\"\",\"feeCcy\":\"BTC\",\"fee\":\"0\",\"rebateCcy\":\"USDT\",\"rebate\":\"0\",\"pnl\":\"0\","
                + "\"source\":\"\",\"cancelSource\":\"\",\"category\":\"normal\",\"uTime\":\""
                + (1_760_000_000_000L + millis)
                + "\",\"cTime\":\"1760000000000\",\"reqId\":\"\",\"amendResult\":\"\",\"reduceOnly\":\"false\",\"code\":\"0\",\"msg\":\"\"}]}";
    }

    private void measure(String name, Round round) {
        long events = (long) orders * EVENTS;
        long allocated = 0;
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            long bytes = allocated();
            long start = System.nanoTime();
            long changes = round.run();
            nanos.add(System.nanoTime() - start);
            allocated = allocated() - bytes;
            if (changes != events) {
                throw new IllegalStateException(name + ": " + changes + " changes of " + events + " events");
            }
        }
        nanos.sort(null);
        long sum = 0;
        int best = Math.max(1, rounds / BEST);
        for (long one : nanos.subList(0, best)) {
            sum += one;
        }
        long perSecond = events * best * 1_000_000_000L / sum;
        System.out.printf(Locale.ROOT, "%-32s %,12d events/s  %,6d bytes/event%n", name, perSecond, allocated / events);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}

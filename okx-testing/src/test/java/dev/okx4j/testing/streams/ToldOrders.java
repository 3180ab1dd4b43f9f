package dev.okx4j.testing.streams;

import dev.okx4j.client.stream.OrderListener;
import dev.okx4j.client.stream.Standing;
import dev.okx4j.client.trade.Fill;
import dev.okx4j.client.trade.Order;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The story of an account's orders as a consumer hears it, and what in it cannot be. */
final class ToldOrders implements OrderListener {
    private final Map<String, String> states = new HashMap<>();
    private final Map<String, BigDecimal> filled = new HashMap<>();
    private final Set<String> over = new HashSet<>();
    private final Map<String, Fill> fills = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int told;
    private int gaps;
    private int interruptions;
    private boolean live;
    private boolean begun;

    @Override
    public synchronized void onOrder(Order order) {
        told++;
        states.put(order.ordId(), OrderTruth.words(order));
        if (over.contains(order.ordId()) && !order.state().isTerminal()) {
            wrong.add("It was over and is not: " + order);
        }
        if (order.state().isTerminal()) {
            over.add(order.ordId());
        }
        BigDecimal size = order.accFillSz() == null ? BigDecimal.ZERO : order.accFillSz();
        BigDecimal before = filled.put(order.ordId(), size);
        if (before != null && before.compareTo(size) > 0) {
            wrong.add("Its filled size fell from " + before + ": " + order);
        }
    }

    @Override
    public synchronized void onFill(Fill fill) {
        if (fills.put(trade(fill), fill) != null) {
            wrong.add("It was told twice: " + fill);
        }
    }

    static String trade(Fill fill) {
        return fill.instId() + " " + fill.tradeId();
    }

    @Override
    public synchronized void onStanding(Standing standing) {
        live = standing.state() == Standing.State.LIVE;
        begun |= live;
        interruptions += standing.state() == Standing.State.STALE ? 1 : 0;
        gaps += standing.gap() ? 1 : 0;
    }

    /** Returns each order as it was last told. */
    synchronized Map<String, String> states() {
        return Map.copyOf(states);
    }

    /** Returns each fill by its instrument and trade. */
    synchronized Map<String, Fill> fills() {
        return Map.copyOf(fills);
    }

    /** Returns what was told and cannot be. */
    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    synchronized int told() {
        return told;
    }

    synchronized int gaps() {
        return gaps;
    }

    synchronized int interruptions() {
        return interruptions;
    }

    /** Returns whether it has ever been live: what is over before that is no part of the story. */
    synchronized boolean hasBegun() {
        return begun;
    }

    synchronized boolean live() {
        return live;
    }
}

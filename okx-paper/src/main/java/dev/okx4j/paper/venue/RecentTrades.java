package dev.okx4j.paper.venue;

import dev.okx4j.paper.feed.MarketEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest trades of one instrument since the market clock began: of others as recorded, and of the account. */
final class RecentTrades {

    /** How many are kept, which is the longest list that OKX gives. */
    static final int MOST = 500;

    private final Deque<TradeView> trades = new ArrayDeque<>();

    /** Takes in a recorded trade. */
    void add(MarketEvent.Trade trade) {
        add(new TradeView(trade.instId(), trade.tradeId(), trade.px(), trade.sz(), trade.side(), trade.ts()));
    }

    /** Takes in the next trade, and forgets the oldest when there are too many. */
    void add(TradeView trade) {
        trades.addLast(trade);
        if (trades.size() > MOST) {
            trades.removeFirst();
        }
    }

    /** Returns the trades, oldest first. */
    List<TradeView> all() {
        return List.copyOf(trades);
    }
}

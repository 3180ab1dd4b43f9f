package dev.okx4j.paper.feed.live;

import dev.okx4j.client.error.OkxException;
import dev.okx4j.client.market.OrderBook;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.publicdata.MarkPrice;
import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.stream.BookView;
import dev.okx4j.client.stream.event.FundingRate;
import dev.okx4j.client.stream.event.IndexTicker;
import dev.okx4j.client.stream.event.OpenInterest;
import dev.okx4j.client.stream.event.Trade;
import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.Evidence;
import dev.okx4j.paper.feed.LiveRecording;
import dev.okx4j.paper.feed.MarketEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of one instrument of a live market, and what has to be asked next. */
final class LiveInstrument {
    private static final Logger LOG = LoggerFactory.getLogger(LiveInstrument.class);
    /** How often figures are asked for that change slowly. */
    private static final Duration SLOW = Duration.ofSeconds(30);

    private final OkxMarket okx;
    private final String instId;
    private final InstType type;
    private final String index;
    private final Clock clock;
    private final InstrumentPushes pushes;
    private final BookDelta book = new BookDelta();
    private @Nullable BigDecimal lastTrade;
    private @Nullable Instant lastTradeTs;
    private @Nullable BigDecimal mark;
    private @Nullable BigDecimal indexPx;
    private @Nullable BigDecimal interest;
    private @Nullable FundingRate funding;
    private boolean slowAsked;
    private long slowNanos;
    private volatile @Nullable Long confirmedNanos;
    /** Since when the first push is waited for; null when that is over. */
    private @Nullable Long patience;

    private volatile @Nullable String asked = "it has not been listened to yet";
    private volatile String trouble = "it has not been asked for yet";

    LiveInstrument(OkxMarket okx, Pushes pushes, String instId, String index, Clock clock) {
        this.okx = okx;
        this.instId = instId;
        this.type = OkxMarket.type(instId);
        this.index = index;
        this.clock = clock;
        this.pushes = new InstrumentPushes(pushes, type, instId, index);
        this.patience = clock.nanos();
    }

    /** Goes on from an event that was recorded before. */
    void knows(MarketEvent event) {
        if (event instanceof MarketEvent.Trade trade) {
            lastTrade = new BigDecimal(trade.tradeId());
            lastTradeTs = trade.ts();
        } else if (event instanceof MarketEvent.Depth depth) {
            book.knows(depth);
        }
    }

    /** Takes what was pushed, or asks for what is new; what fails is tried again the next time. */
    List<MarketEvent> poll() {
        List<MarketEvent> fresh = new ArrayList<>();
        try {
            String why = pushes.trouble();
            say(why);
            if (why == null) {
                pushed(fresh);
            } else {
                asked(fresh);
            }
            confirmedNanos = clock.nanos();
        } catch (OkxException e) {
            trouble = String.valueOf(e.getMessage());
            LOG.warn("{} is not up to date: {}", instId, e.getMessage());
        }
        return fresh;
    }

    /** Tells the log when pushes have ended, when they have not begun in time, and when they are back. */
    private void say(@Nullable String why) {
        long nanos = clock.nanos();
        if (why == null) {
            if (asked != null) {
                LOG.info("{} is pushed by OKX", instId);
            }
            patience = null;
        } else if (asked == null || (patience != null && nanos - patience >= SLOW.toNanos())) {
            LOG.warn("{} is asked for by REST, because it is not pushed: {}", instId, why);
            patience = null;
        }
        asked = why;
    }

    private void pushed(List<MarketEvent> into) {
        if (pushes.trades.isMissingSome()) {
            int gaps = pushes.trades.gaps();
            trades(okx.trades(instId), into);
            pushes.trades.fetched(gaps);
        }
        List<Trade> rows = pushes.trades.take();
        if (!rows.isEmpty()) {
            trades(rows, into);
        }
        BookView view = pushes.book.now().depth(OkxMarket.LEVELS);
        Instant ts = view.ts();
        if (ts != null) {
            book(new OrderBook(view.asks(), view.bids(), ts, view.seqId()), into);
        }
        if (pushes.mark != null) {
            mark(pushes.mark.row(), into);
        }
        if (pushes.index != null) {
            index(pushes.index.row(), into);
        }
        if (pushes.hasFigures()) {
            interest(pushes.interest == null ? null : pushes.interest.row(), into);
            charge(pushes.funding == null ? null : pushes.funding.row(), into);
        } else {
            slowly(into);
        }
    }

    private void asked(List<MarketEvent> into) {
        trades(okx.trades(instId), into);
        book(okx.book(instId), into);
        if (type != InstType.SPOT) {
            okx.marks(type, instId).forEach(row -> mark(row, into));
            index(index.isEmpty() ? null : okx.index(index), into);
            slowly(into);
        }
    }

    private void book(OrderBook now, List<MarketEvent> into) {
        MarketEvent.Depth change = book.next(instId, now);
        if (change != null) {
            into.add(change);
        }
    }

    private void trades(List<Trade> rows, List<MarketEvent> into) {
        BigDecimal before = lastTrade;
        boolean continuous = before == null;
        for (Trade row : rows) {
            BigDecimal id = new BigDecimal(row.tradeId());
            if (before == null || id.compareTo(before) > 0) {
                boolean missed = before != null && !continuous && id.compareTo(before.add(BigDecimal.ONE)) > 0;
                into.add(missed ? afterGap(event(row)) : event(row));
                lastTrade = lastTrade == null ? id : lastTrade.max(id);
                lastTradeTs = row.ts();
            }
            continuous = true;
        }
    }

    /** Returns a trade whose evidence says that those before it were not seen. */
    private MarketEvent.Trade afterGap(MarketEvent.Trade trade) {
        LOG.warn("{}: the trades between {} and {} were not seen", instId, lastTradeTs, trade.ts());
        Evidence told = trade.evidence();
        return new MarketEvent.Trade(
                trade.ts(),
                instId,
                trade.tradeId(),
                trade.px(),
                trade.sz(),
                trade.side(),
                new Evidence(
                        told.source(),
                        told.rule() + "; those between " + lastTradeTs + " and it were not seen",
                        told.grade()));
    }

    /** Returns the event of a trade. */
    static MarketEvent.Trade event(Trade row) {
        return LiveRecording.trade(
                row.ts(),
                row.instId(),
                row.tradeId(),
                row.px(),
                row.sz(),
                row.side() == dev.okx4j.client.model.Side.buy ? Side.BUY : Side.SELL);
    }

    private void mark(@Nullable MarkPrice row, List<MarketEvent> into) {
        if (row != null && differs(mark, row.markPx())) {
            mark = row.markPx();
            into.add(new MarketEvent.Mark(row.ts(), instId, row.markPx()));
        }
    }

    private void index(@Nullable IndexTicker row, List<MarketEvent> into) {
        if (row != null && differs(indexPx, row.idxPx())) {
            indexPx = row.idxPx();
            into.add(new MarketEvent.Index(row.ts(), index, row.idxPx()));
        }
    }

    private static boolean differs(@Nullable BigDecimal before, BigDecimal now) {
        return before == null || before.compareTo(now) != 0;
    }

    private void interest(@Nullable OpenInterest told, List<MarketEvent> into) {
        if (told != null && differs(interest, told.oi())) {
            interest = told.oi();
            into.add(new MarketEvent.OpenInterest(told.ts(), instId, told.oi()));
        }
    }

    /** Asks for the figures that change slowly, now and then. */
    private void slowly(List<MarketEvent> into) {
        long nanos = clock.nanos();
        if (slowAsked && nanos - slowNanos < SLOW.toNanos()) {
            return;
        }
        try {
            interest(okx.openInterest(instId), into);
            charge(type == InstType.SWAP ? okx.funding(instId) : null, into);
        } catch (OkxException e) {
            LOG.warn("{}: open interest or funding is not up to date: {}", instId, e.getMessage());
        }
        slowAsked = true;
        slowNanos = nanos;
    }

    /** A rate has been charged when OKX names a later funding time: what it says that it was, else what it was to be. */
    private void charge(@Nullable FundingRate told, List<MarketEvent> into) {
        FundingRate before = funding;
        if (told == null) {
            return;
        }
        if (before != null && told.fundingTime().isAfter(before.fundingTime())) {
            BigDecimal rate = told.settFundingRate() == null ? before.fundingRate() : told.settFundingRate();
            if (rate != null) {
                into.add(new MarketEvent.FundingRate(before.fundingTime(), instId, rate));
            }
        }
        funding = told;
    }

    /** Returns why OKX is asked for this, or null when it is pushed. */
    @Nullable
    String asked() {
        return asked;
    }

    /** Ends the streams. */
    void close() {
        pushes.close();
    }

    /** Returns why the price must not be traded on, or null when it is fresh. */
    @Nullable
    String stale(Duration maxAge) {
        Long confirmed = confirmedNanos;
        if (confirmed == null) {
            return "OKX's price of " + instId + " is not known since this exchange was started: " + trouble;
        }
        Duration age = Duration.ofNanos(clock.nanos() - confirmed);
        return age.compareTo(maxAge) <= 0
                ? null
                : "OKX's price of " + instId + " is " + age.toSeconds()
                        + " s old, and nothing is traded on one older than " + maxAge.toSeconds() + " s: " + trouble;
    }
}

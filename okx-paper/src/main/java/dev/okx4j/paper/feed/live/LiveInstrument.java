package dev.okx4j.paper.feed.live;

import dev.okx4j.client.error.OkxException;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.publicdata.MarkPrice;
import dev.okx4j.client.seam.Clock;
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
    private final BookDelta book = new BookDelta();
    private @Nullable BigDecimal lastTrade;
    private @Nullable Instant lastTradeTs;
    private @Nullable BigDecimal mark;
    private @Nullable BigDecimal indexPx;
    private @Nullable BigDecimal interest;
    private Rows.@Nullable FundingRate funding;
    private boolean slowAsked;
    private long slowNanos;
    private volatile @Nullable Long confirmedNanos;
    private volatile String trouble = "it has not been asked for yet";

    LiveInstrument(OkxMarket okx, String instId, String index, Clock clock) {
        this.okx = okx;
        this.instId = instId;
        this.type = OkxMarket.type(instId);
        this.index = index;
        this.clock = clock;
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

    /** Asks for what is new; what fails is tried again the next time. */
    List<MarketEvent> poll() {
        List<MarketEvent> fresh = new ArrayList<>();
        try {
            trades(fresh);
            MarketEvent.Depth change = book.next(instId, okx.book(instId));
            if (change != null) {
                fresh.add(change);
            }
            if (type != InstType.SPOT) {
                contract(fresh);
            }
            confirmedNanos = clock.nanos();
        } catch (OkxException e) {
            trouble = String.valueOf(e.getMessage());
            LOG.warn("{} is not up to date: {}", instId, e.getMessage());
        }
        return fresh;
    }

    private void trades(List<MarketEvent> into) {
        BigDecimal before = lastTrade;
        boolean continuous = before == null;
        for (Rows.RecentTrade row : okx.trades(instId)) {
            BigDecimal id = new BigDecimal(row.tradeId());
            if (before == null || id.compareTo(before) > 0) {
                boolean missed = !continuous && id.compareTo(before.add(BigDecimal.ONE)) > 0;
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
    static MarketEvent.Trade event(Rows.RecentTrade row) {
        return LiveRecording.trade(
                row.ts(),
                row.instId(),
                row.tradeId(),
                row.px(),
                row.sz(),
                row.side().equals("buy") ? Side.BUY : Side.SELL);
    }

    /** Asks for what only contracts have. */
    private void contract(List<MarketEvent> into) {
        for (MarkPrice row : okx.marks(type, instId)) {
            if (!row.markPx().equals(mark)) {
                mark = row.markPx();
                into.add(new MarketEvent.Mark(row.ts(), instId, row.markPx()));
            }
        }
        Rows.IndexTicker ticker = index.isEmpty() ? null : okx.index(index);
        if (ticker != null && !ticker.idxPx().equals(indexPx)) {
            indexPx = ticker.idxPx();
            into.add(new MarketEvent.Index(ticker.ts(), index, ticker.idxPx()));
        }
        long nanos = clock.nanos();
        if (!slowAsked || nanos - slowNanos >= SLOW.toNanos()) {
            slowly(into);
            slowAsked = true;
            slowNanos = nanos;
        }
    }

    private void slowly(List<MarketEvent> into) {
        Rows.OpenInterest told = okx.openInterest(instId);
        if (told != null && !told.oi().equals(interest)) {
            interest = told.oi();
            into.add(new MarketEvent.OpenInterest(told.ts(), instId, told.oi()));
        }
        if (type == InstType.SWAP) {
            charge(okx.funding(instId), into);
        }
    }

    /** A rate has been charged when OKX names a later funding time: what it says that it was, else what it was to be. */
    private void charge(Rows.@Nullable FundingRate told, List<MarketEvent> into) {
        Rows.FundingRate before = funding;
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

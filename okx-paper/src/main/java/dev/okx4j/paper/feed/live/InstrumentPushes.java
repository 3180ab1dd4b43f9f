package dev.okx4j.paper.feed.live;

import dev.okx4j.client.model.InstType;
import dev.okx4j.client.publicdata.MarkPrice;
import dev.okx4j.client.stream.BookView;
import dev.okx4j.client.stream.Channels;
import dev.okx4j.client.stream.event.FundingRate;
import dev.okx4j.client.stream.event.IndexTicker;
import dev.okx4j.client.stream.event.OpenInterest;
import org.jspecify.annotations.Nullable;

/** What OKX's streams tell of one instrument. */
final class InstrumentPushes implements AutoCloseable {
    final TradeQueue trades;
    final Pushes.KeptBook book;
    /** Null for what has none. */
    final @Nullable Newest<MarkPrice> mark;

    final @Nullable Newest<IndexTicker> index;
    final @Nullable Newest<OpenInterest> interest;
    final @Nullable Newest<FundingRate> funding;

    InstrumentPushes(Pushes pushes, InstType type, String instId, String underlying) {
        boolean contract = type != InstType.SPOT;
        trades = new TradeQueue(pushes, instId);
        book = pushes.book(instId);
        mark = contract ? new Newest<>(pushes, Channels.MARK_PRICES.of(instId)) : null;
        index = contract && !underlying.isEmpty() ? new Newest<>(pushes, Channels.INDEX_TICKERS.of(underlying)) : null;
        interest = contract ? new Newest<>(pushes, Channels.OPEN_INTEREST.of(instId)) : null;
        funding = type == InstType.SWAP ? new Newest<>(pushes, Channels.FUNDING_RATES.of(instId)) : null;
    }

    /** Returns why what was pushed is not all that decides the price, or null when it is. */
    @Nullable
    String trouble() {
        BookView view = book.now();
        if (view.stale() || view.ts() == null) {
            return "its book: " + view.reason();
        }
        String why = trades.trouble();
        why = why == null && mark != null ? mark.trouble() : why;
        return why == null && index != null ? index.trouble() : why;
    }

    /** Returns whether the figures that change slowly are pushed, too. */
    boolean hasFigures() {
        return (interest == null || interest.trouble() == null) && (funding == null || funding.trouble() == null);
    }

    @Override
    public void close() {
        trades.close();
        book.close();
        close(mark);
        close(index);
        close(interest);
        close(funding);
    }

    private static void close(@Nullable Newest<?> newest) {
        if (newest != null) {
            newest.close();
        }
    }
}

package dev.okx4j.client.stream;

import dev.okx4j.client.stream.book.BookChange;
import dev.okx4j.client.stream.event.BookTop;
import java.util.function.Function;

/** Which of OKX's channels an order book is kept from: how deep it is, how often it comes, and who may have it. */
public enum Depth {
    /** 400 prices a side, changes every 100 ms; for everybody. */
    BOOKS(400, changes(Channels.BOOKS)),
    /** 400 prices a side, changes every 10 ms; for accounts of VIP level 4 and above that are logged in. */
    L2_TBT(400, changes(Channels.BOOKS_FAST)),
    /** 50 prices a side, changes every 10 ms; for accounts of VIP level 4 and above that are logged in. */
    L50_TBT(50, changes(Channels.BOOKS50_FAST)),
    /** 5 prices a side, whole every 100 ms; for everybody. */
    BOOKS5(5, tops(Channels.BOOKS5)),
    /** The best price of each side, every 10 ms; for everybody. */
    BBO(1, tops(Channels.BEST_QUOTES));

    private final int levels;
    private final Kind<?> kind;

    Depth(int levels, Kind<?> kind) {
        this.levels = levels;
        this.kind = kind;
    }

    /** A channel, and how its rows are read as changes of a book. */
    private record Kind<E>(Channel<E> channel, Function<E, BookChange> reader) {
        Subscription<E> tap(BookKeeper keeper, Source source, String instId) {
            return keeper.tap(source, channel.of(instId), reader);
        }
    }

    private static Kind<BookChange> changes(Channel<BookChange> channel) {
        return new Kind<>(channel, change -> change);
    }

    private static Kind<BookTop> tops(Channel<BookTop> channel) {
        return new Kind<>(channel, row -> BookChange.whole(row.asks(), row.bids(), row.seqId(), row.ts()));
    }

    /** Returns how many prices a side has at most. */
    public int levels() {
        return levels;
    }

    /** Returns what an instrument's book is kept from. */
    Topic<?> topic(String instId) {
        return kind.channel.of(instId);
    }

    /** Begins to keep a book. */
    Subscription<?> tap(BookKeeper keeper, Source source, String instId) {
        return kind.tap(keeper, source, instId);
    }
}

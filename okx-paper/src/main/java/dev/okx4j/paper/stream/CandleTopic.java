package dev.okx4j.paper.stream;

import dev.okx4j.client.json.Json;
import dev.okx4j.paper.feed.BarSize;
import dev.okx4j.paper.venue.Venue;
import dev.okx4j.paper.venue.VenueEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The candles of an instrument or an index. Each that is over is pushed, in its turn, however fast the market clock runs; the
 * one that is forming is pushed at a distance.
 */
final class CandleTopic extends Topic {
    private static final int MOST = 300;

    private final Source source;
    private final BarSize size;
    private final String head;
    /** When the newest candle that is over and was told has opened. */
    private Instant told = Instant.EPOCH;
    /** The same without the command that runs. */
    private Instant toldForGood = Instant.EPOCH;

    private @Nullable Object forming;

    /** Where candles come from. */
    interface Source {
        /** Returns the columns of the newest candles, newest first, as REST answers them. */
        List<List<?>> newest(Venue venue, int limit);
    }

    /** Makes a channel. */
    CandleTopic(Source source, BarSize size, Arg arg) {
        super(Duration.ofSeconds(1), NEVER);
        this.source = source;
        this.size = size;
        this.head = "{\"arg\":" + arg.json() + ",\"data\":[";
    }

    @Override
    void welcome(Connection newcomer, Moment now) {
        List<List<?>> found = source.newest(now.venue(), 1);
        if (found.isEmpty()) {
            return;
        }
        List<?> newest = found.get(0);
        if (isFirst()) {
            told = isOver(newest) ? openOf(newest) : openOf(newest).minusMillis(1);
            toldForGood = told;
            forming = newest;
        }
        newcomer.push(frame(newest));
    }

    @Override
    void happened(Venue venue, VenueEvent event, AccountStream stream) {
        int over = ended(venue.now());
        if (over == 0) {
            return;
        }
        List<List<?>> found = source.newest(venue, over + 1);
        for (int i = found.size() - 1; i >= 0; i--) {
            List<?> candle = found.get(i);
            Instant open = openOf(candle);
            if (isOver(candle) && open.isAfter(told)) {
                told = open;
                Frame frame = frame(candle);
                stream.later(() -> {
                    toldForGood = open;
                    toAll(frame);
                });
            }
        }
    }

    /** Returns how many candles behind the last one that was told have ended by a moment; no more than can be asked for. */
    private int ended(Instant now) {
        int over = 0;
        Instant open = size.openOf(told.plusMillis(1));
        Instant next = open.isAfter(told) ? open : size.endOf(open);
        while (over < MOST - 1 && !size.endOf(next).isAfter(now)) {
            next = size.endOf(next);
            over++;
        }
        return over;
    }

    @Override
    void dropped() {
        told = toldForGood;
    }

    @Override
    boolean publish(Moment now, boolean heartbeat) {
        List<List<?>> found = source.newest(now.venue(), 1);
        if (found.isEmpty() || isOver(found.get(0)) || found.get(0).equals(forming)) {
            return false;
        }
        forming = found.get(0);
        toAll(frame(found.get(0)));
        return true;
    }

    private Frame frame(List<?> candle) {
        String text = head + Json.write(candle) + "]}";
        return isOver(candle) ? Frame.of(text) : Frame.latest(this, text);
    }

    private static boolean isOver(List<?> candle) {
        return "1".equals(candle.get(candle.size() - 1));
    }

    private static Instant openOf(List<?> candle) {
        return Instant.ofEpochMilli(Long.parseLong((String) candle.get(0)));
    }
}

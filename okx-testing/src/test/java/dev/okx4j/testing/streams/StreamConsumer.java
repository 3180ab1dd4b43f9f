package dev.okx4j.testing.streams;

import dev.okx4j.client.market.Candle;
import dev.okx4j.client.market.Ticker;
import dev.okx4j.client.stream.AccountTracker;
import dev.okx4j.client.stream.Bar;
import dev.okx4j.client.stream.Channels;
import dev.okx4j.client.stream.OrderBook;
import dev.okx4j.client.stream.OrderTracker;
import dev.okx4j.client.stream.Standing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Somebody who holds a view of the exchange by streams, and can be asked what it is worth. */
interface StreamConsumer extends AutoCloseable {
    /** Lets something happen at the exchange that concerns the view. */
    void happen();

    /** Returns what it knows of its standing at this moment. */
    Standing.State standing();

    /** Returns whether it has been told that the view is not to be believed, or that something is missing, since it was first live. */
    boolean wasTold();

    /** Returns in what the view differs from the exchange's; nothing when it is the same. */
    List<String> differences();

    /** Returns what it was shown that never was so. */
    default List<String> untruths() {
        return List.of();
    }

    @Override
    void close();

    static StreamConsumer ofTicker(Stage stage) {
        Heard<Ticker> heard = stage.hear(Channels.TICKERS.of(Stage.BTC));
        return new OfTopic<>(stage, heard, row -> row.last() + " " + row.askPx() + " " + row.bidPx(), () -> {
            Map<String, @Nullable Object> row = stage.world
                    .rows("/api/v5/market/ticker?instId=" + Stage.BTC)
                    .get(0);
            return row.get("last") + " " + row.get("askPx") + " " + row.get("bidPx");
        });
    }

    static StreamConsumer ofCandle(Stage stage) {
        Heard<Candle> heard = stage.hear(Channels.candles(Bar.M5).of(Stage.BTC));
        return new OfTopic<>(stage, heard, row -> row.ts().toEpochMilli() + " " + row.o() + " " + row.c(), () -> {
            List<?> row = stage.world.list("/api/v5/market/candles?bar=5m&limit=1&instId=" + Stage.BTC);
            return row.get(0) + " " + row.get(1) + " " + row.get(4);
        });
    }

    static StreamConsumer ofOrders(Stage stage) {
        OrderTracker tracker = stage.stream().orders();
        ToldOrders told = new ToldOrders();
        tracker.subscribe(told);
        return new StreamConsumer() {
            private final Set<String> inTheStory = new HashSet<>();
            private int number;

            @Override
            public void happen() {
                boolean begun = told.hasBegun();
                String id = stage.world.rest(Stage.BTC);
                String filled = stage.world.fill(Stage.BTC, number++ % 2 == 0 ? "buy" : "sell");
                if (begun) {
                    inTheStory.add(filled);
                }
                if (number % 2 == 0) {
                    stage.world.cancel(Stage.BTC, id);
                }
            }

            @Override
            public Standing.State standing() {
                return tracker.standing().state();
            }

            @Override
            public boolean wasTold() {
                return told.interruptions() > 0 || told.gaps() > 0;
            }

            @Override
            public List<String> differences() {
                List<String> all = new ArrayList<>();
                AccountTruth truth = new AccountTruth(stage.world);
                truth.pendingThatDiffer(tracker, all);
                if (told.gaps() == 0) {
                    all.addAll(truth.toldThatDiffer(told, inTheStory));
                }
                return all;
            }

            @Override
            public List<String> untruths() {
                return told.wrong();
            }

            @Override
            public void close() {
                tracker.close();
            }
        };
    }

    static StreamConsumer ofHoldings(Stage stage) {
        AccountTracker tracker = stage.stream().account();
        return new StreamConsumer() {
            private boolean live;
            private boolean told;

            @Override
            public void happen() {
                stage.world.fill(Stage.BTC, "buy");
            }

            @Override
            public Standing.State standing() {
                Standing.State state = tracker.standing().state();
                live |= state == Standing.State.LIVE;
                told |= live && state != Standing.State.LIVE;
                return state;
            }

            @Override
            public boolean wasTold() {
                standing();
                return told;
            }

            @Override
            public List<String> differences() {
                standing();
                return new AccountTruth(stage.world).holdingsThatDiffer(tracker);
            }

            @Override
            public void close() {
                tracker.close();
            }
        };
    }

    static StreamConsumer ofBook(Stage stage) {
        BookTruth truth = new BookTruth(stage.world.paper(), List.of(Stage.BTC));
        WatchedBooks watched = new WatchedBooks(stage.stream(), List.of(Stage.BTC), truth);
        OrderBook book = watched.book(Stage.BTC);
        return new StreamConsumer() {
            @Override
            public void happen() {
                stage.move();
            }

            @Override
            public Standing.State standing() {
                return book.now().stale() ? Standing.State.STALE : Standing.State.LIVE;
            }

            @Override
            public boolean wasTold() {
                return book.resyncs() > 0 || watched.broken() > 0;
            }

            @Override
            public List<String> differences() {
                watched.judge();
                return watched.notThere(stage.world);
            }

            @Override
            public List<String> untruths() {
                Until.holds("all is judged", watched::judge);
                return watched.wrong();
            }

            @Override
            public void close() {
                watched.close();
                truth.close();
            }
        };
    }

    /** A consumer whose view is the newest row of a topic. */
    final class OfTopic<E> implements StreamConsumer {
        private final Stage stage;
        private final Heard<E> heard;
        private final Function<E, String> words;
        private final Supplier<String> truth;

        OfTopic(Stage stage, Heard<E> heard, Function<E, String> words, Supplier<String> truth) {
            this.stage = stage;
            this.heard = heard;
            this.words = words;
            this.truth = truth;
        }

        @Override
        public void happen() {
            stage.move();
        }

        @Override
        public Standing.State standing() {
            List<Standing> standings = heard.standings();
            return standings.isEmpty()
                    ? Standing.State.WAITING
                    : standings.get(standings.size() - 1).state();
        }

        @Override
        public boolean wasTold() {
            return heard.count(Standing.State.STALE) > 0;
        }

        @Override
        public List<String> differences() {
            List<E> rows = heard.rows();
            String told = rows.isEmpty() ? "nothing" : words.apply(rows.get(rows.size() - 1));
            return told.equals(truth.get()) ? List.of() : List.of(told + ", not " + truth.get());
        }

        @Override
        public void close() {}
    }
}

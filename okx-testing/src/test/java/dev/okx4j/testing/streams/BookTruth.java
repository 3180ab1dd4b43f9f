package dev.okx4j.testing.streams;

import dev.okx4j.client.json.Json;
import dev.okx4j.paper.PaperExchange;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/**
 * Every book that the exchange has had, by instrument and sequence number: heard on a connection of its own without faults, and
 * kept by code that shares nothing with the client's.
 */
final class BookTruth extends WebSocketListener implements AutoCloseable {
    private static final int KEPT = 4_000;

    private final Map<String, Kept> books = new ConcurrentHashMap<>();
    private final CountDownLatch snapshots;
    private final OkHttpClient client;
    private final WebSocket socket;
    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor();
    private volatile @Nullable String failure;

    BookTruth(PaperExchange paper, List<String> instIds) {
        snapshots = new CountDownLatch(instIds.size());
        client = new OkHttpClient.Builder().addInterceptor(paper.webSockets()).build();
        socket = client.newWebSocket(
                new Request.Builder().url("http://127.0.0.1/ws/v5/public").build(), this);
        StringBuilder args = new StringBuilder();
        for (String instId : instIds) {
            args.append(args.length() == 0 ? "" : ",").append("{\"channel\":\"books\",\"instId\":\"" + instId + "\"}");
        }
        socket.send("{\"op\":\"subscribe\",\"args\":[" + args + "]}");
        // The exchange ends a connection that says nothing for thirty seconds.
        beat.scheduleAtFixedRate(() -> socket.send("ping"), 10, 10, TimeUnit.SECONDS);
        try {
            if (!snapshots.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("The exchange has no books");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What is known of a book. */
    enum Verdict {
        TRUE,
        FALSE,
        /** It has not been heard of yet. */
        OPEN
    }

    private static final class Kept {
        private final TreeMap<BigDecimal, String> bids = new TreeMap<>(Comparator.reverseOrder());
        private final TreeMap<BigDecimal, String> asks = new TreeMap<>();
        private final ConcurrentSkipListMap<Long, String> seen = new ConcurrentSkipListMap<>();
    }

    @Override
    public void onMessage(WebSocket webSocket, String text) {
        if (!text.contains("\"data\"")
                || !(Json.parse(text) instanceof Map<?, ?> push)
                || !(push.get("arg") instanceof Map<?, ?> arg)) {
            return;
        }
        boolean snapshot = "snapshot".equals(push.get("action"));
        Kept kept = books.computeIfAbsent(String.valueOf(arg.get("instId")), name -> new Kept());
        for (Map<String, @Nullable Object> row : Answers.rows(push)) {
            if (snapshot) {
                kept.bids.clear();
                kept.asks.clear();
                snapshots.countDown();
            }
            change(kept.bids, row.get("bids"));
            change(kept.asks, row.get("asks"));
            kept.seen.put(Long.parseLong(String.valueOf(row.get("seqId"))), text(kept.bids, kept.asks));
            while (kept.seen.size() > KEPT) {
                kept.seen.pollFirstEntry();
            }
        }
    }

    private static void change(TreeMap<BigDecimal, String> side, @Nullable Object levels) {
        if (levels instanceof List<?> list) {
            for (Object level : list) {
                List<?> cells = (List<?>) level;
                BigDecimal px = new BigDecimal(String.valueOf(cells.get(0)));
                BigDecimal sz = new BigDecimal(String.valueOf(cells.get(1)));
                if (sz.signum() == 0) {
                    side.remove(px);
                } else {
                    side.put(px, sz.stripTrailingZeros().toPlainString());
                }
            }
        }
    }

    private static String text(TreeMap<BigDecimal, String> bids, TreeMap<BigDecimal, String> asks) {
        StringBuilder text = new StringBuilder();
        bids.forEach((px, sz) -> level(text, px, sz));
        text.append('|');
        asks.forEach((px, sz) -> level(text, px, sz));
        return Digest.of(text);
    }

    static void level(StringBuilder text, BigDecimal px, String sz) {
        text.append(px.stripTrailingZeros().toPlainString())
                .append(':')
                .append(sz)
                .append(' ');
    }

    /** Returns whether the exchange had this book at this number; {@link Verdict#OPEN} if it has not come so far. */
    Verdict judge(String instId, long seqId, CharSequence book) {
        Kept kept = books.get(instId);
        if (kept == null || kept.seen.isEmpty() || kept.seen.lastKey() < seqId) {
            return Verdict.OPEN;
        }
        String truth = kept.seen.get(seqId);
        return truth != null && truth.equals(Digest.of(book)) ? Verdict.TRUE : Verdict.FALSE;
    }

    /** Returns the number of the newest book. */
    long newest(String instId) {
        Kept kept = books.get(instId);
        return kept == null || kept.seen.isEmpty() ? -1 : kept.seen.lastKey();
    }

    /** Returns why it has ceased to listen; null while it listens. */
    @Nullable
    String failure() {
        return failure;
    }

    @Override
    public void onFailure(WebSocket webSocket, Throwable t, @Nullable Response response) {
        failure = "The connection without faults has failed: " + t;
    }

    @Override
    public void onClosing(WebSocket webSocket, int code, String reason) {
        failure = "The connection without faults was closed: " + code + " " + reason;
    }

    @Override
    public void close() {
        beat.shutdownNow();
        socket.cancel();
        client.dispatcher().executorService().shutdown();
    }
}

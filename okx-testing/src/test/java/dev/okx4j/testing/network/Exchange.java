package dev.okx4j.testing.network;

import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.rest.WireResponse;
import dev.okx4j.client.seam.Entropy;
import dev.okx4j.paper.PaperExchange;
import dev.okx4j.testing.Faults;
import dev.okx4j.testing.FaultyServer;
import dev.okx4j.testing.FaultyWire;
import dev.okx4j.testing.SignedCalls;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One paper exchange, and any number of ports that lead to it over lines with faults of their own. */
final class Exchange implements Closeable {
    static final String INSTRUMENT = SignedCalls.BTC;

    private final FastTime time = new FastTime();
    private final PaperExchange paper;
    private final SignedCalls truth;

    Exchange() throws IOException {
        paper = PaperExchange.builder()
                .clock(time.withoutLimits())
                .entropy(Entropy.seeded(1))
                .open();
        truth = new SignedCalls(paper.wire(), paper.credentials(), time);
        paper.wire().exchange(truth.post("/paper/v1/deposit", Map.of("ccy", "USDT", "amt", "10000000")));
    }

    /** A port of its own, with its own faults. */
    record Line(Faults faults, FaultyServer server) implements Closeable {
        @Override
        public void close() {
            server.close();
        }
    }

    Line line() throws IOException {
        Faults faults = new Faults();
        return new Line(faults, FaultyServer.start(new FaultyWire(paper.wire(), paper.credentials(), faults)));
    }

    FastTime time() {
        return time;
    }

    Credentials key() {
        return paper.credentials();
    }

    /** Returns what signs requests to it, around every fault. */
    SignedCalls truth() {
        return truth;
    }

    /** Does a write on the exchange itself, around every fault. */
    WireResponse does(String path, Object body) throws IOException {
        return paper.wire().exchange(truth.post(path, body));
    }

    /** Returns the last price. */
    String last() throws IOException {
        return String.valueOf(
                truth.rows("/api/v5/market/ticker?instId=" + INSTRUMENT).get(0).get("last"));
    }

    /** Returns every order that the exchange has ever accepted. */
    List<Map<String, @Nullable Object>> orders() throws IOException {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (String list : List.of("orders-pending", "orders-history")) {
            List<Map<String, @Nullable Object>> page;
            String after = "";
            do {
                page = truth.rows("/api/v5/trade/" + list + "?instType=SWAP" + after);
                all.addAll(page);
                after = page.isEmpty()
                        ? ""
                        : "&after=" + page.get(page.size() - 1).get("ordId");
            } while (!page.isEmpty());
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        paper.close();
    }
}

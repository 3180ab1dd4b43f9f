package dev.okx4j.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.seam.Clock;
import dev.okx4j.client.seam.Entropy;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The same clock, entropy and requests give the same answers, to the byte. */
class DeterminismTest {

    @Test
    void run_withTheSameSeed_answersTheSameBytes() throws IOException {
        List<String> first = run(7);

        assertThat(run(7)).isEqualTo(first);
        assertThat(run(8)).isNotEqualTo(first);
    }

    private static List<String> run(long seed) throws IOException {
        VirtualClock clock = new VirtualClock();
        Random random = new Random(seed);
        List<String> answers = new ArrayList<>();
        try (PaperExchange paper = PaperExchange.builder()
                .clock(clock)
                .entropy(Entropy.seeded(seed))
                .open()) {
            answers.add(paper.credentials().apiKey());
            Caller caller = new Caller(paper.wire(), paper.credentials(), clock);
            for (int i = 0; i < 200; i++) {
                clock.pass(Duration.ofMillis(random.nextInt(4_000)));
                answers.add(step(caller, random, i));
            }
            for (String path : List.of(
                    "/api/v5/trade/orders-history?instType=SWAP",
                    "/api/v5/trade/fills",
                    "/api/v5/trade/orders-pending",
                    "/api/v5/account/balance",
                    "/api/v5/account/positions",
                    "/api/v5/account/bills",
                    "/api/v5/account/config",
                    "/api/v5/asset/balances",
                    "/api/v5/public/instruments?instType=SWAP",
                    "/api/v5/market/tickers?instType=SWAP",
                    "/api/v5/market/books?instId=BTC-USDT-SWAP",
                    "/paper/v1/accounts",
                    "/paper/v1/clock")) {
                answers.add(caller.get(path));
            }
            answers.add(paper.digest());
        }
        return answers;
    }

    private static String step(Caller caller, Random random, int i) throws IOException {
        String px = Integer.toString(60_000 + random.nextInt(1_000));
        String order = """
                {"instId":"BTC-USDT-SWAP","tdMode":"cross","side":"buy","ordType":"%s","px":"%s","sz":"0.01","clOrdId":"c%d"}""";
        String one = order.formatted(random.nextBoolean() ? "limit" : "market", px, i);
        return switch (random.nextInt(9)) {
            case 0 -> caller.post("/api/v5/trade/order", one);
            case 1 -> caller.post("/api/v5/trade/batch-orders", "[" + one + "," + one + "]");
            case 2 ->
                caller.post(
                        "/api/v5/trade/amend-order",
                        "{\"instId\":\"BTC-USDT-SWAP\",\"clOrdId\":\"c" + random.nextInt(i + 1) + "\",\"newPx\":\"" + px
                                + "\"}");
            case 3 ->
                caller.post(
                        "/api/v5/trade/cancel-order",
                        "{\"instId\":\"BTC-USDT-SWAP\",\"clOrdId\":\"c" + random.nextInt(i + 1) + "\"}");
            case 4 -> caller.post("/api/v5/trade/close-position", """
                    {"instId":"BTC-USDT-SWAP","mgnMode":"cross","autoCxl":true}""");
            case 5 -> caller.post("/api/v5/trade/cancel-all-after", "{\"timeOut\":\"10\"}");
            case 6 -> caller.post("/api/v5/asset/transfer", """
                    {"ccy":"USDT","amt":"1.5","from":"18","to":"6"}""");
            case 7 -> caller.post("/paper/v1/clock", "{\"by\":\"5m\"}");
            default -> caller.post("/paper/v1/deposit", "{\"ccy\":\"USDT\",\"amt\":\"1\"}");
        };
    }

    private static final class VirtualClock implements Clock {
        private Duration passed = Duration.ZERO;

        void pass(Duration time) {
            passed = passed.plus(time);
        }

        @Override
        public Instant now() {
            return Instant.parse("2026-11-23T10:00:00Z").plus(passed);
        }

        @Override
        public long nanos() {
            return passed.toNanos();
        }
    }
}

package dev.okx4j.client.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.client.account.AccountBalance;
import dev.okx4j.client.account.Position;
import dev.okx4j.client.algo.AlgoOrder;
import dev.okx4j.client.market.Candle;
import dev.okx4j.client.market.Ticker;
import dev.okx4j.client.publicdata.Instrument;
import dev.okx4j.client.stream.event.BookTop;
import dev.okx4j.client.stream.event.Withdrawal;
import dev.okx4j.client.trade.Order;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Rows read from text, beside the same rows read from a tree. */
@NullUnmarked
class RowReaderTest {
    private static final Map<String, Class<?>> RECORDS = Map.of(
            "orders", Order.class,
            "tickers", Ticker.class,
            "positions", Position.class,
            "account", AccountBalance.class,
            "orders-algo", AlgoOrder.class,
            "instruments", Instrument.class,
            "books5", BookTop.class,
            "candle1D", Candle.class,
            "withdrawal-info", Withdrawal.class);
    private static final String SPICE = "\"{}[]:,\\-+.0123456789eEnulltruefalse x\u00e9\ud83d\u0001";

    /** A row as it is on the wire, with the record that holds it. */
    private record Sample(Class<?> record, String text) {}

    @Test
    void row_isTheSameFromTextAsFromATree() throws IOException {
        List<Sample> samples = samples();
        assertThat(samples).extracting(Sample::record).contains(RECORDS.values().toArray(Class<?>[]::new));
        for (Sample sample : samples) {
            assertThat(fromText(sample))
                    .as(sample.text())
                    .isEqualTo(fromTree(sample))
                    .isInstanceOf(sample.record());
        }
    }

    @Test
    void row_thatIsDamaged_isReadOrRefusedByBoth() throws IOException {
        long seed = 20261123;
        Random random = new Random(seed);
        List<Sample> samples = samples();
        int refused = 0;
        for (int i = 0; i < 30_000; i++) {
            Sample whole = samples.get(random.nextInt(samples.size()));
            Sample damaged = new Sample(whole.record(), damage(whole.text(), random));
            Object expected = fromTree(damaged);
            assertThat(fromText(damaged))
                    .as("seed %d, case %d: %s", seed, i, damaged)
                    .isEqualTo(expected);
            refused += expected == null ? 1 : 0;
        }
        assertThat(refused).as("damaged beyond reading").isBetween(3_000, 27_000);
    }

    private static String damage(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int n = 1 + random.nextInt(2); n > 0; n--) {
            int at = random.nextInt(damaged.length());
            char c = SPICE.charAt(random.nextInt(SPICE.length()));
            switch (random.nextInt(3)) {
                case 0 -> damaged.setCharAt(at, c);
                case 1 -> damaged.insert(at, c);
                default -> damaged.deleteCharAt(at);
            }
        }
        return damaged.toString();
    }

    private static Object fromTree(Sample sample) {
        try {
            return Json.read(sample.text(), sample.record());
        } catch (JsonException e) {
            return null;
        }
    }

    private static Object fromText(Sample sample) {
        try {
            JsonScanner json = new JsonScanner(sample.text(), new String[0]);
            Object row = RowReader.of(sample.record()).read(json);
            json.end();
            return row;
        } catch (JsonException e) {
            return null;
        }
    }

    private static List<Sample> samples() throws IOException {
        List<Sample> samples = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                RowReaderTest.class.getResourceAsStream("/streams/samples.jsonl"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Map<?, ?> frame = (Map<?, ?>) Json.parse(line);
                Class<?> record = RECORDS.get(((Map<?, ?>) frame.get("arg")).get("channel"));
                if (record != null) {
                    ((List<?>) frame.get("data")).forEach(row -> samples.add(new Sample(record, Json.write(row))));
                }
            }
        }
        return samples;
    }
}

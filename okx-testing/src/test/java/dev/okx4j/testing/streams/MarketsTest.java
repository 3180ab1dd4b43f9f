package dev.okx4j.testing.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.PaperExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The load of the soak is a load: it fills orders, and every book moves with every step. */
class MarketsTest {
    @Test
    void marketsMove_andOrdersFill(@TempDir Path folder) throws IOException {
        List<String> names = Markets.names(20);
        Path scenario = Markets.write(folder, 20, Duration.ofHours(2), 1);
        try (StreamWorld world = StreamWorld.open(
                        PaperExchange.builder().scenario(scenario.toString()), new WithoutLimits(), false);
                BookTruth truth = new BookTruth(world.paper(), names)) {
            TradingLoad load = new TradingLoad(world, names, 1);
            long before = truth.newest(names.get(19));
            for (int i = 0; i < 200; i++) {
                load.step(Duration.ofSeconds(20), 3);
            }
            assertThat(load.placed()).isGreaterThan(100);
            assertThat(world.rows("/api/v5/trade/fills?instType=SWAP")).hasSize(100);
            assertThat(world.rows("/api/v5/account/positions")).hasSizeGreaterThan(5);
            assertThat(truth.newest(names.get(19))).isGreaterThan(before);
            assertThat(truth.failure()).isNull();
        }
    }
}

package dev.okx4j.paper.venue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okx4j.paper.engine.Side;
import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.InstrumentSpecBuilder;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A month of five-minute bars over five instruments goes by in seconds, with orders, positions and stops in the way. */
class PerformanceTest {

    private static final int BARS = 30 * 288;

    @Test
    void aMonthOfFiveMinuteBars_goesByInUnderFiveSeconds() {
        ScriptedFeed feed = new ScriptedFeed();
        for (int i = 0; i < 5; i++) {
            feed.list(named("I" + i + "-USDT-SWAP"), "100", "2000");
        }
        Random random = new Random(1);
        Map<String, BigDecimal> px = new TreeMap<>();
        for (int bar = 0; bar < BARS; bar++) {
            for (int i = 0; i < 5; i++) {
                String instId = "I" + i + "-USDT-SWAP";
                BigDecimal open = px.getOrDefault(instId, new BigDecimal("100"));
                BigDecimal high = open.add(BigDecimal.valueOf(random.nextInt(30), 2));
                BigDecimal low = open.subtract(BigDecimal.valueOf(random.nextInt(30), 2));
                feed.to(instId, high.toPlainString(), "700").to(instId, low.toPlainString(), "700");
                feed.to(instId, open.toPlainString(), "600");
            }
        }
        Fixture at = new Fixture(feed);
        for (int i = 0; i < 5; i++) {
            String instId = "I" + i + "-USDT-SWAP";
            at.market(instId, Side.BUY, "5");
            for (int order = 1; order <= 40; order++) {
                at.limit(
                        instId,
                        Side.BUY,
                        "0.1",
                        BigDecimal.valueOf(9990 - order, 2).toPlainString());
            }
            at.place(Fixture.algo(instId, Side.SELL, AlgoType.CONDITIONAL, "5")
                    .slTriggerPx(new BigDecimal("60"))
                    .slOrdPx(BigDecimal.ONE.negate()));
        }

        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        Reply.Advanced reply = (Reply.Advanced) at.venue.apply(new Command.Advance(feed.end(), false));
        Duration took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - began);

        System.out.println(BARS * 15 + " legs in " + took.toMillis() + " ms of processor time");
        assertThat(reply.now()).isEqualTo(feed.end());
        assertThat(took).isLessThan(Duration.ofSeconds(5));
    }

    private static InstrumentSpec named(String instId) {
        return InstrumentSpecBuilder.builder(Fixture.nvda()).instId(instId).build();
    }
}

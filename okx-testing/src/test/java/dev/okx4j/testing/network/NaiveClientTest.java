package dev.okx4j.testing.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The faults bite: a client as people write it doubles orders under them, and calls orders failed that the exchange took. */
class NaiveClientTest {
    @Test
    void clientThatTriesAgain_doublesOrders_andLosesSome() throws Exception {
        NaiveRun.Figures figures = NaiveRun.figures();

        LoggerFactory.getLogger("figures").warn("{}", figures);
        assertThat(figures.doubled()).isGreaterThan(figures.runs() / 10);
        assertThat(figures.lost()).isPositive();
    }
}

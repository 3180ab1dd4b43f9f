package dev.okx4j.tools.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.tools.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class VenueTest {
    private final Exchange exchange = new Exchange();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();

    private Venue venue() {
        return new Venue("demo", "eea", true, null, List.of(), () -> {
            opened.incrementAndGet();
            return new Connection(exchange.client(), false, closed::incrementAndGet);
        });
    }

    @Test
    void client_askedByManyAtOnce_isConnectedOnce() throws Exception {
        Venue venue = venue();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> asked = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                asked.add(threads.submit(venue::client));
            }
            for (Future<?> future : asked) {
                assertThat(future.get()).isSameAs(exchange.client());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(opened).hasValue(1);
    }

    @Test
    void close_neverUsed_closesNothing() throws Exception {
        venue().close();
        assertThat(opened).hasValue(0);
        assertThat(closed).hasValue(0);
    }

    @Test
    void close_twice_closesOnceAndRefusesFurtherUse() throws Exception {
        Venue venue = venue();
        venue.client();
        venue.close();
        venue.close();
        assertThat(closed).hasValue(1);
        assertThatThrownBy(venue::client).hasMessageContaining("closed");
    }

    @Test
    void client_openerFailsOnce_isTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        Venue venue = new Venue("demo", "global", true, null, List.of(), () -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("not yet");
            }
            return new Connection(exchange.client(), false, () -> {});
        });
        assertThatThrownBy(venue::client).hasMessage("not yet");
        assertThat(venue.client()).isSameAs(exchange.client());
    }

    @Test
    void facts_areThoseOfTheDecision() {
        Venue venue = venue();
        assertThat(venue.name()).isEqualTo("demo");
        assertThat(venue.site()).isEqualTo("eea");
        assertThat(venue.keyed() && venue.writable()).isTrue();
        assertThat(venue.isPaper()).isFalse();
        assertThat(venue.asOf())
                .as("only recorded prices have a time of their own")
                .isNull();
        assertThat(venue).hasToString("Venue[demo]");
        assertThat(opened).hasValue(0);
    }
}

package dev.okx4j.client.stream;

import dev.okx4j.client.error.OkxException;
import dev.okx4j.client.model.InstState;
import dev.okx4j.client.publicdata.Instrument;
import dev.okx4j.client.seam.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows whether an instrument is not open for trading yet, as it was told within the last minute; asking never waits. */
final class PreOpen implements BooleanSupplier {
    private static final long FRESH = Duration.ofMinutes(1).toNanos();
    private static final Logger LOG = LoggerFactory.getLogger(PreOpen.class);

    private final String instId;
    private final Function<String, @Nullable Instrument> lookUp;
    private final Clock clock;
    private final Executor executor;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile boolean preOpen;
    private volatile long askedAt;

    PreOpen(String instId, Function<String, @Nullable Instrument> lookUp, Clock clock, Executor executor) {
        this.instId = instId;
        this.lookUp = lookUp;
        this.clock = clock;
        this.executor = executor;
        this.askedAt = clock.nanos() - FRESH;
    }

    @Override
    public boolean getAsBoolean() {
        if (clock.nanos() - askedAt >= FRESH && asking.compareAndSet(false, true)) {
            try {
                executor.execute(this::ask);
            } catch (RejectedExecutionException e) {
                asking.set(false); // the client is being closed
            }
        }
        return preOpen;
    }

    private void ask() {
        try {
            Instrument listed = lookUp.apply(instId);
            preOpen = listed != null && listed.state() == InstState.preopen;
        } catch (OkxException e) {
            LOG.info("Whether {} is open for trading could not be read: {}", instId, e.getMessage());
        } finally {
            askedAt = clock.nanos();
            asking.set(false);
        }
    }
}

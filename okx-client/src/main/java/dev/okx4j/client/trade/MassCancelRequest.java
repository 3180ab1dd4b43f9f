package dev.okx4j.client.trade;

import dev.okx4j.client.model.InstType;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The family of options whose orders under market-maker protection are all to be cancelled.
 *
 * @param instType the kind of instrument: options, also when it is not given
 * @param instFamily the family, such as BTC-USD
 * @param lockInterval for how long OKX takes no new orders of the family under market-maker protection, up to ten seconds; absent or
 *     zero for no time, which also lifts an earlier lock
 */
@RecordBuilder
public record MassCancelRequest(
        InstType instType, String instFamily, @Nullable Duration lockInterval) {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    public MassCancelRequest {
        instType = Objects.requireNonNullElse(instType, InstType.OPTION);
        Objects.requireNonNull(instFamily, "instFamily");
        if (instType != InstType.OPTION) {
            throw new IllegalArgumentException("instType is " + instType + "; only options can be cancelled so");
        }
        if (lockInterval != null && (lockInterval.isNegative() || lockInterval.compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException("lockInterval is " + lockInterval + "; give up to ten seconds");
        }
    }

    /** Returns a request for a family, such as BTC-USD, without a lock. */
    public static MassCancelRequest of(String instFamily) {
        return new MassCancelRequest(InstType.OPTION, instFamily, null);
    }

    /** Returns a builder without any value. */
    public static MassCancelRequestBuilder builder() {
        return MassCancelRequestBuilder.builder();
    }
}

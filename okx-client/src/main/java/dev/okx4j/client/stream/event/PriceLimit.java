package dev.okx4j.client.stream.event;

import dev.okx4j.client.model.InstType;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Between which prices orders are taken.
 *
 * @param instType the kind of instrument
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param buyLmt the highest price of a buy; null while there is no limit
 * @param sellLmt the lowest price of a sell; null while there is no limit
 * @param ts when OKX made the statement
 * @param enabled whether the limit is in force
 */
public record PriceLimit(
        InstType instType,
        String instId,
        @Nullable BigDecimal buyLmt,
        @Nullable BigDecimal sellLmt,
        Instant ts,
        @Nullable Boolean enabled) {}

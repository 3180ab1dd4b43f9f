package dev.okx4j.paper.venue;

import dev.okx4j.paper.feed.InstrumentType;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A contract that has ended.
 *
 * @param instType FUTURES or OPTION
 * @param type what became of it, in OKX's word: {@code delivery}, {@code exercised} or {@code expired_otm}
 * @param px settlement price
 * @param ts when it ended
 */
public record DeliveryView(InstrumentType instType, String instId, String type, BigDecimal px, Instant ts) {}

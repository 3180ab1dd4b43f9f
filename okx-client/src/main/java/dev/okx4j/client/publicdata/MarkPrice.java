package dev.okx4j.client.publicdata;

import dev.okx4j.client.model.InstType;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * The mark price of one instrument.
 *
 * @param instType the kind of instrument
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param markPx the mark price
 * @param ts when the price was taken
 */
public record MarkPrice(InstType instType, String instId, BigDecimal markPx, Instant ts) {}

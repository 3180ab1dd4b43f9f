package dev.okx4j.client.stream.event;

import dev.okx4j.client.model.InstType;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * The price at which a contract is expected to settle, pushed in the half hour before.
 *
 * @param instType the kind of instrument
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param settleType what is estimated: a settlement, a delivery or an exercise
 * @param settlePx the estimated price
 * @param ts when OKX made the statement
 */
public record EstimatedPrice(
        InstType instType, String instId, SettleType settleType, BigDecimal settlePx, Instant ts) {}

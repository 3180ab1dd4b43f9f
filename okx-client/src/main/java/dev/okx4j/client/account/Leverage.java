package dev.okx4j.client.account;

import dev.okx4j.client.model.MgnMode;
import dev.okx4j.client.model.PosSide;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The leverage of an instrument or currency in one margin mode.
 *
 * @param instId the instrument, such as BTC-USDT or BTC-USDT-SWAP
 * @param ccy the currency, for cross margin borrowing
 * @param mgnMode how the position is margined
 * @param posSide which position is meant; net where there is one per instrument
 * @param lever the leverage
 */
public record Leverage(
        @Nullable String instId,
        @Nullable String ccy,
        MgnMode mgnMode,
        @Nullable PosSide posSide,
        BigDecimal lever) {}

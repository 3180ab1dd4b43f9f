package dev.okx4j.paper.venue;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of the account's money.
 *
 * @param billId grows with time; a fill's bill of its fee currency has the fill's {@code billId}
 * @param type OKX's bill type: 1 transfer, 2 trade, 5 liquidation, 6 margin transfer, 8 funding
 * @param subType OKX's bill sub-type
 * @param ccy currency of every amount
 * @param balChg change of the cash balance
 * @param bal cash balance after it
 * @param posBalChg change of the isolated margin
 * @param posBal isolated margin after it
 * @param sz size of the fill, amount of the transfer or size of the funded position
 * @param px fill price or funding mark price, or null for a transfer
 * @param pnl realised profit inside {@code balChg}
 * @param fee fee inside {@code balChg}, negative is charged
 * @param mgnMode margin mode of what it is about, or null when it is about the account
 * @param instId instrument, or empty when it is about the account
 * @param ordId order, or empty when no order caused it
 * @param fill the fill that caused it, or null
 * @param from OKX's number of the account that a transfer came from, else empty
 * @param to OKX's number of the account that a transfer went to, else empty
 * @param ts market time
 */
public record BillView(
        String billId,
        String type,
        String subType,
        String ccy,
        BigDecimal balChg,
        BigDecimal bal,
        BigDecimal posBalChg,
        BigDecimal posBal,
        BigDecimal sz,
        @Nullable BigDecimal px,
        BigDecimal pnl,
        BigDecimal fee,
        @Nullable TradeMode mgnMode,
        String instId,
        String ordId,
        @Nullable FillView fill,
        String from,
        String to,
        Instant ts) {}

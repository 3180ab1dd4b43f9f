package dev.okx4j.paper.venue;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Money that has moved between the owner's accounts.
 *
 * @param transId id that the exchange gave it
 * @param clientId the owner's id, or empty
 * @param amt more than zero
 * @param from OKX's number of the account it left: 6 funding, 18 trading
 * @param to OKX's number of the account it went to
 * @param ts market time
 */
public record TransferView(
        String transId, String clientId, String ccy, BigDecimal amt, String from, String to, Instant ts) {}

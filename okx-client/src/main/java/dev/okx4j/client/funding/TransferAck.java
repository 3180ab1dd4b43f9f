package dev.okx4j.client.funding;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * OKX's acknowledgement of a transfer: it has taken the request; {@link FundingApi#transferState} says whether the money
 * has moved.
 *
 * @param transId OKX's id of the transfer
 * @param clientId the caller's own id of the transfer: 1 to 32 letters and digits
 * @param ccy the currency
 * @param from the account that it leaves
 * @param amt how much of it
 * @param to the account that it reaches
 */
public record TransferAck(
        String transId,
        @Nullable String clientId,
        String ccy,
        TransferAccount from,
        BigDecimal amt,
        TransferAccount to) {}

package dev.okx4j.client.funding;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A transfer and how far it has come.
 *
 * @param transId OKX's id of the transfer
 * @param clientId the caller's own id of the transfer: 1 to 32 letters and digits
 * @param ccy the currency
 * @param amt how much of it
 * @param type between whose accounts
 * @param from the account that it leaves
 * @param to the account that it reaches
 * @param subAcct the name of the sub-account
 * @param instId no longer used
 * @param toInstId no longer used
 * @param state how far it has come
 */
public record Transfer(
        String transId,
        @Nullable String clientId,
        @Nullable String ccy,
        @Nullable BigDecimal amt,
        @Nullable TransferType type,
        @Nullable TransferAccount from,
        @Nullable TransferAccount to,
        @Nullable String subAcct,
        @Nullable String instId,
        @Nullable String toInstId,
        TransferState state) {}

package dev.okx4j.client.funding;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Money to move from one account to another.
 *
 * @param type between whose accounts; absent is between the caller's own
 * @param ccy the currency
 * @param amt how much of it
 * @param from the account that it leaves
 * @param to the account that it reaches
 * @param subAcct the name of the sub-account; needed for master_to_sub, sub_to_master and own_to_sub
 * @param loanTrans whether borrowed money may be moved, in multi-currency and portfolio margin mode; absent is no
 * @param omitPosRisk true to move the money whatever it does to the risk of the positions, in portfolio margin mode;
 *     absent is false
 * @param clientId the caller's own id of the transfer: 1 to 32 letters and digits; minted when absent
 */
@RecordBuilder
public record TransferRequest(
        @Nullable TransferType type,
        String ccy,
        BigDecimal amt,
        TransferAccount from,
        TransferAccount to,
        @Nullable String subAcct,
        @Nullable Boolean loanTrans,
        @Nullable String omitPosRisk,
        @Nullable String clientId) {
    public TransferRequest {
        Objects.requireNonNull(ccy, "ccy");
        Objects.requireNonNull(amt, "amt");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (amt.signum() <= 0) {
            throw new IllegalArgumentException("amt is " + amt.toPlainString() + "; give an amount above zero");
        }
        if ((type == null || type == TransferType.within) && from == to) {
            throw new IllegalArgumentException(
                    "from and to are both the " + from + " account: give two accounts, or the type that fits");
        }
        if (type != null && type.namesASubAccount() && subAcct == null) {
            throw new IllegalArgumentException(
                    "A transfer of type " + type + " needs the name of the sub-account: give subAcct");
        }
    }

    /** Returns a builder without any value. */
    public static TransferRequestBuilder builder() {
        return TransferRequestBuilder.builder();
    }
}

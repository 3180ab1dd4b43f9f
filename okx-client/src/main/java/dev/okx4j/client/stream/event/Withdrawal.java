package dev.okx4j.client.stream.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A withdrawal and how far it has come.
 *
 * @param uid the user whose account it is
 * @param subAcct the name of the sub-account
 * @param pTime when OKX pushed it
 * @param ccy the currency
 * @param chain the chain, such as USDT-ERC20
 * @param nonTradableAsset whether the asset cannot be traded
 * @param amt the amount, in that currency
 * @param ts when it was asked for
 * @param from the account it comes from, for transfers inside OKX
 * @param areaCodeFrom the area code, when that account is a phone number
 * @param to the address that it goes to
 * @param areaCodeTo the area code, when that address is a phone number
 * @param toAddrType 1 for an address of a wallet, an e-mail or a phone; 2 for a user id
 * @param tag the tag that some currencies need
 * @param pmtId the payment id that some currencies need
 * @param memo the memo that some currencies need
 * @param addrEx what else belongs to the address, by name
 * @param txId the hash of the transaction; empty until there is one
 * @param fee what the withdrawal costs
 * @param feeCcy the currency of the fee
 * @param state OKX's number for how far it has come: 2 is done, negative ones were called off or failed, the others are on the way
 * @param wdId OKX's id of the withdrawal
 * @param clientId the caller's own id of it
 * @param note the caller's note
 */
public record Withdrawal(
        @Nullable String uid,
        @Nullable String subAcct,
        Instant pTime,
        String ccy,
        @Nullable String chain,
        @Nullable Boolean nonTradableAsset,
        BigDecimal amt,
        @Nullable Instant ts,
        @Nullable String from,
        @Nullable String areaCodeFrom,
        @Nullable String to,
        @Nullable String areaCodeTo,
        @Nullable String toAddrType,
        @Nullable String tag,
        @Nullable String pmtId,
        @Nullable String memo,
        @Nullable Map<String, String> addrEx,
        @Nullable String txId,
        @Nullable BigDecimal fee,
        @Nullable String feeCcy,
        String state,
        @Nullable String wdId,
        @Nullable String clientId,
        @Nullable String note) {}

package dev.okx4j.client.stream.event;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deposit and how far it has come.
 *
 * @param uid the user whose account it is
 * @param subAcct the name of the sub-account
 * @param pTime when OKX pushed it
 * @param ccy the currency
 * @param chain the chain, such as USDT-ERC20
 * @param amt the amount, in that currency
 * @param from the account it comes from, for transfers inside OKX; a part of it is masked
 * @param areaCodeFrom the area code, when that account is a phone number
 * @param to the address that it goes to
 * @param txId the hash of the transaction; empty until there is one
 * @param ts when OKX noted it
 * @param state OKX's number for how far it has come: 0 waiting for confirmations, 1 credited, 2 successful, 8 suspended, 11 from an address on a blacklist, 12 frozen, 13 intercepted for a sub-account, 14 above a limit of the user
 * @param depId OKX's id of the deposit
 * @param fromWdId the sender's id of the withdrawal, for transfers inside OKX
 * @param actualDepBlkConfirm how many blocks have confirmed it
 */
public record Deposit(
        @Nullable String uid,
        @Nullable String subAcct,
        Instant pTime,
        String ccy,
        @Nullable String chain,
        BigDecimal amt,
        @Nullable String from,
        @Nullable String areaCodeFrom,
        @Nullable String to,
        @Nullable String txId,
        @Nullable Instant ts,
        String state,
        @Nullable String depId,
        @Nullable String fromWdId,
        @Nullable Integer actualDepBlkConfirm) {}

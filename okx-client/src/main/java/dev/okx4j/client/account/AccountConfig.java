package dev.okx4j.client.account;

import dev.okx4j.client.model.PosMode;
import dev.okx4j.client.model.StpMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the account and the rights of the API key.
 *
 * @param uid the id of this account
 * @param mainUid the id of the main account
 * @param acctLv the account mode: 1 spot, 2 futures, 3 multi-currency margin, 4 portfolio margin
 * @param acctStpMode which of one's own two orders goes when they would trade with each other
 * @param posMode whether there is one net position per instrument or a long and a short one
 * @param autoLoan whether coins are borrowed automatically
 * @param greeksType how Greeks are shown: PA in coins, BS in dollars
 * @param feeType what spot fees are paid in: 0 what is received, 1 the quote currency
 * @param level the fee level, such as Lv1 or VIP1
 * @param levelTmp a fee level granted for a time
 * @param ctIsoMode how margin moves into isolated contracts: automatic or autonomy
 * @param mgnIsoMode how margin moves into isolated margin positions
 * @param spotOffsetType the old risk offset type; no longer used
 * @param stgyType the strategy: 0 general, 1 delta neutral
 * @param roleType the copy trading role: 0 user, 1 lead, 2 copy trader
 * @param traderInsts the contracts that a lead trader leads
 * @param spotRoleType the spot copy trading role: 0 user, 1 lead, 2 copy trader
 * @param spotTraderInsts the spot pairs that a lead trader leads
 * @param opAuth whether options are activated: 0 or 1
 * @param kycLv the level of identification of the main account, 0 to 3
 * @param label the name of the API key
 * @param ip the addresses that the API key is bound to
 * @param perm what the API key may do: read_only, trade, withdraw, joined by commas
 * @param liquidationGear the margin ratio at which OKX warns: 3 or -1 for 300 %, 0 for never
 * @param enableSpotBorrow whether spot may borrow
 * @param spotBorrowAutoRepay whether borrowed spot is repaid automatically
 * @param type the account type: 0 main, 1 standard sub-account, others managed ones
 * @param settleCcy the currency that USD-margined contracts settle in
 * @param settleCcyList the currencies that USD-margined contracts can settle in
 */
public record AccountConfig(
        String uid,
        @Nullable String mainUid,
        String acctLv,
        @Nullable StpMode acctStpMode,
        PosMode posMode,
        @Nullable Boolean autoLoan,
        @Nullable String greeksType,
        @Nullable String feeType,
        @Nullable String level,
        @Nullable String levelTmp,
        @Nullable String ctIsoMode,
        @Nullable String mgnIsoMode,
        @Nullable String spotOffsetType,
        @Nullable String stgyType,
        @Nullable String roleType,
        @Nullable List<String> traderInsts,
        @Nullable String spotRoleType,
        @Nullable List<String> spotTraderInsts,
        @Nullable String opAuth,
        @Nullable String kycLv,
        @Nullable String label,
        @Nullable String ip,
        @Nullable String perm,
        @Nullable String liquidationGear,
        @Nullable Boolean enableSpotBorrow,
        @Nullable Boolean spotBorrowAutoRepay,
        @Nullable String type,
        @Nullable String settleCcy,
        @Nullable List<String> settleCcyList) {}

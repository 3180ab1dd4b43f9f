package dev.okx4j.tools.kit;

import dev.okx4j.client.account.AccountBalance;
import dev.okx4j.client.account.BalanceDetail;
import dev.okx4j.client.account.Bill;
import dev.okx4j.client.account.BillsRequest;
import dev.okx4j.client.model.InstType;
import dev.okx4j.client.model.MgnMode;
import dev.okx4j.tools.Answer;
import dev.okx4j.tools.Doc;
import dev.okx4j.tools.Tool;
import dev.okx4j.tools.ToolSession;
import dev.okx4j.tools.kit.Choices.InstrumentKind;
import dev.okx4j.tools.kit.Choices.MarginMode;
import dev.okx4j.tools.schema.Form;
import dev.okx4j.tools.schema.Range;
import dev.okx4j.tools.schema.TextForm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Money in the trading account, and what changed it. */
final class AccountTools {
    /** The figures that are shown even when they are zero. */
    private static final Set<String> ALWAYS =
            Set.of("totalEq", "eq", "cashBal", "availBal", "availEq", "frozenBal", "upl", "uTime");
    /** OKX's own default is 100; the kit asks for 20, which is what a conversation needs. */
    private static final int BILLS = 20;

    private AccountTools() {}

    /**
     * Which currencies to show.
     *
     * @param ccy one, or several separated by commas; all if null
     */
    public record BalanceArgs(
            @Doc("e.g. USDT or BTC,ETH; all if left out") @Form(TextForm.CURRENCIES) @Nullable
            String ccy) {}

    static final Tool<BalanceArgs> BALANCE = Tool.read("account_get_balance", BalanceArgs.class)
            .title("Balance")
            .description("Trading account: totalEq in USD, and per currency eq (equity), cashBal, availBal (free to "
                    + "spend), frozenBal and upl. Other figures are left out where they are zero.")
            .handler(AccountTools::balance);

    /** Leaves out the dozens of figures that are zero in an account without margin, loans or options. */
    private static Answer balance(ToolSession session, BalanceArgs args) {
        String[] currencies = args.ccy() == null ? new String[0] : args.ccy().split(",");
        AccountBalance balance = session.okx().account().balance(currencies);
        Map<String, Object> head = Trees.of(balance);
        head.remove("details");
        List<Map<String, Object>> details = new ArrayList<>();
        for (BalanceDetail detail : balance.details()) {
            Map<String, Object> tree = Trees.of(detail);
            tree.entrySet().removeIf(field -> !ALWAYS.contains(field.getKey()) && isNothing(field.getValue()));
            details.add(tree);
        }
        head.entrySet().removeIf(field -> !ALWAYS.contains(field.getKey()) && isNothing(field.getValue()));
        return Answer.rows(head, "details", details);
    }

    /** Returns whether a figure says no more than that there is none of it. */
    private static boolean isNothing(Object value) {
        return value.equals(false)
                || value.equals("off")
                || (value instanceof String text && text.matches("0(\\.0*)?"))
                || (value instanceof BigDecimal number && number.signum() == 0);
    }

    /**
     * Which bills to list; each filter that is null does not filter.
     *
     * @param instType the kind of instrument
     * @param ccy the currency whose balance changed
     * @param mgnMode the margin mode
     * @param type OKX's code of the reason
     * @param after the billId that the list goes on behind, toward older ones
     * @param before the billId that the list ends before, from newer ones
     * @param begin milliseconds since 1970, included
     * @param end milliseconds since 1970, included
     * @param limit rows; 20 if null
     */
    public record BillsArgs(
            @Nullable InstrumentKind instType,

            @Doc("e.g. USDT") @Form(TextForm.CURRENCY) @Nullable
            String ccy,

            @Nullable MarginMode mgnMode,

            @Doc("1 transfer, 2 trade, 3 delivery, 5 liquidation, 6 margin moved, 7 interest, 8 funding fee")
            @Form(TextForm.CODE)
            @Nullable
            String type,

            @Doc(ArgumentDocs.OLDER_BILL) @Form(TextForm.ID) @Nullable
            String after,

            @Doc(ArgumentDocs.NEWER_BILL) @Form(TextForm.ID) @Nullable
            String before,

            @Doc(ArgumentDocs.BEGIN) @Form(TextForm.TIME) @Nullable
            String begin,

            @Doc(ArgumentDocs.END) @Form(TextForm.TIME) @Nullable
            String end,

            @Doc("Rows; 20 if left out") @Range(min = 1, max = 100) @Nullable
            Integer limit) {}

    static final Tool<BillsArgs> BILLS_TOOL = Tool.read("account_get_bills", BillsArgs.class)
            .title("Bills")
            .description("The account's ledger of the last 7 days, newest first: trades, fees, funding and transfers "
                    + "with the change balChg and the balance bal after it.")
            .handler(AccountTools::bills);

    private static Answer bills(ToolSession session, BillsArgs args) {
        int limit = args.limit() == null ? BILLS : args.limit();
        List<Bill> bills = session.okx()
                .account()
                .bills(BillsRequest.builder()
                        .instType(Choices.orNull(InstType.class, args.instType()))
                        .ccy(args.ccy())
                        .mgnMode(Choices.orNull(MgnMode.class, args.mgnMode()))
                        .type(args.type())
                        .after(args.after())
                        .before(args.before())
                        .begin(Times.instant(args.begin()))
                        .end(Times.instant(args.end()))
                        .limit(limit)
                        .build());
        return Paging.rows(bills, limit, Bill::billId);
    }

    static List<Tool<?>> all() {
        return List.of(BALANCE, BILLS_TOOL);
    }
}

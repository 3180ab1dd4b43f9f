package dev.okx4j.samples;

import static dev.okx4j.samples.Words.day;
import static dev.okx4j.samples.Words.plain;
import static dev.okx4j.samples.Words.signed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The account from one balance to another.
 *
 * @param start the cash before the first bill
 * @param bills OKX's bills, the oldest first
 * @param end the cash after the last
 */
record Statement(BigDecimal start, List<Facts> bills, BigDecimal end) {

    /**
     * Where a statement begins.
     *
     * @param cash the cash at that moment
     * @param lastBill the id of the newest bill at that moment
     */
    record Opening(BigDecimal cash, String lastBill) {}

    /** Returns whether the bills lead from the first balance to the last, to the last digit. */
    boolean addsUp() {
        return start.add(sum(bills, "balChg")).compareTo(end) == 0;
    }

    /**
     * Writes the account as a sum, once bill by bill and once by cause.
     *
     * @param funding what the exchange says about funding
     */
    void print(Transcript transcript, String ccy, String funding) {
        int digits = bills.stream()
                .mapToInt(bill -> bill.decimal("balChg").scale())
                .max()
                .orElse(0);
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("", "cash before", fixed(start, digits), ""));
        for (Facts bill : bills) {
            table.add(List.of(day(bill.text("ts")), what(bill), change(bill.decimal("balChg"), digits), parts(bill)));
        }
        table.add(List.of(
                "", "cash after", fixed(end, digits), addsUp() ? "= the sum, to the last digit" : "NOT the sum"));
        transcript.facts(table);
        List<Facts> funded =
                bills.stream().filter(bill -> bill.text("type").equals("8")).toList();
        transcript.assistant("From " + plain(start) + " to " + plain(end) + " " + ccy + " is "
                + signed(end.subtract(start)) + ": P&L " + signed(sum(bills, "pnl")) + ", fees "
                + signed(sum(bills, "fee")) + ", funding " + signed(sum(funded, "balChg"))
                + (funded.isEmpty() ? " (" + funding + ")." : "."));
    }

    private static String what(Facts bill) {
        return switch (bill.text("type")) {
            case "2" -> "trade";
            case "5" -> "liquidation";
            case "6" -> "margin moved";
            case "8" -> "funding";
            default -> "bill of type " + bill.text("type");
        };
    }

    /** Returns what a change is made of: margin that went to the position or came back, profit, and the fee. */
    private static String parts(Facts bill) {
        return "margin " + signed(bill.decimal("posBalChg").negate()) + ", P&L " + signed(bill.decimal("pnl"))
                + ", fee " + signed(bill.decimal("fee"));
    }

    private static String fixed(BigDecimal number, int digits) {
        return number.setScale(Math.max(digits, number.scale())).toPlainString();
    }

    private static String change(BigDecimal number, int digits) {
        return (number.signum() > 0 ? "+" : "") + fixed(number, digits);
    }

    private static BigDecimal sum(List<Facts> bills, String column) {
        return bills.stream().map(bill -> bill.decimal(column)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

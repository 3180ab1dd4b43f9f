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
 * @param bills OKX's bills, the newest first
 * @param end the cash after the last
 */
record Statement(BigDecimal start, List<Facts> bills, BigDecimal end) {

    /** Returns whether the bills lead from the first balance to the last, to the last digit. */
    boolean addsUp() {
        return start.add(sum("balChg")).compareTo(end) == 0;
    }

    void print(Transcript transcript, String ccy) {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("balance before", "", plain(start)));
        for (int i = bills.size() - 1; i >= 0; i--) {
            Facts bill = bills.get(i);
            table.add(List.of(
                    "bill " + bill.text("billId"), day(bill.text("ts")), signed(bill.decimal("balChg")), "pnl",
                    signed(bill.decimal("pnl")), "fee", signed(bill.decimal("fee"))));
        }
        table.add(List.of("balance after", "", plain(end)));
        transcript.facts(table);
        transcript.assistant(plain(start) + " " + signed(sum("balChg")) + " = " + plain(end) + " " + ccy + ".");
    }

    private BigDecimal sum(String column) {
        return bills.stream().map(bill -> bill.decimal(column)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

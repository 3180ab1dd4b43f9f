package dev.okx4j.paper.venue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where a demo account is given money or gives some back, by OKX's rules for it. */
final class DemoDesk {

    /** How many times a day something can be given. */
    static final int DAILY = 3;
    /** What can be given at once; other currencies cannot. */
    private static final Map<String, BigDecimal> CAPS = Map.of(
            "BTC", BigDecimal.ONE,
            "ETH", BigDecimal.ONE,
            "USDT", BigDecimal.valueOf(5000),
            "OKB", BigDecimal.valueOf(100));

    private final State state;
    private final Funds funds;

    DemoDesk(State state, Funds funds) {
        this.state = state;
        this.funds = funds;
    }

    /** Gives or takes all amounts, or none: 59691 after the third time of a day, 59692 or 59693 for want of money. */
    Reply adjust(Command.DemoAdjust command) {
        if (command.adjustments().isEmpty()) {
            throw RefusedException.parameter("adjustments", "at least one currency");
        }
        command.adjustments().forEach((ccy, amt) -> require(command.increase(), ccy, amt));
        LocalDate today = state.now.atZone(ZoneOffset.UTC).toLocalDate();
        int given = today.equals(state.demo.day) ? state.demo.times : 0;
        if (command.increase() && given >= DAILY) {
            throw RefusedException.because("59691", "The daily limit of " + DAILY + " increases is reached");
        }
        if (command.increase()) {
            given++;
            state.demo.day = today;
            state.demo.times = given;
        }
        Map<String, BigDecimal> balances = new TreeMap<>();
        command.adjustments().forEach((ccy, amt) -> {
            BigDecimal change = command.increase() ? amt : amt.negate();
            state.ledger.move(Wallet.of(Wallet.Kind.EXTERNAL, ccy), Wallet.of(Wallet.Kind.CASH, ccy), change);
            Bills.transfer(state, Bills.Entry.account("1", command.increase() ? "11" : "12", ccy), change);
            balances.put(ccy, funds.cash(ccy));
        });
        return new Reply.DemoAdjusted(DAILY - given, command.adjustments(), balances);
    }

    private void require(boolean increase, String ccy, BigDecimal amt) {
        state.requireCurrency(ccy);
        if (amt.signum() <= 0) {
            throw RefusedException.parameter("amt", "it must be above 0");
        }
        if (increase) {
            BigDecimal cap = CAPS.get(ccy);
            if (cap == null || amt.compareTo(cap) > 0) {
                throw RefusedException.parameter(
                        "amt", cap == null ? ccy + " cannot be given" : "at most " + cap + " " + ccy + " at once");
            }
        } else if (funds.cash(ccy).compareTo(amt) < 0) {
            throw RefusedException.because("59692", "The " + ccy + " balance is smaller than that");
        } else if (funds.spendable(ccy).compareTo(amt) < 0) {
            throw RefusedException.because("59693", "Not so much of the " + ccy + " balance is free");
        }
    }

    /** How often the account has been given something on the day when it last was. */
    static final class Count {
        @Nullable
        LocalDate day;

        int times;

        @Override
        public String toString() {
            return times + " on " + day;
        }
    }
}

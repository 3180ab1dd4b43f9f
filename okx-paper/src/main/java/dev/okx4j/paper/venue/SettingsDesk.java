package dev.okx4j.paper.venue;

import java.util.Set;

/** Where the owner sets up the account. */
final class SettingsDesk {

    private final State state;

    SettingsDesk(State state) {
        this.state = state;
    }

    /** Sets net or long/short mode: 51010 in spot mode, 59000 while an order, algo order or position is open. */
    Reply set(Command.SetPositionMode command) {
        if (state.account.acctLv.equals(AccountSettings.SPOT)) {
            throw RefusedException.because("51010", "Spot mode has no positions");
        }
        if (command.longShort() != state.account.longShort) {
            requireNothingOpen("the position mode");
        }
        state.account.longShort = command.longShort();
        return new Reply.AccountSet(state.account.view());
    }

    /** Sets the account mode: 51070 for one that is not offered, 59000 while anything is open. */
    Reply set(Command.SetAccountLevel command) {
        switch (command.acctLv()) {
            case AccountSettings.SPOT, AccountSettings.FUTURES -> {}
            case "3", "4" ->
                throw RefusedException.because(
                        "51070", "You do not meet the requirements for switching to this account mode");
            default -> throw RefusedException.parameter("acctLv", "1 or 2");
        }
        if (!command.acctLv().equals(state.account.acctLv)) {
            requireNothingOpen("the account mode");
        }
        state.account.acctLv = command.acctLv();
        return new Reply.AccountSet(state.account.view());
    }

    /** Sets the currency of spot fees; open orders keep the one that they were placed with. */
    Reply set(Command.SetFeeType command) {
        if (!Set.of(AccountSettings.RECEIVED, AccountSettings.QUOTE).contains(command.feeType())) {
            throw RefusedException.parameter("feeType", "0 or 1");
        }
        state.account.feeType = command.feeType();
        return new Reply.AccountSet(state.account.view());
    }

    /** Sets the unit of Greeks. */
    Reply set(Command.SetGreeks command) {
        if (!Set.of("PA", "BS").contains(command.greeksType())) {
            throw RefusedException.parameter("greeksType", "PA or BS");
        }
        state.account.greeksType = command.greeksType();
        return new Reply.AccountSet(state.account.view());
    }

    private void requireNothingOpen(String what) {
        if (!state.orders.open().isEmpty()
                || !state.algos.live().isEmpty()
                || !state.positions.all().isEmpty()) {
            throw RefusedException.because(
                    "59000", "Cancel the pending orders and close the positions before changing " + what);
        }
    }
}

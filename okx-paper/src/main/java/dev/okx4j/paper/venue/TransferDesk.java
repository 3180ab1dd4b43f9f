package dev.okx4j.paper.venue;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where money comes in from nowhere, and moves between the owner's funding and trading account. */
final class TransferDesk {

    private static final String FUNDING = "6";
    private static final String TRADING = "18";

    private final State state;
    private final Funds funds;

    TransferDesk(State state, Funds funds) {
        this.state = state;
        this.funds = funds;
    }

    /** Adds money to the trading account and returns the id of its bill. */
    String deposit(Command.Deposit deposit) {
        requireDeposit(deposit);
        state.ledger.move(
                Wallet.of(Wallet.Kind.EXTERNAL, deposit.ccy()),
                Wallet.of(Wallet.Kind.CASH, deposit.ccy()),
                deposit.amt());
        return Bills.transfer(state, Bills.Entry.account("1", "11", deposit.ccy()), deposit.amt());
    }

    /** Makes the first deposits; all are checked before the first takes an id, for ids outlive a session that is refused. */
    void deposit(List<Command.Deposit> deposits) {
        deposits.forEach(this::requireDeposit);
        deposits.forEach(this::deposit);
    }

    /** Moves money between the accounts: 58116 when there is not enough, 58404 when the client id was used before. */
    TransferView transfer(Command.Transfer command) {
        state.requireCurrency(command.ccy());
        Texts.requireClientId("clientId", command.clientId());
        if (command.amt().signum() <= 0) {
            throw RefusedException.because("58114", "The amount of a transfer must be above 0");
        }
        if (find(command.clientId()) != null) {
            throw RefusedException.because("58404", "clientId " + command.clientId() + " already exists");
        }
        Wallet trading = Wallet.of(Wallet.Kind.CASH, command.ccy());
        Wallet funding = Wallet.of(Wallet.Kind.FUNDING, command.ccy());
        BigDecimal available = command.toTrading() ? state.ledger.of(funding) : funds.spendable(command.ccy());
        if (available.compareTo(command.amt()) < 0) {
            throw RefusedException.because(
                    "58116",
                    "The transfer of " + command.amt().toPlainString() + " " + command.ccy()
                            + " exceeds the available "
                            + available.max(BigDecimal.ZERO).toPlainString());
        }
        TransferView transfer = new TransferView(
                Long.toString(state.nextId()),
                Texts.orEmpty(command.clientId()),
                command.ccy(),
                command.amt(),
                command.toTrading() ? FUNDING : TRADING,
                command.toTrading() ? TRADING : FUNDING,
                state.now);
        state.ledger.move(
                command.toTrading() ? funding : trading, command.toTrading() ? trading : funding, command.amt());
        state.transfers.add(transfer);
        Bills.transfer(
                state,
                transfer,
                command.toTrading() ? command.amt() : command.amt().negate());
        return transfer;
    }

    private @Nullable TransferView find(@Nullable String clientId) {
        return state.transfers.stream()
                .filter(transfer -> transfer.clientId().equals(clientId))
                .findFirst()
                .orElse(null);
    }

    /** Refuses a currency that nothing trades, and an amount that is not above zero. */
    private void requireDeposit(Command.Deposit deposit) {
        state.requireCurrency(deposit.ccy());
        if (deposit.amt().signum() <= 0) {
            throw RefusedException.parameter("amt", "it must be above 0");
        }
    }
}

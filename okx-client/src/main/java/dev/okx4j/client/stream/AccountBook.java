package dev.okx4j.client.stream;

import dev.okx4j.client.account.AccountBalance;
import dev.okx4j.client.account.AccountBalanceBuilder;
import dev.okx4j.client.account.BalanceDetail;
import dev.okx4j.client.account.Position;
import dev.okx4j.client.stream.event.BalanceAndPosition;
import dev.okx4j.client.stream.merge.Newest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The balances and positions of an account, and what of each statement about them is news. This class is not thread-safe. */
final class AccountBook {
    /** OKX gives a position of the same kind the same id for about a month after its end; a word of it comes no later than this. */
    private static final Duration ENDS_KEPT = Duration.ofDays(1);

    final Held<BalanceDetail> balances = new Held<>();
    final Held<Position> positions = new Held<>();
    private final Consumer<Consumer<AccountListener>> tell;
    private @Nullable AccountBalance account;

    AccountBook(Consumer<Consumer<AccountListener>> tell) {
        this.tell = tell;
    }

    /** Takes in a push of the balances. */
    void balances(Update<AccountBalance> update, long heard) {
        for (AccountBalance row : update.rows()) {
            balances(row, heard);
            balances.pushed(row.uTime());
            for (BalanceDetail detail : row.details()) {
                balances.pushed(changed(detail, row));
                if (update.snapshot()) {
                    balances.onPage(detail.ccy());
                }
            }
        }
        if (update.snapshot() && !update.more()) {
            balances.endOfSnapshot(heard).keySet().forEach(ccy -> tell.accept(to -> to.onBalanceGone(ccy)));
        }
    }

    /** Takes in a push of positions. */
    void positions(Update<Position> update, long heard) {
        for (Position row : update.rows()) {
            position(row, heard);
            positions.pushed(changed(row));
            if (update.snapshot()) {
                positions.onPage(key(row));
            }
        }
        if (update.snapshot() && !update.more()) {
            positions.endOfSnapshot(heard).values().forEach(last -> tell.accept(to -> to.onClosed(last)));
            if (!update.rows().isEmpty()) {
                positions.forgetBefore(stated(update.rows().get(0)).minus(ENDS_KEPT));
            }
        }
    }

    /** Takes in what REST said. */
    void read(AccountBalance balance, List<Position> open, long heard, boolean channelsOwe, long now) {
        Set<String> currencies = new HashSet<>();
        for (BalanceDetail detail : balance.details()) {
            currencies.add(detail.ccy());
            Instant known = balances.changed(detail.ccy());
            if (channelsOwe && (known == null || changed(detail, balance).isAfter(known))) {
                balances.owes(changed(detail, balance), now);
            }
        }
        balances(balance, heard);
        balances.shown(currencies, heard).keySet().forEach(ccy -> tell.accept(to -> to.onBalanceGone(ccy)));
        Set<String> keys = new HashSet<>();
        for (Position row : open) {
            keys.add(key(row));
            Instant known = positions.changed(key(row));
            if (channelsOwe && (known == null || changed(row).isAfter(known))) {
                positions.owes(changed(row), now);
            }
            position(row, heard);
        }
        positions.shown(keys, heard).values().forEach(last -> tell.accept(to -> to.onClosed(last)));
    }

    /** Returns whether the joint channel knows of something that neither of the others has told. */
    boolean isBehind(BalanceAndPosition push) {
        List<BalanceAndPosition.Cash> cash = push.balData();
        List<BalanceAndPosition.Holding> holdings = push.posData();
        return (cash != null && cash.stream().anyMatch(row -> isBehind(balances.changed(row.ccy()), row.uTime())))
                || (holdings != null
                        && holdings.stream()
                                .anyMatch(row -> isBehind(
                                        positions.changed(key(
                                                row.posId(),
                                                row.instId(),
                                                row.mgnMode().name(),
                                                row.posSide().name())),
                                        row.uTime())));
    }

    private static boolean isBehind(@Nullable Instant known, Instant told) {
        return known == null || known.isBefore(told);
    }

    private void balances(AccountBalance row, long heard) {
        if (account == null || !row.uTime().isBefore(account.uTime())) {
            account = row;
        }
        for (BalanceDetail detail : row.details()) {
            Newest.Statement<BalanceDetail> statement =
                    new Newest.Statement<>(detail, changed(detail, row), row.uTime(), heard);
            if (balances.add(detail.ccy(), statement)) {
                tell.accept(to -> to.onBalance(detail));
            }
        }
    }

    private void position(Position row, long heard) {
        boolean closed = row.pos().signum() == 0;
        if (positions.add(key(row), new Newest.Statement<>(closed ? null : row, changed(row), stated(row), heard))) {
            tell.accept(closed ? to -> to.onClosed(row) : to -> to.onPosition(row));
        }
    }

    /** Returns the account as it is known, with the balances of all currencies; null before anything was heard of it. */
    @Nullable
    AccountBalance account() {
        return account == null
                ? null
                : AccountBalanceBuilder.builder(account)
                        .details(balances.values())
                        .build();
    }

    @Nullable
    Position position(String instId, Predicate wanted) {
        return positions.values().stream()
                .filter(row -> row.instId().equals(instId) && wanted.test(row))
                .findFirst()
                .orElse(null);
    }

    /** Which of several positions in one instrument is meant. */
    @FunctionalInterface
    interface Predicate {
        boolean test(Position position);
    }

    private static String key(Position row) {
        return key(
                row.posId(), row.instId(), row.mgnMode().name(), row.posSide().name());
    }

    private static String key(String posId, String instId, String mgnMode, String posSide) {
        return posId.isEmpty() ? instId + ' ' + mgnMode + ' ' + posSide : posId;
    }

    private static Instant changed(BalanceDetail detail, AccountBalance of) {
        return Objects.requireNonNullElse(detail.uTime(), of.uTime());
    }

    private static Instant changed(Position row) {
        return Objects.requireNonNullElse(row.uTime(), Instant.EPOCH);
    }

    private static Instant stated(Position row) {
        return Objects.requireNonNullElse(row.pTime(), changed(row));
    }
}

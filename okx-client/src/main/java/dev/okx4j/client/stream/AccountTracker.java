package dev.okx4j.client.stream;

import dev.okx4j.client.account.AccountApi;
import dev.okx4j.client.account.AccountBalance;
import dev.okx4j.client.account.BalanceDetail;
import dev.okx4j.client.account.Position;
import dev.okx4j.client.model.MgnMode;
import dev.okx4j.client.model.PosSide;
import dev.okx4j.client.seam.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The balances and positions of an account as they are: pushed by OKX, read from REST after every interruption, and compared with it
 * every 30 seconds.
 *
 * <p>While {@link #standing()} is LIVE, what this returns is current; before that it may be out of date, or nothing. Whatever
 * changed during an interruption shows in the newest state, so there are no gaps. This class is thread-safe.
 */
public final class AccountTracker implements AutoCloseable {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final AccountUpkeep upkeep;
    private final Topic<AccountBalance> topic;
    private final List<Subscription<?>> taps;
    private final Timer.Ticking ticking;

    /**
     * Begins to keep track.
     *
     * @param executor runs what blocks: reads of REST, and listeners
     */
    AccountTracker(Source source, AccountTopics topics, AccountApi api, Clock clock, Executor executor, Timer timer) {
        this.topic = topics.account();
        this.upkeep = new AccountUpkeep(source, topics, api, clock, executor);
        this.taps = upkeep.listen();
        this.ticking = timer.every(TICK, upkeep::tick);
    }

    /** Returns the account: its totals as last heard, and the balance of each currency; null before anything was heard. */
    public @Nullable AccountBalance account() {
        return upkeep.look(AccountBook::account);
    }

    /** Returns the balance of each currency that the account holds. */
    public List<BalanceDetail> balances() {
        return upkeep.look(book -> book.balances.values());
    }

    /** Returns the balance of a currency; null when the account holds none. */
    public @Nullable BalanceDetail balance(String ccy) {
        return upkeep.look(book -> book.balances.get(ccy));
    }

    /** Returns the open positions. */
    public List<Position> positions() {
        return upkeep.look(book -> book.positions.values());
    }

    /** Returns an open position; null when there is none. */
    public @Nullable Position position(String instId, MgnMode mgnMode, PosSide posSide) {
        return upkeep.look(book ->
                book.position(instId, position -> position.mgnMode() == mgnMode && position.posSide() == posSide));
    }

    /** Returns how far what this tells can be believed at this moment. */
    public Standing standing() {
        return upkeep.standing();
    }

    /** Begins to tell a listener: first each balance and position, then the standing, then every change. */
    public Subscription<AccountBalance> subscribe(AccountListener listener) {
        return new Joined<>(topic, upkeep::standing, upkeep.join(listener));
    }

    /** Ends the tracking. */
    @Override
    public void close() {
        ticking.close();
        taps.forEach(Subscription::close);
        upkeep.close();
    }
}

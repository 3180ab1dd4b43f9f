package dev.okx4j.paper.stream;

import dev.okx4j.paper.venue.BalanceView;
import dev.okx4j.paper.venue.Venue;
import dev.okx4j.paper.wire.PushRow;
import java.util.List;

/** The account channel: all money to begin with and every few seconds, and the currencies that change as they do. */
final class AccountSubscription extends PrivateSubscription {
    private final Regular regular;

    AccountSubscription(Connection connection, Arg arg, AccountStream stream, String uid) {
        super(connection, arg, stream, uid);
        this.regular = Regular.of(arg);
    }

    @Override
    void begin(Moment now) {
        regular.passed(now.nanos());
        whole(now.venue());
    }

    @Override
    void changed(Venue venue, HoldingsChange change) {
        List<String> ccys = change.ccys.stream().filter(this::isWanted).toList();
        if (!ccys.isEmpty()) {
            List<BalanceView> all = List.copyOf(change.after.balances().values());
            later(
                    "\"eventType\":\"event_update\",",
                    List.of(PushRow.account(all, ccys, venue.now()).fields()));
        }
    }

    @Override
    boolean isDue(long nanos) {
        return regular.isDue(nanos);
    }

    @Override
    void tick(Moment now) {
        if (regular.isDue(now.nanos())) {
            regular.passed(now.nanos());
            whole(now.venue());
        }
    }

    private void whole(Venue venue) {
        List<BalanceView> all = venue.balances();
        List<String> ccys =
                all.stream().map(BalanceView::ccy).filter(this::isWanted).toList();
        snapshot(List.of(PushRow.account(all, ccys, venue.now()).fields()));
    }

    private boolean isWanted(String ccy) {
        String wanted = arg.get("ccy");
        return wanted == null || wanted.equals(ccy);
    }
}

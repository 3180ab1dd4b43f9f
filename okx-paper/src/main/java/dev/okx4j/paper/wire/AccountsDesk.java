package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.READ;
import static dev.okx4j.paper.wire.Route.Scope.USER;

import dev.okx4j.paper.state.AccountKey;
import dev.okx4j.paper.state.Accounts;
import dev.okx4j.paper.state.NamedAccount;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.BalanceView;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.Venue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Answers which paper accounts there are, and makes and deletes them: the owner of the main account may. */
final class AccountsDesk {
    private static final int COUNT = 1_000_000;
    private static final String PATH = "/paper/v1/accounts";

    private final Accounts accounts;
    private final PaperAccount own;
    private final String ownName;

    AccountsDesk(Accounts accounts, PaperAccount own, String ownName) {
        this.accounts = accounts;
        this.own = own;
        this.ownName = ownName;
    }

    /** Returns the paths, which OKX does not have. */
    Stream<Route> routes() {
        return Stream.of(
                Route.get(PATH, READ, COUNT, 2, USER, call -> list()),
                Route.post(PATH, 10, 2, USER, this::create),
                Route.post(PATH + "/delete", 10, 2, USER, this::delete),
                Route.post(PATH + "/key", 10, 2, USER, this::addKey),
                Route.post(PATH + "/delete-key", 10, 2, USER, this::removeKey));
    }

    /** Tells of the account itself first; the main one is told of the others too. */
    private Answer list() {
        List<Map<String, Object>> rows = new ArrayList<>();
        rows.add(own.read(venue -> row(ownName, own, venue)));
        if (isMain()) {
            for (NamedAccount each : accounts.all()) {
                if (each.account() != own && !each.account().isClosed()) {
                    rows.add(each.account().read(venue -> row(each.name(), each.account(), venue)));
                }
            }
        }
        return Answer.rows(rows);
    }

    /** Returns a summary of an account. */
    private static Map<String, Object> row(String name, PaperAccount account, Venue venue) {
        Map<String, String> balances = new TreeMap<>();
        for (BalanceView balance : venue.balances()) {
            balances.put(balance.ccy(), Row.text(balance.eq()));
        }
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("account", name);
        row.put("scenario", account.scenario().id());
        row.put("marketTime", Row.wire(venue.now()));
        row.put("balances", balances);
        row.put("positions", BigDecimal.valueOf(venue.positions().size()));
        row.put("openOrders", BigDecimal.valueOf(venue.openOrders().size()));
        row.put("orders", BigDecimal.valueOf(venue.orders().size()));
        row.put("fills", BigDecimal.valueOf(venue.fills().size()));
        return row;
    }

    /** Makes an account; its secret and passphrase are told here and never again. */
    private Answer create(Call call) {
        requireMain();
        Params params = call.params();
        List<Command> setUp = new ArrayList<>();
        setUp.add(new Command.Reset(PaperDesk.moment(params, "start"), PaperDesk.balances(params)));
        if (params.has("acctLv")) {
            setUp.add(new Command.SetAccountLevel(params.text("acctLv")));
        }
        if (params.has("posMode")) {
            setUp.add(new Command.SetPositionMode(
                    params.oneOf("posMode", "net_mode", "long_short_mode").equals("long_short_mode")));
        }
        return changed(() -> {
            NamedAccount made = accounts.create(params.text("account"), call.received(), setUp);
            return told(made.name(), made.keys().get(0));
        });
    }

    private Answer delete(Call call) {
        requireMain();
        String name = call.params().text("account");
        return changed(() -> {
            NamedAccount deleted = accounts.delete(name);
            if (deleted == null) {
                throw new IllegalArgumentException("There is no account " + name + " beside the main one");
            }
            return Answer.rows(List.of(Map.of("account", deleted.name())));
        });
    }

    private Answer addKey(Call call) {
        requireMain();
        String name = call.params().text("account");
        boolean trade = call.params().oneOf("perm", "trade", "read_only").equals("trade");
        return changed(() -> told(name, accounts.addKey(name, trade)));
    }

    private Answer removeKey(Call call) {
        requireMain();
        String name = call.params().text("account");
        String key = call.params().text("key");
        return changed(() -> {
            if (!accounts.removeKey(name, key)) {
                throw new IllegalArgumentException("The account " + name + " has no such key");
            }
            return Answer.rows(List.of(Map.of("account", name, "key", key)));
        });
    }

    private static Answer told(String name, AccountKey key) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("account", name);
        row.put("key", key.key());
        row.put("secret", key.secret());
        row.put("passphrase", key.passphrase());
        row.put("perm", key.mayTrade() ? "read_only,trade" : "read_only");
        return Answer.rows(List.of(row));
    }

    private boolean isMain() {
        return accounts.main().account() == own;
    }

    private void requireMain() {
        if (!isMain()) {
            throw new RefusedException("50120", "Only a key of the main account may do this");
        }
    }

    /** A change of the accounts. */
    @FunctionalInterface
    private interface Change {
        Answer make() throws IOException;
    }

    private static Answer changed(Change change) {
        try {
            return change.make();
        } catch (IllegalArgumentException e) {
            return Answer.refused("51000", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

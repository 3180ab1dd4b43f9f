package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.READ;
import static dev.okx4j.paper.wire.Route.Scope.USER;

import dev.okx4j.paper.state.Accounts;
import dev.okx4j.paper.state.NamedAccount;
import dev.okx4j.paper.state.PaperAccount;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Answers who belongs to the user: the main paper account sees the others as its sub-accounts. */
final class UserDesk {
    private static final String FIELDS = """
            type enable subAcct uid label mobile gAuth frozenFunc canTransOut ts subAcctLv firstLvSubAcct ifDma""";

    private final Accounts accounts;
    private final PaperAccount own;

    UserDesk(Accounts accounts, PaperAccount own) {
        this.accounts = accounts;
        this.own = own;
    }

    /** Returns the paths that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(Route.get("/api/v5/users/subaccount/list", READ, 20, 2, USER, this::list));
    }

    private Answer list(Call call) {
        String wanted = call.params().optional("subAcct");
        String enabled = call.params().optional("enable");
        if (accounts.main().account() != own || "false".equals(enabled)) {
            return Answer.rows(List.of());
        }
        List<NamedAccount> found = accounts.all().stream()
                .skip(1)
                .filter(each -> wanted == null || each.name().equals(wanted))
                .sorted(Comparator.comparing(NamedAccount::created))
                .toList();
        return Answer.rows(
                Page.byTime(call.params(), found, NamedAccount::created).stream()
                        .map(UserDesk::row)
                        .toList());
    }

    private static Row row(NamedAccount each) {
        return new Row(FIELDS)
                .set("type", "1")
                .set("enable", true)
                .set("subAcct", each.name())
                .set("uid", ConfigDesk.uid(each.name()))
                .set("gAuth", false)
                .set("frozenFunc", List.of())
                .set("canTransOut", false)
                .set("ts", each.created())
                .set("subAcctLv", "1")
                .set("firstLvSubAcct", each.name())
                .set("ifDma", false);
    }
}

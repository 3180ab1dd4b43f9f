package dev.okx4j.paper.wire;

import dev.okx4j.paper.state.AccountKey;
import dev.okx4j.paper.state.Accounts;
import dev.okx4j.paper.state.NamedAccount;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys of an exchange's accounts, as they are at the moment of a call. */
record AccountRing(Accounts accounts) implements KeyRing {
    /** Returns what the first key of the main account opens. */
    static Grant house(Accounts accounts) {
        NamedAccount main = accounts.main();
        return grant(main, main.keys().get(0));
    }

    @Override
    public @Nullable Grant find(String key) {
        NamedAccount opened = accounts.byKey(key);
        return opened == null ? null : grant(opened, Objects.requireNonNull(opened.key(key)));
    }

    private static Grant grant(NamedAccount named, AccountKey key) {
        return new Grant(
                new ApiKey(key.key(), key.secret(), key.passphrase()),
                named.name(),
                named.account(),
                key.mayTrade() ? Set.of(Permission.TRADE) : Set.of());
    }
}

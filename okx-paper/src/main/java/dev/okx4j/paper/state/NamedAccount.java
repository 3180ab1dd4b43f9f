package dev.okx4j.paper.state;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper account with its name and what opens it.
 *
 * @param created when it was created, on the wire clock
 * @param keys oldest first
 */
public record NamedAccount(String name, Instant created, PaperAccount account, List<AccountKey> keys) {
    public NamedAccount {
        keys = List.copyOf(keys);
    }

    /** Returns its key of a name, compared in constant time, or null. */
    public @Nullable AccountKey key(String name) {
        AccountKey found = null;
        for (AccountKey key : keys) {
            if (Names.same(key.key(), name)) {
                found = key;
            }
        }
        return found;
    }

    NamedAccount with(List<AccountKey> others) {
        return new NamedAccount(name, created, account, others);
    }
}

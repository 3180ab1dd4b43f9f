package dev.okx4j.paper.wire;

import dev.okx4j.paper.state.PaperAccount;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a key opens.
 *
 * @param accountName the name of the account, which its configuration tells
 * @param account the account that the key's calls are about
 * @param permissions what the key may do beyond looking
 */
public record Grant(ApiKey key, String accountName, PaperAccount account, Set<Permission> permissions) {
    public Grant {
        permissions = Set.copyOf(permissions);
    }

    /** Returns the grant of a key that may look and trade. */
    public static Grant trading(ApiKey key, String accountName, PaperAccount account) {
        return new Grant(key, accountName, account, EnumSet.of(Permission.TRADE));
    }

    /** Returns whether the key may do more than look. */
    public boolean mayTrade() {
        return permissions.contains(Permission.TRADE);
    }

    /** Returns the permissions as OKX lists them, such as {@code read_only,trade}. */
    public String perm() {
        return Stream.concat(
                        Stream.of("read_only"), permissions.stream().sorted().map(Permission::wire))
                .collect(Collectors.joining(","));
    }
}

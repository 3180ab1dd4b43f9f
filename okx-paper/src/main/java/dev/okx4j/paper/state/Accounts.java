package dev.okx4j.paper.state;

import dev.okx4j.client.seam.Disk;
import dev.okx4j.client.seam.Entropy;
import dev.okx4j.paper.feed.Scenario;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.Reply;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The paper accounts of one exchange, all on the same data: each has its own venue, market clock, keys and journal. The main
 * account is there from the start and stays; the others lie in {@code accounts/NAME} of the state folder.
 *
 * <p>This class is threadsafe.
 */
public final class Accounts implements Closeable {
    /** The most accounts beside the main one. */
    public static final int MOST = 50;
    /** The most keys of one account, as on OKX. */
    public static final int MOST_KEYS = 50;

    private final NamedAccount main;
    private final Disk disk;
    private final @Nullable Path folder;
    private final Entropy entropy;
    private final Map<String, NamedAccount> others = new TreeMap<>();
    private final List<Consumer<PaperAccount>> joining = new ArrayList<>();

    private Accounts(NamedAccount main, Disk disk, @Nullable Path folder, Entropy entropy) {
        this.main = main;
        this.disk = disk;
        this.folder = folder;
        this.entropy = entropy;
    }

    /** Returns the accounts of an exchange whose others live as long as this process. */
    public static Accounts inMemory(NamedAccount main, Entropy entropy) {
        return new Accounts(main, Disk.system(), null, entropy);
    }

    /**
     * Returns the accounts of a state folder. The main account stays its owner's, who closes it.
     *
     * @throws IOException if one of the others cannot be restored
     */
    public static Accounts open(NamedAccount main, Path state, Entropy entropy) throws IOException {
        return open(main, Disk.system(), state, entropy);
    }

    static Accounts open(NamedAccount main, Disk disk, Path state, Entropy entropy) throws IOException {
        Accounts accounts = new Accounts(main, disk, state.resolve("accounts"), entropy);
        try {
            for (Path folder : disk.list(state.resolve("accounts"))) {
                if (AccountFile.isIn(disk, folder)) {
                    AccountFile file = AccountFile.read(disk, folder);
                    PaperAccount account = PaperAccount.open(main.account().scenario(), disk, folder);
                    accounts.others.put(
                            id(file.name()), new NamedAccount(file.name(), file.created(), account, file.keys()));
                }
            }
        } catch (IOException | RuntimeException e) {
            accounts.close();
            throw e;
        }
        return accounts;
    }

    /** Returns the account that is there from the start. */
    public NamedAccount main() {
        return main;
    }

    /** Returns every account, the main one first, the others by name. */
    public synchronized List<NamedAccount> all() {
        List<NamedAccount> all = new ArrayList<>();
        all.add(main);
        all.addAll(others.values());
        return all;
    }

    /** Returns the account that a key opens, or null. */
    public synchronized @Nullable NamedAccount byKey(String key) {
        for (NamedAccount each : all()) {
            if (each.key(key) != null) {
                return each;
            }
        }
        return null;
    }

    /** Returns the account of a name, or null. */
    public synchronized @Nullable NamedAccount byName(String name) {
        return name.equals(main.name()) ? main : others.get(id(name));
    }

    /** Lets the market time of every account run to a moment, unless it is there already. */
    public void pass(Instant to) {
        for (NamedAccount each : all()) {
            each.account().follow(to);
        }
    }

    /** Tells somebody of every account beside the main one, those that are there and those to come. */
    public synchronized void joined(Consumer<PaperAccount> who) {
        joining.add(who);
        others.values().forEach(each -> who.accept(each.account()));
    }

    /**
     * Creates an account with one key, which may trade; the commands set it up before anybody sees it.
     *
     * @throws IllegalArgumentException if the name cannot be given, or a command is refused
     * @throws IOException if the disk failed; the account is then not there
     */
    public synchronized NamedAccount create(String name, Instant now, List<Command> setUp) throws IOException {
        if (!Names.isAccount(name)) {
            throw new IllegalArgumentException("The name of a paper account is up to 32 letters, digits, - and _");
        }
        if (id(name).equals(id(main.name())) || others.containsKey(id(name))) {
            throw new IllegalArgumentException("There is an account " + name + " already");
        }
        if (others.size() == MOST) {
            throw new IllegalArgumentException("There cannot be more than " + MOST + " accounts");
        }
        Scenario scenario = main.account().scenario();
        Path own = folder == null ? null : folder.resolve(id(name));
        if (own != null) {
            AccountFile.remove(disk, own); // what a creation or a deletion has left that was cut short
        }
        PaperAccount account =
                own == null ? PaperAccount.inMemory(scenario) : PaperAccount.open(scenario, disk, own);
        boolean created = false;
        try {
            for (Command command : setUp) {
                if (account.apply(command) instanceof Reply.Refused refused) {
                    throw new IllegalArgumentException(refused.refusal().msg());
                }
            }
            NamedAccount named = new NamedAccount(name, now, account, List.of(newKey(true)));
            write(named);
            others.put(id(name), named);
            joining.forEach(who -> who.accept(account));
            created = true;
            return named;
        } finally {
            if (!created) {
                account.close();
            }
        }
    }

    /** Deletes an account with all that it was; returns it, closed, or null when there is none beside the main one. */
    public synchronized @Nullable NamedAccount delete(String name) throws IOException {
        NamedAccount named = others.get(id(name));
        if (named == null) {
            return null;
        }
        if (folder != null) {
            AccountFile.remove(disk, folder.resolve(id(name)));
        }
        others.remove(id(name));
        named.account().abandon();
        return named;
    }

    /** Gives an account beside the main one another key, and returns it. */
    public synchronized AccountKey addKey(String name, boolean mayTrade) throws IOException {
        NamedAccount named = require(name);
        if (named.keys().size() == MOST_KEYS) {
            throw new IllegalArgumentException("An account cannot have more than " + MOST_KEYS + " keys");
        }
        AccountKey key = newKey(mayTrade);
        List<AccountKey> keys = new ArrayList<>(named.keys());
        keys.add(key);
        replace(named.with(keys));
        return key;
    }

    /** Takes a key from an account beside the main one; returns whether it had it. */
    public synchronized boolean removeKey(String name, String key) throws IOException {
        NamedAccount named = require(name);
        List<AccountKey> keys = new ArrayList<>(named.keys());
        if (!keys.removeIf(each -> each.key().equals(key))) {
            return false;
        }
        replace(named.with(keys));
        return true;
    }

    private NamedAccount require(String name) {
        NamedAccount named = others.get(id(name));
        if (named == null) {
            throw new IllegalArgumentException("There is no account " + name + " beside the main one");
        }
        return named;
    }

    private void replace(NamedAccount named) throws IOException {
        write(named);
        others.put(id(named.name()), named);
    }

    private void write(NamedAccount named) throws IOException {
        if (folder != null) {
            new AccountFile(named.name(), named.created(), named.keys()).write(disk, folder.resolve(id(named.name())));
        }
    }

    private AccountKey newKey(boolean mayTrade) {
        return randomKey(entropy, mayTrade);
    }

    /** Returns a key that nobody can guess, and whose name says that it is of paper. */
    public static AccountKey randomKey(Entropy entropy, boolean mayTrade) {
        return new AccountKey(
                AccountKey.PREFIX + entropy.alphanumeric(19),
                entropy.alphanumeric(40),
                entropy.alphanumeric(24),
                mayTrade);
    }

    /** Returns what tells accounts apart: file systems do not all know capital letters. */
    private static String id(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Leaves every account but the main one. */
    @Override
    public synchronized void close() throws IOException {
        IOException failure = null;
        for (NamedAccount each : others.values()) {
            try {
                each.account().close();
            } catch (IOException e) {
                failure = failure == null ? e : failure;
            }
        }
        others.clear();
        if (failure != null) {
            throw failure;
        }
    }
}

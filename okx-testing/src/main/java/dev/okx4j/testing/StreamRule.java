package dev.okx4j.testing;

import dev.okx4j.client.seam.Entropy;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A rule of {@link StreamFaults}: which messages, which of them, and what happens then. */
public final class StreamRule {
    private final StreamFaults book;
    private final Pattern pattern;
    private IntPredicate when = nth -> true;
    private @Nullable StreamFault fault;
    private int count;

    StreamRule(StreamFaults book, String message) {
        this.book = book;
        this.pattern = Pattern.compile(
                Arrays.stream(message.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    /** Strikes the n-th of these messages, the first being 1, counted over all connections from the rule's making. */
    public StreamRule nth(int n) {
        return when(n, nth -> nth == n);
    }

    /** Strikes the first {@code n} of these messages. */
    public StreamRule first(int n) {
        return when(n, nth -> nth <= n);
    }

    /** Strikes each of these messages; a rule does so unless it is told otherwise. */
    public StreamRule each() {
        return when(1, nth -> true);
    }

    /** Strikes one in {@code n} of these messages, as the source decides. */
    public StreamRule oneIn(int n, Entropy entropy) {
        return when(n, nth -> Math.floorMod(entropy.nextLong(), n) == 0);
    }

    private StreamRule when(int n, IntPredicate predicate) {
        if (n < 1) {
            throw new IllegalArgumentException("The first message is the 1st, there is no " + n);
        }
        when = predicate;
        return this;
    }

    /** Says what happens, puts the rule into force, and returns the book. */
    public StreamFaults then(StreamFault happens) {
        if (fault != null) {
            throw new IllegalStateException("The rule is in force already; begin another one");
        }
        fault = happens;
        book.add(this);
        return book;
    }

    /** Counts a message, and returns the fault when it strikes. */
    @Nullable
    StreamFault strikes(StreamMessage message) {
        boolean meant = pattern.matcher(message.name()).matches()
                || pattern.matcher(message.fullName()).matches();
        return meant && when.test(++count) ? fault : null;
    }
}

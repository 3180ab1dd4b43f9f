package dev.okx4j.testing;

import dev.okx4j.client.seam.Entropy;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A rule of {@link Faults}: which requests, which of them, and what happens then. */
public final class FaultRule {
    private final Faults book;
    private final Pattern operation;
    private final boolean everything;
    private IntPredicate when = nth -> true;
    private boolean always = true;
    private @Nullable Fault fault;
    private int count;

    FaultRule(Faults book, String operation) {
        this.book = book;
        this.everything = operation.equals("*");
        this.operation = Pattern.compile(
                Arrays.stream(operation.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    /** Strikes the n-th of these requests, the first being 1, counted from the rule's making. */
    public FaultRule nth(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("The first request is the 1st, there is no " + n);
        }
        always = false;
        when = nth -> nth == n;
        return this;
    }

    /** Strikes each of these requests; a rule does so unless it is told otherwise. */
    public FaultRule each() {
        always = true;
        when = nth -> true;
        return this;
    }

    /** Strikes one in {@code n} of these requests, as the source decides. */
    public FaultRule oneIn(int n, Entropy entropy) {
        if (n < 1) {
            throw new IllegalArgumentException("One in " + n + " is no share");
        }
        always = false;
        when = nth -> Math.floorMod(entropy.nextLong(), n) == 0;
        return this;
    }

    /** Says what happens, puts the rule into force, and returns the book. */
    public Faults then(Fault happens) {
        if (fault != null) {
            throw new IllegalStateException("The rule is in force already; begin another one");
        }
        fault = happens;
        book.add(this);
        return book;
    }

    /** Counts a request, and returns the fault when it strikes. */
    @Nullable
    Fault strikes(String request) {
        return operation.matcher(request).matches() && when.test(++count) ? fault : null;
    }

    /** Returns whether no connection is to be made at all. */
    boolean closesPort() {
        return everything && always && fault instanceof Refused;
    }
}

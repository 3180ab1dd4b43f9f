package dev.okx4j.client.internal;

import dev.okx4j.client.intent.Outcome;
import java.time.Duration;

/** What a look at an open write leads to. */
sealed interface Finding<A> {
    /** It is known what became of the write. */
    record Ended<A>(Outcome<A> outcome) implements Finding<A> {}

    /** Looking on would not decide it. */
    record ForAPerson<A>(String reason) implements Finding<A> {}

    /** It is to be looked at again. */
    record LookAgain<A>(Duration delay) implements Finding<A> {}
}

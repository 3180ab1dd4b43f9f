package dev.okx4j.client.rest;

import dev.okx4j.client.error.BadAnswerException;
import org.jspecify.annotations.Nullable;

/** What a row has to carry before anything is concluded from it: a field that OKX left out is null, whatever its type says. */
public final class Needed {
    private Needed() {}

    /**
     * Returns normally when none of a row's fields is missing.
     *
     * @param names the fields' names, for the message
     * @throws BadAnswerException when one is: such a row proves nothing about a write, neither that it happened nor that it did not
     */
    public static void of(Endpoint<?> endpoint, String names, @Nullable Object... fields) {
        for (Object field : fields) {
            if (field == null) {
                throw new BadAnswerException(
                        endpoint + " answered with a row that cannot be judged: it lacks one of " + names,
                        endpoint.toString(),
                        null,
                        null);
            }
        }
    }
}

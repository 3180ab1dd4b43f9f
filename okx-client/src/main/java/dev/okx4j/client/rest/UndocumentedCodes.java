package dev.okx4j.client.rest;

import dev.okx4j.client.error.CodeTable;
import dev.okx4j.client.error.ReadCode;
import dev.okx4j.client.error.WriteCode;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The codes that OKX answered with and documents nowhere, each logged when it is heard for the first time: such a code proves
 * nothing about a write, and somebody should look into it.
 *
 * <p>This class is thread-safe.
 */
final class UndocumentedCodes {
    /** More than these would be no codes of OKX's, but noise. */
    static final int MOST = 100;

    private static final Logger LOG = LoggerFactory.getLogger(UndocumentedCodes.class);

    private final Set<String> heard = new HashSet<>();

    /** Logs a code, unless OKX documents it, it has been logged before, or too many others have. */
    void heard(Endpoint<?> endpoint, String code) {
        if (code.isEmpty()
                || CodeTable.ofRead(code) != ReadCode.UNDOCUMENTED
                || CodeTable.ofWrite(code) != WriteCode.UNKNOWN) {
            return;
        }
        // What does not look like one of OKX's codes could be anything, a secret too, and is not repeated.
        String said = code.matches("[0-9_]{1,12}") ? code : "that is no number";
        if (isNew(said)) {
            LOG.warn("{} was answered with a code {}, which OKX does not document", endpoint, said);
        }
    }

    private synchronized boolean isNew(String code) {
        return heard.size() < MOST && heard.add(code);
    }
}

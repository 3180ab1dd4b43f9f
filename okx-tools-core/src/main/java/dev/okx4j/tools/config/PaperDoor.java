package dev.okx4j.tools.config;

import java.nio.file.Path;

/** The way into the paper exchange, which this module does not know: whoever builds a program passes it in. */
@FunctionalInterface
public interface PaperDoor {
    /**
     * Opens an account, hosting the exchange or attaching to a process that does.
     *
     * @param okxHome the directory that holds {@code paper/NAME/}
     * @param accountName the account
     * @param feed {@code replay} or {@code replay:SCENARIO}
     * @return a connection that its receiver closes
     */
    PaperConnection open(Path okxHome, String accountName, String feed);
}

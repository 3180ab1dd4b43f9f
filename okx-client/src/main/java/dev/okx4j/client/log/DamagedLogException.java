package dev.okx4j.client.log;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Thrown when a log is not what was written: a record was damaged, changed, moved or taken out, or the file is none. A write that
 * a crash cut short is no damage. Nothing is guessed, and the file is left as it is.
 */
public final class DamagedLogException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedLogException(Path file, long offset, String what) {
        super(file + " is damaged: the record at byte " + offset + " " + what
                + ". Restore the file from a copy, or move it away to start afresh.");
    }

    DamagedLogException(Path file, String reason) {
        super(file + " " + reason);
    }
}

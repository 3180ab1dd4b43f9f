package dev.okx4j.client.log;

import java.io.IOException;
import java.nio.file.Path;

/** Thrown when a log holds a broken record with sound records behind it: not a torn write, so nothing is guessed. */
public final class DamagedLogException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedLogException(Path file, long offset, long soundAgainAt) {
        super(file + " is damaged: the record at byte " + offset
                + " does not match its checksum, and sound records follow" + " at byte " + soundAgainAt
                + ". Restore the file from a copy, or move it away to start afresh.");
    }

    DamagedLogException(Path file, String reason) {
        super(file + " " + reason);
    }
}

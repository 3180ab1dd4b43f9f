package dev.okx4j.client.intent;

import dev.okx4j.client.seam.Disk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of a journal: which file this process writes, and what becomes of those that ended processes left. */
final class JournalFolder implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalFolder.class);

    private final Disk disk;
    private final Path folder;
    private final long longest;
    private final List<JournalFile> unretired = new ArrayList<>();

    JournalFolder(Disk disk, Path folder, long longest) {
        this.disk = disk;
        this.folder = folder;
        this.longest = longest;
    }

    /**
     * What opening gave.
     *
     * @param own the file to write; null when there is trouble
     * @param intents what is open in it, and in what it took over
     * @param trouble why nothing can be written, or null
     */
    record Taken(
            @Nullable JournalFile own,
            OpenIntents intents,
            @Nullable IOException trouble) {}

    /** Takes every file that no other process has: the first with room to write to, the rest to take over. */
    Taken take() throws IOException {
        List<JournalFile> taken = new ArrayList<>();
        try {
            return taken(taken);
        } catch (IOException | RuntimeException e) {
            for (JournalFile file : taken) {
                file.close();
            }
            throw e;
        }
    }

    private Taken taken(List<JournalFile> taken) throws IOException {
        disk.createFolder(folder);
        int last =
                disk.list(folder).stream().mapToInt(JournalFile::number).max().orElse(0);
        List<JournalFile> others = new ArrayList<>();
        JournalFile own = null;
        for (int number = 1; number <= last || own == null; number++) {
            JournalFile file = JournalFile.tryTake(disk, folder, number);
            if (file == null) {
                continue;
            }
            taken.add(file);
            if (own == null && hasRoom(file)) {
                own = file;
            } else if (file.isNew()) {
                file.close();
            } else {
                others.add(file);
            }
        }
        return opened(Objects.requireNonNull(own), others);
    }

    private boolean hasRoom(JournalFile file) {
        return file.isNew() || (file.trouble() == null && file.log().size() < longest);
    }

    private Taken opened(JournalFile own, List<JournalFile> others) throws IOException {
        IOException trouble = others.stream()
                .map(JournalFile::trouble)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (trouble == null) {
            try {
                own.begin();
                if (!others.isEmpty()) {
                    own.takeOver(others);
                }
            } catch (IOException e) {
                trouble = e;
            }
        }
        if (trouble != null) {
            OpenIntents readable = own.intents();
            for (JournalFile other : others) {
                readable.merge(other.intents());
                other.close(); // so that whoever opens the folder next sees the trouble too
            }
            own.close();
            return new Taken(null, readable, trouble);
        }
        others.forEach(this::retire);
        own.intents().forgetDecided();
        return new Taken(own, own.intents(), null);
    }

    /** Returns a new file that goes on from a file, which is retired; it begins with what is open and with some more lines. */
    JournalFile next(JournalFile from, List<byte[]> lines) throws IOException {
        int number = 1;
        JournalFile next = JournalFile.tryTake(disk, folder, number);
        while (next == null || !next.isNew()) {
            if (next != null) {
                next.close();
            }
            next = JournalFile.tryTake(disk, folder, ++number);
        }
        try {
            next.begin();
            next.goOnFrom(from, lines);
        } catch (IOException | RuntimeException e) {
            discard(next, e);
            throw e;
        }
        retire(from);
        return next;
    }

    private void discard(JournalFile file, Exception cause) {
        try {
            file.discard();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private void retire(JournalFile file) {
        try {
            file.retire();
        } catch (IOException e) {
            // Nobody may take it over as long as this process decides what it leaves open.
            LOG.warn("A file of the order journal keeps its name until the journal is opened again", e);
            unretired.add(file);
        }
    }

    @Override
    public void close() throws IOException {
        for (JournalFile file : unretired) {
            file.close();
        }
    }
}

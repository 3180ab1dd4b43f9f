package dev.okx4j.client.intent;

import dev.okx4j.client.seam.Disk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A journal in a folder: what it has taken is on the disk, and survives the end of the process and a loss of power.
 *
 * <p>Every open journal has a file of its own, {@code orders-1.log}, {@code orders-2.log} and so on, so that several processes can
 * share a folder. A file is a {@link dev.okx4j.client.log.AppendLog} of JSON objects: each write before it leaves, and what became
 * of it. Opening a journal takes over what ended processes have left open. A file that has grown long is kept under a dated name,
 * and what is open goes on in a new one, which names the last hash of the old. Files with a date are not read again; they are
 * yours to keep or remove. Requests hold no secret, and so no file does; all are their owner's alone.
 *
 * <p>When a file is damaged, or the disk takes nothing, the journal opens all the same: {@link #refusal} tells why it takes no
 * intents, so that no order goes, while cancels do; and {@link #open()} gives what could be read. This class is thread-safe.
 */
public final class FileJournal implements IntentJournal, Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(FileJournal.class);
    /** A file of this size is read in well under a second. */
    private static final long LONGEST = 8 * 1024 * 1024;

    /** More outcomes than this are not kept for a disk that takes nothing. */
    private static final int MOST_OWED = 1_000;

    private final JournalFolder folder;
    private final long longest;
    private final OpenIntents open;
    private final List<byte[]> owed = new ArrayList<>();
    private final @Nullable IOException trouble;
    /** Shared by those who write; whoever changes the file has it alone. */
    private final ReadWriteLock turning = new ReentrantReadWriteLock();

    private volatile @Nullable JournalFile own;
    private volatile long turnAt;

    private FileJournal(JournalFolder folder, long longest, JournalFolder.Taken taken) {
        this.folder = folder;
        this.longest = longest;
        this.open = taken.intents();
        this.trouble = taken.trouble();
        this.own = taken.own();
        this.turnAt = longest;
    }

    /**
     * Returns a journal in a folder of the machine's disk, which is created where it is missing.
     *
     * @throws IOException if the folder, or a lock in it, cannot be made
     */
    public static FileJournal open(Path folder) throws IOException {
        return open(Disk.system(), folder);
    }

    /** Returns a journal in a folder of a disk; see {@link #open(Path)}. */
    public static FileJournal open(Disk disk, Path folder) throws IOException {
        return open(disk, folder, LONGEST);
    }

    static FileJournal open(Disk disk, Path folder, long longest) throws IOException {
        JournalFolder files = new JournalFolder(disk, folder, longest);
        return new FileJournal(files, longest, files.take());
    }

    /** Returns why this journal takes no intents, and what to do about it; null when it takes them. */
    public @Nullable String refusal() {
        return trouble == null ? null : trouble.getMessage();
    }

    /** Returns the hash of the last line of this journal's file, and through it of all before; null when it takes no intents. */
    public @Nullable String head() {
        JournalFile file = own;
        return file == null ? null : file.log().head();
    }

    @Override
    public void intents(List<WriteIntent> intents) throws IOException {
        List<byte[]> lines = intents.stream().map(IntentText::intent).toList();
        turnWhenDue();
        turning.readLock().lock();
        try {
            append(lines);
            synchronized (open) {
                intents.forEach(open::add);
            }
        } finally {
            turning.readLock().unlock();
        }
    }

    /** Keeps what became of the intent. When the disk does not take it, {@link #open()} knows it, and the next write brings it. */
    @Override
    public void outcome(WriteIntent intent, Outcome<?> outcome) throws IOException {
        turnWhenDue();
        turning.readLock().lock();
        try {
            boolean known;
            synchronized (open) {
                known = open.isOpen(intent.intentId());
                open.settle(intent, outcome instanceof Outcome.Unknown<?> unknown ? new Open(intent, unknown) : null);
            }
            append(List.of(IntentText.outcome(intent, outcome, known)));
        } catch (IOException e) {
            synchronized (open) {
                if (owed.size() < MOST_OWED) {
                    owed.add(IntentText.outcome(intent, outcome, false));
                }
            }
            throw e;
        } finally {
            turning.readLock().unlock();
        }
    }

    /** Appends lines, and before them the outcomes that the disk did not take when they were due. */
    private void append(List<byte[]> lines) throws IOException {
        List<byte[]> all = new ArrayList<>(owed());
        int late = all.size();
        all.addAll(lines);
        current().log().appendAll(all);
        if (late > 0) {
            paid(all.subList(0, late));
        }
    }

    private List<byte[]> owed() {
        synchronized (open) {
            return List.copyOf(owed);
        }
    }

    private void paid(List<byte[]> lines) {
        synchronized (open) {
            lines.forEach(owed::remove); // arrays are equal to themselves alone
        }
    }

    @Override
    public List<Open> open() {
        synchronized (open) {
            return open.list();
        }
    }

    private JournalFile current() throws IOException {
        if (trouble != null) {
            throw new IOException(trouble.getMessage(), trouble);
        }
        JournalFile file = own;
        if (file == null) {
            throw new IOException("The journal is closed");
        }
        return file;
    }

    /** Goes on in a new file when this one is long, or a failure of the disk has ended it. */
    private void turnWhenDue() {
        JournalFile file = own;
        if (file == null || !isDue(file)) {
            return;
        }
        turning.writeLock().lock();
        try {
            if (file == own && isDue(file)) {
                List<byte[]> late = owed();
                own = folder.next(file, late);
                paid(late);
                turnAt = longest;
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("The order journal cannot go on in a new file yet", e);
            turnAt = file.log().size() + longest;
        } finally {
            turning.writeLock().unlock();
        }
    }

    private boolean isDue(JournalFile file) {
        return file.log().isBroken() || file.log().size() >= turnAt;
    }

    @Override
    public void close() throws IOException {
        turning.writeLock().lock();
        try {
            JournalFile file = own;
            own = null;
            if (file != null) {
                file.close();
            }
            folder.close();
        } finally {
            turning.writeLock().unlock();
        }
    }
}

package dev.okx4j.client.intent;

import dev.okx4j.client.intent.IntentJournal.Open;
import dev.okx4j.client.log.AppendLog;
import dev.okx4j.client.log.DamagedLogException;
import dev.okx4j.client.seam.Disk;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file of a journal's folder that this process has locked: {@code orders-1.log} beside {@code orders-1.lock}. */
final class JournalFile implements Closeable {
    private static final Pattern NAME = Pattern.compile("orders-(\\d{1,6})\\.log");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Disk disk;
    private final Path folder;
    private final Path path;
    private final Closeable lock;
    private OpenIntents intents = new OpenIntents();
    private @Nullable AppendLog log;
    private @Nullable IOException trouble;

    private JournalFile(Disk disk, Path folder, int number, Closeable lock) {
        this.disk = disk;
        this.folder = folder;
        this.path = folder.resolve("orders-" + number + ".log");
        this.lock = lock;
    }

    /** Returns the number of a file by its name, 0 when it is none of a journal's. */
    static int number(Path path) {
        Matcher name = NAME.matcher(String.valueOf(path.getFileName()));
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }

    /** Returns a file, read if it is there, or null when another journal has it. */
    static @Nullable JournalFile tryTake(Disk disk, Path folder, int number) throws IOException {
        Closeable lock = disk.tryLock(folder.resolve("orders-" + number + ".lock"));
        if (lock == null) {
            return null;
        }
        JournalFile file = new JournalFile(disk, folder, number, lock);
        if (disk.exists(file.path)) {
            file.read();
        }
        return file;
    }

    private void read() {
        try {
            log = AppendLog.open(disk, path, intents::read);
        } catch (DamagedLogException e) {
            trouble = new IOException(
                    e.getMessage() + " Orders that were under way may be missing from what could be read: look at the"
                            + " open orders and the fills at OKX first.",
                    e);
        } catch (IOException e) {
            trouble = new IOException(path + " cannot be used: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            trouble = new IOException(
                    path + " was written by another version, or is no journal of orders: " + e.getMessage()
                            + ". Open it with the version that wrote it, or move it away once no order of it is open.",
                    e);
        }
    }

    /** Makes a file that is new, or has only just begun, one to write to. */
    void begin() throws IOException {
        AppendLog opened = log == null ? AppendLog.open(disk, path, intents::read) : log;
        log = opened;
        if (intents.isBlank()) {
            opened.append(IntentText.header());
        }
    }

    /** Writes down what the others leave open, so that they are needed no more. */
    void takeOver(List<JournalFile> others) throws IOException {
        others.forEach(other -> intents.merge(other.intents));
        List<byte[]> lines = new ArrayList<>();
        for (JournalFile other : others) {
            lines.addAll(other.leaves(intents.among(other.intents)));
        }
        log().appendAll(lines);
    }

    /** Goes on in the place of a file that is in use. */
    void goOnFrom(JournalFile other, List<byte[]> more) throws IOException {
        List<byte[]> lines = other.leaves(other.intents.list());
        lines.addAll(more);
        log().appendAll(lines);
        intents = other.intents;
    }

    /** Returns the lines that carry this file's chain, and what it leaves open, into another. */
    private List<byte[]> leaves(List<Open> stillOpen) {
        List<byte[]> lines = new ArrayList<>();
        lines.add(IntentText.continues(path, archive(), log().head()));
        for (Open open : stillOpen) {
            lines.add(IntentText.intent(open.intent()));
            if (open.doubt() != null) {
                lines.add(IntentText.outcome(open.intent(), open.doubt(), true));
            }
        }
        return lines;
    }

    /** Gives the file the name under which it stays for good, and lets go of it. */
    void retire() throws IOException {
        Path archive = archive();
        log().close();
        disk.replace(path, archive);
        disk.syncFolder(folder);
        lock.close();
    }

    /** Returns the name that the file gets when it is done: with its newest intent's time, and the end of its chain. */
    private Path archive() {
        String name = String.valueOf(path.getFileName()).replace(".log", "");
        Instant newest = intents.newest();
        String date = newest == null ? "empty" : DATE.format(newest);
        return folder.resolve(name + "-" + date + "-" + log().head().substring(0, 8) + ".log");
    }

    /** Removes a file that nobody needs, and lets go of it. */
    void discard() throws IOException {
        if (log != null) {
            log.close();
        }
        disk.delete(path);
        lock.close();
    }

    /** Returns the log of a file that has begun. */
    AppendLog log() {
        if (log == null) {
            throw new IllegalStateException(path + " has not begun");
        }
        return log;
    }

    /** Returns whether there was no such file. */
    boolean isNew() {
        return log == null && trouble == null;
    }

    /** Returns why it can be neither written nor passed over, or null. */
    @Nullable
    IOException trouble() {
        return trouble;
    }

    OpenIntents intents() {
        return intents;
    }

    @Override
    public void close() throws IOException {
        try {
            if (log != null) {
                log.close();
            }
        } finally {
            lock.close();
        }
    }
}

package dev.okx4j.paper.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okx4j.client.seam.Disk;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Events in a file of NDJSON that grows: what is appended is on the disk before anybody reads it, and whoever reads takes it
 * from the file, so that a market of weeks needs no memory. A line that was torn when the machine stopped is cut off when the
 * file is opened again.
 */
final class GrowingEvents implements EventList, Closeable {
    private static final int CHUNK = 1 << 16;

    private final Path file;
    private final Disk.Writable writer;
    private final FileChannel reader;
    private long size;
    private @Nullable Instant last;
    private Map<String, Recording> recordings = Map.of();

    private GrowingEvents(Path file, Disk.Writable writer, FileChannel reader) {
        this.file = file;
        this.writer = writer;
        this.reader = reader;
    }

    static GrowingEvents open(Disk disk, Path file) throws IOException {
        Disk.Writable writer = disk.open(file);
        GrowingEvents events = new GrowingEvents(file, writer, FileChannel.open(file, StandardOpenOption.READ));
        events.size = events.wholeLines();
        writer.truncate(events.size);
        writer.sync();
        return events;
    }

    /** Makes candles of what is there and of what will come. */
    synchronized void tell(Map<String, Recording> grown) {
        recordings = grown;
        for (Cursor cursor = new Cursor(Instant.MIN); cursor.peek() != null; cursor.skip()) {
            MarketEvent event = cursor.peek();
            if (event != null) {
                last = event.ts();
                tell(event);
            }
        }
    }

    /** Adds events, which must not be older than those before; they are on the disk when this returns. */
    synchronized void append(List<MarketEvent> events) throws IOException {
        StringBuilder lines = new StringBuilder();
        Instant latest = last;
        for (MarketEvent event : events) {
            if (latest != null && event.ts().isBefore(latest)) {
                throw new IllegalArgumentException("an event of " + event.ts() + " after one of " + latest);
            }
            latest = event.ts();
            lines.append(EventText.write(event)).append('\n');
        }
        byte[] bytes = lines.toString().getBytes(UTF_8);
        writer.write(size, bytes);
        writer.sync();
        size += bytes.length;
        last = latest;
        events.forEach(this::tell);
    }

    private void tell(MarketEvent event) {
        Recording recording = recordings.get(event.instId());
        if (recording != null && (event instanceof MarketEvent.Trade || event instanceof MarketEvent.Move)) {
            recording.add(event);
        }
    }

    @Override
    public Feed.Cursor after(Instant at) {
        return new Cursor(at);
    }

    @Override
    public Standing standing(Instant at) {
        Standing standing = new Standing();
        Cursor cursor = new Cursor(Instant.MIN);
        for (MarketEvent event = cursor.peek(); event != null && !event.ts().isAfter(at); event = cursor.peek()) {
            standing.take(event);
            cursor.skip();
        }
        return standing;
    }

    @Override
    public synchronized @Nullable Instant last() {
        return last;
    }

    @Override
    public void close() throws IOException {
        writer.close();
        reader.close();
    }

    private synchronized long size() {
        return size;
    }

    /** Returns the number of bytes up to the end of the last whole line. */
    private long wholeLines() throws IOException {
        long end = reader.size();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (end > 0) {
            one.clear();
            reader.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
            end--;
        }
        return 0;
    }

    /** Reads on where it has stopped, as far as the file reaches by then. */
    private final class Cursor implements Feed.Cursor {
        private final Instant after;
        private long offset;
        private byte[] chunk = new byte[0];
        private int at;
        private @Nullable MarketEvent next;

        Cursor(Instant after) {
            this.after = after;
        }

        @Override
        public @Nullable MarketEvent peek() {
            while (next == null) {
                String line = line();
                if (line == null) {
                    return null;
                }
                MarketEvent event = EventText.read(line);
                next = event.ts().isAfter(after) ? event : null;
            }
            return next;
        }

        @Override
        public void skip() {
            if (peek() != null) {
                next = null;
            }
        }

        private @Nullable String line() {
            int end = endOfLine();
            if (end < 0) {
                fill();
                end = endOfLine();
                if (end < 0) {
                    return null;
                }
            }
            String line = new String(chunk, at, end - at, UTF_8);
            at = end + 1;
            return line;
        }

        private int endOfLine() {
            for (int i = at; i < chunk.length; i++) {
                if (chunk[i] == '\n') {
                    return i;
                }
            }
            return -1;
        }

        /** Reads until there is a whole line or the end. */
        private void fill() {
            try {
                while (endOfLine() < 0) {
                    int more = (int) Math.min(CHUNK, size() - offset);
                    if (more == 0) {
                        return;
                    }
                    ByteBuffer bytes = ByteBuffer.allocate(chunk.length - at + more);
                    bytes.put(chunk, at, chunk.length - at);
                    while (bytes.hasRemaining()) {
                        int got = reader.read(bytes, offset);
                        if (got < 0) {
                            throw new IOException(file + " has become shorter");
                        }
                        offset += got;
                    }
                    chunk = bytes.array();
                    at = 0;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

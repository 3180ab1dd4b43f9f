package dev.okx4j.paper.state;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.okx4j.client.seam.Disk;
import dev.okx4j.paper.feed.Scenario;
import dev.okx4j.paper.snapshot.StateReader;
import dev.okx4j.paper.snapshot.StateWriter;
import dev.okx4j.paper.venue.Venue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The snapshot of one account: the state that the journal's first records give, so that a restart replays only those behind
 * them. It is never needed: one that is damaged, or does not fit the journal, the data or this version, is not used.
 *
 * <p>The file has a format name, a state, and a SHA-256 of both.
 */
final class Snapshots {
    /** How many commands make the first snapshot worth writing while an account is open. */
    static final long RHYTHM = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final byte[] FORMAT = "OKX4SNP1".getBytes(US_ASCII);
    /** With fewer commands than this behind the last one, a snapshot costs more than the replay that it saves. */
    private static final long WORTHWHILE = 1_000;

    private final Disk disk;
    private final Path file;
    private final Scenario scenario;
    private final long rhythm;
    private Chain chain = new Chain();
    private long work;

    Snapshots(Disk disk, Path file, Scenario scenario, long rhythm) {
        this.disk = disk;
        this.file = file;
        this.scenario = scenario;
        this.rhythm = rhythm;
    }

    /** The journal is read from its first record. */
    void begin() {
        chain = new Chain();
        work = 0;
    }

    /** The journal has another record. */
    void noted(byte[] record) {
        chain.add(record);
    }

    /** Replaying what is behind the last snapshot would take so many commands' time longer. */
    void worked(long commands) {
        work += commands;
    }

    /** Returns whether it is time for a snapshot: they grow rarer as they grow larger. */
    boolean isDue() {
        return work >= Math.max(rhythm, chain.records() / 4);
    }

    /** Returns whether closing an account is worth a snapshot. */
    boolean isWorthwhile() {
        return work >= Math.min(rhythm, WORTHWHILE);
    }

    /** Returns the snapshot, or null when there is none that can be read. */
    @Nullable
    Saved read() {
        try {
            if (!disk.exists(file)) {
                return null;
            }
            byte[] bytes = disk.read(file);
            int end = bytes.length - HashedFile.HASH;
            if (end < FORMAT.length
                    || !Arrays.equals(FORMAT, Arrays.copyOf(bytes, FORMAT.length))
                    || !HashedFile.isWhole(bytes)) {
                throw new IOException("it is damaged");
            }
            StateReader reader = new StateReader(bytes, FORMAT.length, end);
            if (!header().equals(reader.read(null))) {
                throw new IOException("it is of another version, or on other data");
            }
            long records = (Long) Objects.requireNonNull(reader.read(null));
            String head = (String) Objects.requireNonNull(reader.read(null));
            return new Saved(records, head, reader);
        } catch (IOException | RuntimeException e) {
            ignored(e.getMessage());
            return null;
        }
    }

    /** Tells that the journal is replayed instead. */
    void ignored(@Nullable String why) {
        LOG.warn("The snapshot {} is not used, the whole journal is replayed: {}", file, why);
    }

    /** Writes a snapshot of the state that the journal gives; the account goes on without one when that fails. */
    void write(Venue venue) {
        work = 0;
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            disk.delete(fresh);
            try (HashedFile out = new HashedFile(disk.open(fresh))) {
                out.write(FORMAT);
                StateWriter writer = new StateWriter(out);
                writer.write(header());
                writer.write(chain.records());
                writer.write(chain.head());
                venue.write(writer);
                out.finish();
            }
            disk.replace(fresh, file);
            disk.syncFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("No snapshot of the paper account could be written to {}: {}", file, e.getMessage());
        }
    }

    /** Removes the snapshot of a journal that has begun anew; one that stays does not fit and is not used. */
    void remove() {
        try {
            disk.delete(file);
        } catch (IOException e) {
            LOG.warn("The snapshot {} could not be removed", file, e);
        }
    }

    private String header() {
        String version = Snapshots.class.getPackage().getImplementationVersion();
        return "okx-paper " + version + " " + scenario.id() + " " + scenario.fingerprint();
    }

    /**
     * A snapshot that was read as far as what it stands for.
     *
     * @param records how many records of the journal
     * @param head the hash of them all
     * @param state the state that they give
     */
    record Saved(long records, String head, StateReader state) {
        /** Returns whether these are the records that it stands for. */
        boolean fits(Chain chain) {
            return chain.records() == records && chain.head().equals(head);
        }
    }

    /** Returns what the journal read so far comes to. */
    Chain chain() {
        return chain;
    }

    /** A hash of records, each with all before it. */
    static final class Chain {
        private byte[] head = new byte[HashedFile.HASH];
        private long records;

        void add(byte[] record) {
            head = HashedFile.hash(head, record);
            records++;
        }

        long records() {
            return records;
        }

        String head() {
            return HexFormat.of().formatHex(head);
        }
    }
}

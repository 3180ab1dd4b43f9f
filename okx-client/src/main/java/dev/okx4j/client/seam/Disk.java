package dev.okx4j.client.seam;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes files: every byte that this project keeps goes through here, so that a test can break any of it. Files and
 * folders that it creates are their owner's alone, where the file system knows owners.
 */
public interface Disk {
    /** Creates a folder and those above it; one that is there is no error. */
    void createFolder(Path folder) throws IOException;

    /** Returns what lies in a folder, in the order of the names; nothing when there is no such folder. */
    List<Path> list(Path folder) throws IOException;

    /**
     * Takes the lock that a file stands for, creating the file where it is missing. The lock is free again when it is closed, or
     * when the process ends, however it ends. The file stays, empty, and is good for nothing else.
     *
     * @return the lock, or null when somebody has it, in this process or another
     */
    @Nullable
    Closeable tryLock(Path file) throws IOException;

    /** Returns whether there is such a file. */
    boolean exists(Path path);

    /** Returns all bytes of a file. */
    byte[] read(Path path) throws IOException;

    /** Opens a file for writing, creating it where it is missing; what it holds stays. */
    Writable open(Path path) throws IOException;

    /** Puts a file in the place of another, at once or not at all. */
    void replace(Path from, Path to) throws IOException;

    /** Removes a file; one that is missing is no error. */
    void delete(Path path) throws IOException;

    /** Returns once the entries of a folder are on the disk. */
    void syncFolder(Path folder) throws IOException;

    /** Returns the machine's disk. */
    static Disk system() {
        return SystemDisk.INSTANCE;
    }

    /** A file that is open for writing. */
    interface Writable extends Closeable {
        /** Writes all bytes, the first of them at an offset from the file's beginning. */
        void write(long at, byte[] bytes) throws IOException;

        /** Cuts the file off after so many bytes. */
        void truncate(long size) throws IOException;

        /** Returns once everything written is on the disk. */
        void sync() throws IOException;
    }
}

package dev.okx4j.client.seam;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The machine's disk. */
final class SystemDisk implements Disk {
    static final SystemDisk INSTANCE = new SystemDisk();

    private SystemDisk() {}

    @Override
    public void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, ownersAlone(folder, "rwx------"));
        }
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    @Override
    public @Nullable Closeable tryLock(Path file) throws IOException {
        create(file);
        return FileLocks.tryTake(file);
    }

    @Override
    public boolean exists(Path path) {
        return Files.exists(path);
    }

    @Override
    public byte[] read(Path path) throws IOException {
        return Files.readAllBytes(path);
    }

    @Override
    public Writable open(Path path) throws IOException {
        create(path);
        return new SystemFile(new RandomAccessFile(path.toFile(), "rw"));
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("Cannot replace " + to + ": the file system cannot rename atomically", e);
        }
    }

    @Override
    public void delete(Path path) throws IOException {
        Files.deleteIfExists(path);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        if (folder.getFileSystem().getSeparator().equals("\\")) {
            return; // Windows keeps no handle on a folder, and journals its renames itself.
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void create(Path file) throws IOException {
        if (!Files.exists(file)) {
            try {
                Files.createFile(file, ownersAlone(file, "rw-------"));
            } catch (FileAlreadyExistsException e) {
                return; // somebody else was quicker, and it is there
            }
        }
    }

    private static FileAttribute<?>[] ownersAlone(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** A file. Not a FileChannel: interrupting a thread that writes to one closes the channel for everybody. */
    private record SystemFile(RandomAccessFile file) implements Writable {
        @Override
        public void write(long at, byte[] bytes) throws IOException {
            file.seek(at);
            file.write(bytes);
        }

        @Override
        public void truncate(long size) throws IOException {
            file.setLength(size);
        }

        @Override
        public void sync() throws IOException {
            file.getFD().sync();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}

package dev.okx4j.tools.config;

import dev.okx4j.client.intent.FileJournal;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order journal of an account at a venue: a folder below the home directory, made when the first order is kept.
 *
 * <p>While the folder cannot be opened no order is taken, and each says why; cancelling goes on without it.
 */
final class VenueJournal implements IntentJournal, Closeable {
    private final Path folder;
    private @Nullable FileJournal file;

    /** A journal for what one key does at one place: only with the same key there can its intents be looked up. */
    VenueJournal(Path home, String venue, String account) {
        this.folder = home.resolve("journal").resolve(venue + "-" + fingerprint(account));
    }

    /** Returns whether an earlier run has kept something. */
    boolean exists() {
        return Files.exists(folder);
    }

    @Override
    public void intents(List<WriteIntent> intents) throws IOException {
        opened().intents(intents);
    }

    @Override
    public void outcome(WriteIntent intent, Outcome<?> outcome) throws IOException {
        opened().outcome(intent, outcome);
    }

    /** Returns what is open; nothing when the folder cannot be opened, since then no order goes either. */
    @Override
    public List<Open> open() {
        try {
            return opened().open();
        } catch (IOException e) {
            return List.of();
        }
    }

    private synchronized FileJournal opened() throws IOException {
        if (file == null) {
            try {
                file = FileJournal.open(folder);
            } catch (IOException e) {
                throw new IOException("the order journal in " + folder + " cannot be opened: " + e.getMessage(), e);
            }
        }
        return file;
    }

    @Override
    public synchronized void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    /** Returns a short name for an account that shows nothing of its key. */
    private static String fingerprint(String account) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(account.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

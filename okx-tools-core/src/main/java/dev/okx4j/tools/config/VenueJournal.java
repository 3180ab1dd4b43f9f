package dev.okx4j.tools.config;

import dev.okx4j.client.intent.FileJournal;
import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The order journal of a venue: one folder for each account, below the home directory. */
final class VenueJournal implements IntentJournal, Closeable {
    private final IntentJournal journal;
    private final Closeable closing;

    private VenueJournal(IntentJournal journal, Closeable closing) {
        this.journal = journal;
        this.closing = closing;
    }

    /**
     * Opens the journal. One that cannot be opened takes no order and says why at each; cancelling goes on without it.
     *
     * @param account what the intents belong to: they can only be looked up with the same key at the same place
     */
    static VenueJournal open(Path home, String venue, String account) {
        Path folder = home.resolve("journal").resolve(venue + "-" + fingerprint(account));
        try {
            FileJournal file = FileJournal.open(folder);
            return new VenueJournal(file, file);
        } catch (IOException e) {
            String why = "the order journal in " + folder + " cannot be opened: " + e.getMessage();
            return new VenueJournal(new Unopened(why), () -> {});
        }
    }

    @Override
    public void intents(List<WriteIntent> intents) throws IOException {
        journal.intents(intents);
    }

    @Override
    public void outcome(WriteIntent intent, Outcome<?> outcome) throws IOException {
        journal.outcome(intent, outcome);
    }

    @Override
    public List<Open> open() {
        return journal.open();
    }

    @Override
    public void close() throws IOException {
        closing.close();
    }

    /** A journal that could not be opened. */
    private record Unopened(String why) implements IntentJournal {
        @Override
        public void intents(List<WriteIntent> intents) throws IOException {
            throw new IOException(why);
        }

        @Override
        public void outcome(WriteIntent intent, Outcome<?> outcome) throws IOException {
            throw new IOException(why);
        }

        @Override
        public List<Open> open() {
            return List.of();
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

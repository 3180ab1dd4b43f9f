package dev.okx4j.tools.config;

import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.Recovery;
import dev.okx4j.client.intent.WriteIntent;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a venue's journal holds in doubt, for the person who has to decide it. No tool leads here: a model that could settle a
 * doubt could talk itself out of one.
 */
public final class Doubts {
    /** How long what can be looked up is looked up first. */
    private static final Duration LOOKING = Duration.ofSeconds(90);

    private final Recovery recovery;

    /** The doubts of a venue that no other process has open. */
    public Doubts(Venue venue) {
        String refusal = venue.refusal();
        if (refusal != null) {
            throw new LaunchException("Nothing can be in doubt here: " + refusal);
        }
        this.recovery = venue.client().recovery();
    }

    /** Returns a paragraph for each write in doubt, after looking up once more what can be. */
    public String list() throws InterruptedException {
        recovery.work(LOOKING);
        List<IntentJournal.Open> open = recovery.open();
        return open.isEmpty()
                ? "Nothing is in doubt.\n"
                : open.stream().map(Doubts::paragraph).collect(Collectors.joining("\n"));
    }

    /**
     * Settles a doubt by a person's word, and returns what the journal now says.
     *
     * @param tookEffect {@code yes} or {@code no}: whether OKX has it
     * @param by who says so
     * @throws LaunchException if that is neither, or nothing of this id is in doubt
     */
    public String settle(String intentId, String tookEffect, String by) throws InterruptedException {
        if (!tookEffect.equals("yes") && !tookEffect.equals("no")) {
            throw new LaunchException("Say yes or no: did " + intentId + " take effect at OKX?");
        }
        recovery.work(LOOKING);
        try {
            recovery.settle(intentId, tookEffect.equals("yes"), by);
        } catch (IllegalArgumentException e) {
            throw new LaunchException(String.valueOf(e.getMessage()));
        }
        return intentId + " is settled: " + (tookEffect.equals("yes") ? "it took effect" : "it did not take effect")
                + ", says " + by + ".\n";
    }

    private static String paragraph(IntentJournal.Open open) {
        WriteIntent intent = open.intent();
        Outcome.Unknown<?> doubt = open.doubt();
        return intent.intentId() + "  " + intent.createdAt() + "  " + intent.kind() + " " + intent.path()
                + (intent.clOrdId().isEmpty() ? "" : "  client id " + intent.clOrdId())
                + "\n  " + intent.request()
                + "\n  " + (doubt == null ? "It has not been looked up yet." : doubt.nextStep()) + "\n";
    }
}

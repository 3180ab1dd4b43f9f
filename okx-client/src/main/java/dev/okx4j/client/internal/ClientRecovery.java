package dev.okx4j.client.internal;

import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.Recovery;
import dev.okx4j.client.rest.Rest;
import java.time.Duration;
import java.util.List;

/** The recoverer as the caller of a client sees it. */
record ClientRecovery(Recoverer recoverer, Rest rest) implements Recovery {
    @Override
    public boolean recovering() {
        return recoverer.recovering(rest);
    }

    @Override
    public List<IntentJournal.Open> open() {
        return recoverer.open();
    }

    @Override
    public void work(Duration budget) throws InterruptedException {
        recoverer.work(rest, budget);
    }

    @Override
    public void settle(String intentId, boolean tookEffect, String by) {
        recoverer.settle(intentId, tookEffect, by);
    }
}

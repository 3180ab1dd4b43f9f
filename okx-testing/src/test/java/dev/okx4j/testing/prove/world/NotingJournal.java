package dev.okx4j.testing.prove.world;

import dev.okx4j.client.intent.IntentJournal;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.testing.prove.check.Happened;
import dev.okx4j.testing.prove.check.Marks;
import java.io.IOException;
import java.util.List;

/** A journal whose entries are noted on their way. */
record NotingJournal(IntentJournal journal, World world) implements IntentJournal {
    @Override
    public void intents(List<WriteIntent> intents) throws IOException {
        journal.intents(intents);
        for (WriteIntent intent : intents) {
            world.note(new Happened.Kept(
                    world.millis(),
                    world.call(),
                    intent.intentId(),
                    Marks.of(intent.path(), intent.request()),
                    intent.clOrdId(),
                    intent.attempt()));
        }
    }

    @Override
    public void outcome(WriteIntent intent, Outcome<?> outcome) throws IOException {
        world.note(Telling.decided(world.millis(), intent, outcome));
        journal.outcome(intent, outcome);
    }

    @Override
    public List<Open> open() {
        return journal.open();
    }
}

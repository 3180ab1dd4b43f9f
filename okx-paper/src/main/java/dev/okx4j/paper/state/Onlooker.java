package dev.okx4j.paper.state;

import dev.okx4j.paper.venue.Venue;
import org.jspecify.annotations.Nullable;

/** Who watches an account, if anybody does, and what they have not been told yet because it is not on the disk. */
final class Onlooker {
    private @Nullable AccountWatch watch;
    private @Nullable Venue watched;
    private @Nullable Runnable unconfirmed;
    private boolean gathering;

    /** Begins to tell somebody of a venue. */
    void watch(AccountWatch who, Venue venue) {
        if (watch != null) {
            throw new IllegalStateException("The account is watched already");
        }
        watch = who;
        look(venue);
    }

    /** Turns to the venue that the next command is about. */
    void look(Venue venue) {
        AccountWatch who = watch;
        if (who != null && watched != venue) {
            watched = venue;
            venue.watch(events -> who.stepped(venue, events));
        }
    }

    /** Tells that what a command did is in force, once it is. */
    void changed(Venue venue, long revision) {
        AccountWatch who = watch;
        if (who == null) {
            return;
        }
        if (gathering) {
            unconfirmed = () -> who.committed(venue, revision);
        } else {
            who.committed(venue, revision);
        }
    }

    /** Begins to wait with telling: several commands go to the disk together. */
    void gather() {
        gathering = true;
    }

    /** Tells of what was gathered, if it has reached the disk. */
    void gathered() {
        gathering = false;
        Runnable told = unconfirmed;
        unconfirmed = null;
        if (told != null) {
            told.run();
        }
    }

    /** Tells that nothing has happened since what was confirmed last. */
    void dropped() {
        unconfirmed = null;
        if (watch != null) {
            watch.dropped();
        }
    }
}

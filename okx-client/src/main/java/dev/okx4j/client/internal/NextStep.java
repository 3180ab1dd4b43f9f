package dev.okx4j.client.internal;

import dev.okx4j.client.intent.WriteIntent;

/** What to do about a write in doubt, in words for a person and for a program that reads. */
final class NextStep {
    private NextStep() {}

    /** Returns the words for a write that is still being looked up. */
    static String whileLookedUp(WriteIntent intent, String why) {
        return "It was sent, and whether it took effect is not known yet (" + why + "). "
                + switch (intent.kind()) {
                    case PLACE ->
                        "Do not place it again, under this id or another: look the order up by its client id until it is seen.";
                    case AMEND -> "Do not amend it again: read the order and see which price and size it has.";
                    case CANCEL ->
                        "Read the order: filled or cancelled, it is over; while it is live, cancelling it again is safe.";
                    case MASS_CANCEL ->
                        "Read the open orders of the family that are under market-maker protection; while there are any, another"
                                + " mass cancel is safe, and cancels those that were placed since as well.";
                    case CANCEL_ALL_AFTER ->
                        "Setting the timer again is safe, and the newest setting is the one that counts.";
                    case CLOSE -> "Do not close it again: read the position first.";
                    case TRANSFER ->
                        "Do not transfer again: read the transfer's state by its client id, and the balances.";
                }
                + " It goes on being looked up; new exposure on the same thing waits until then, cancels do not.";
    }

    /** Returns the words for a write that looking up cannot decide. */
    static String forAPerson(WriteIntent intent, String why) {
        return "It was sent, and looking it up cannot decide whether it took effect: " + why
                + ". A person has to compare " + where(intent)
                + " with OKX and settle the intent " + intent.intentId()
                + ". Until then nothing that adds exposure goes out on the same thing; cancels do. Do not send it again.";
    }

    private static String where(WriteIntent intent) {
        String id = intent.clOrdId().isEmpty() ? "" : " " + intent.clOrdId();
        return switch (intent.kind()) {
            case PLACE, AMEND, CANCEL -> "the order" + id;
            case MASS_CANCEL ->
                "the orders of " + intent.request().get("instFamily") + " that are under market-maker protection";
            case CANCEL_ALL_AFTER -> "the timer that cancels all orders";
            case CLOSE -> "the position and the closing order" + id;
            case TRANSFER -> "the transfer" + id;
        };
    }
}

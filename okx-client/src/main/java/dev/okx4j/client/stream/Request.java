package dev.okx4j.client.stream;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A request to subscribe to several topics, of which each is acknowledged by itself, while an error names the request alone. */
final class Request {
    final String id;
    final Set<Ticket> open;
    final List<Refusal> refusals = new ArrayList<>();
    long touched;

    /** An error in answer to it. */
    record Refusal(String code, String msg) {}

    Request(String id, List<Ticket> tickets, long now) {
        this.id = id;
        this.open = new LinkedHashSet<>(tickets);
        this.touched = now;
        tickets.forEach(ticket -> {
            ticket.phase = Ticket.Phase.ASKED;
            ticket.request = this;
        });
    }

    /** Returns whether every topic that is still open must be one that was refused. */
    boolean isSettled() {
        return refusals.size() >= open.size();
    }

    /** Returns whether all errors are one and the same. */
    boolean isUnanimous() {
        return refusals.stream().map(Refusal::code).distinct().count() == 1;
    }
}

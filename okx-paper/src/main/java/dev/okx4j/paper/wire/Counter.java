package dev.okx4j.paper.wire;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.Refusal;
import dev.okx4j.paper.venue.Reply;
import dev.okx4j.paper.venue.Venue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Where what is asked about one order becomes a command, and its refusal the codes of a row. */
final class Counter {
    private final PaperAccount account;

    Counter(PaperAccount account) {
        this.account = account;
    }

    /**
     * Carries out the command about the instrument that an item names, and tells the outcome in its row.
     *
     * <p>An instrument that is not listed and a refusal by the venue are told in the row. A parameter that is not of its
     * form is thrown.
     *
     * @param done the reply to a command that was carried out
     * @param tell writes such a reply into the row, which then has {@code sCode} 0
     */
    <R extends Reply> void answer(
            Row row, Params item, Class<R> done, Function<InstrumentSpec, Command> command, BiConsumer<Row, R> tell) {
        InstrumentSpec spec;
        try {
            spec = account.read(v -> new Listing(account.scenario(), v).named(item));
        } catch (RefusedException e) {
            refused(row, e);
            return;
        }
        Reply reply = account.apply(command.apply(spec));
        if (reply instanceof Reply.Refused refused) {
            refused(row, refused.refusal());
        } else {
            row.set("sCode", "0");
            tell.accept(row, done.cast(reply));
        }
    }

    /**
     * Tells each item of a batch in a row of its own, in the same order; what is wrong with one stops no other. A request
     * that is one object has one row, and a parameter of it that is not of its form refuses the request.
     *
     * <p>The journal takes the items together, so that a batch waits for the disk once.
     *
     * @param one fills the row of an item
     */
    Answer each(Call call, String fields, BiConsumer<Row, Params> one) {
        return Answer.items(account.together(() -> rows(call, fields, one)));
    }

    private List<Row> rows(Call call, String fields, BiConsumer<Row, Params> one) {
        List<Row> rows = new ArrayList<>();
        for (Params item : items(call)) {
            Row row = new Row(fields);
            try {
                one.accept(row, item);
            } catch (RefusedException e) {
                if (call.items().isEmpty()) {
                    throw e;
                }
                refused(row, e);
            }
            if (row.has("ts")) {
                row.set("ts", account.read(Venue::now));
            }
            rows.add(row);
        }
        return rows;
    }

    /** Returns the objects of a request: those of its array, or the one that it is. */
    static List<Params> items(Call call) {
        return call.items().isEmpty() ? List.of(call.params()) : call.items();
    }

    /** Tells in a row why its item was refused. */
    private static void refused(Row row, Refusal refusal) {
        row.set("sCode", refusal.code()).set("sMsg", refusal.msg());
        if (row.has("subCode")) {
            row.set("subCode", refusal.subCode());
        }
    }

    /** Tells of an order that could not be amended and is cancelled now. */
    static void cancelledInstead(Row row, Refusal refusal) {
        refused(row, refusal);
        row.set("sMsg", refusal.msg() + ". The order is cancelled, as cxlOnFail asked");
    }

    /** Tells in a row why its item was refused before it reached the venue. */
    private static void refused(Row row, RefusedException reason) {
        row.set("sCode", reason.answer().code()).set("sMsg", reason.answer().msg());
    }

    /** Refuses, with 50014, a request of which an item names no instrument or lacks another parameter that it needs. */
    static void needs(Call call, String... names) {
        for (Params item : items(call)) {
            if (!item.has("instId") && !item.has("instIdCode")) {
                throw RefusedException.missing("instId");
            }
            for (String name : names) {
                item.text(name);
            }
        }
    }

    /** Refuses a request of which an item has neither of two parameters, with 50015. */
    static void needsOne(String one, String other, Call call) {
        items(call).forEach(item -> needsOne(one, other, item));
    }

    /** Refuses a request that has neither of two parameters, with 50015. */
    static void needsOne(String one, String other, Params params) {
        if (!params.has(one) && !params.has(other)) {
            throw new RefusedException("50015", "Either parameter " + one + " or " + other + " is required");
        }
    }

    /** Refuses an order that arrives after its {@code expTime} header, with 50036. */
    static void refuseExpired(Call call) {
        String header = call.header("expTime");
        if (header == null) {
            return;
        }
        Instant expires = new Params(Map.of("expTime", header)).time("expTime");
        if (expires != null && expires.isBefore(call.received())) {
            throw new RefusedException("50036", "expTime can't be earlier than the current system time");
        }
    }
}

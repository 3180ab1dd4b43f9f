package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Scope.USER_AND_INSTRUMENT;
import static dev.okx4j.paper.wire.Route.Scope.USER_AND_TAG;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.PosSide;
import dev.okx4j.paper.venue.Reply;
import dev.okx4j.paper.venue.TradeMode;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers what takes all risk of a kind back at once: closing a position, and the timer that cancels everything. */
final class ExitDesk {
    private static final long SHORTEST_SECONDS = 10;
    private static final long LONGEST_SECONDS = 120;

    private final PaperAccount account;

    ExitDesk(PaperAccount account) {
        this.account = account;
    }

    /** Returns the paths that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.post("/api/v5/trade/close-position", 20, 2, USER_AND_INSTRUMENT, call -> close(call.params())),
                Route.post("/api/v5/trade/cancel-all-after", 1, 1, USER_AND_TAG, this::cancelAllAfter));
    }

    /** Closes a whole position at market; a refusal is the answer's own code. */
    private Answer close(Params params) {
        params.text("instId");
        TradeMode mode = params.word("mgnMode", TradeMode.values(), TradeMode::wire);
        if (mode == TradeMode.CASH) {
            throw RefusedException.bad("mgnMode");
        }
        PosSide side = params.optionalWord("posSide", PosSide.values(), PosSide::wire);
        InstrumentSpec spec = account.read(v -> new Listing(account.scenario(), v).named(params));
        Reply reply = account.apply(new Command.ClosePosition(
                spec.instId(), mode, side, params.clientId("clOrdId"), params.tag(), params.flag("autoCxl")));
        if (reply instanceof Reply.Refused refused) {
            return Answer.refused(refused.refusal().code(), refused.refusal().msg());
        }
        Reply.Closed closed = (Reply.Closed) reply;
        return Answer.row(new Row(Fields.POSITION_CLOSED)
                .set("instId", closed.instId())
                .set("posSide", closed.posSide().wire())
                .set("clOrdId", closed.clOrdId())
                .set("tag", closed.tag()));
    }

    /** Sets the timer, on the wire clock, that cancels the open orders of the account or of one tag; 0 stops it. */
    private Answer cancelAllAfter(Call call) {
        Params params = call.params();
        params.text("timeOut");
        String timeOut = params.whole("timeOut");
        long seconds = timeOut == null ? 0 : Long.parseLong(timeOut);
        if (seconds != 0 && (seconds < SHORTEST_SECONDS || seconds > LONGEST_SECONDS)) {
            throw RefusedException.bad("timeOut", "0, or 10 to 120 seconds");
        }
        Instant trigger = seconds == 0 ? null : call.received().plusSeconds(seconds);
        Reply reply = account.apply(new Command.CancelAllAfter(params.tag(), trigger));
        if (reply instanceof Reply.Refused refused) {
            return Answer.refused(refused.refusal().code(), refused.refusal().msg());
        }
        Reply.TimerSet set = (Reply.TimerSet) reply;
        return Answer.row(new Row(Fields.TIMER)
                .set("triggerTime", time(set.trigger()))
                .set("tag", set.tag())
                .set("ts", call.received()));
    }

    /** Returns a time of the timer; 0 when it is stopped. */
    private static Object time(@Nullable Instant trigger) {
        return trigger == null ? "0" : trigger;
    }
}

package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.READ;
import static dev.okx4j.paper.wire.Route.Scope.USER;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.Scenario;
import dev.okx4j.paper.state.Pace;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.FillView;
import dev.okx4j.paper.venue.Reply;
import dev.okx4j.paper.venue.Venue;
import dev.okx4j.paper.venue.VenueEvent;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers what only a paper exchange has: its clock, a new beginning, money from nowhere, and the grounds of fills. */
final class PaperDesk {
    /** Most events told of one run; {@code more} counts the rest. */
    private static final int MOST_EVENTS = 100;

    /** What may be asked for together. */
    private static final Set<String> MOVES = Set.of("to", "by", "untilFill");

    private static final int COUNT = 1_000_000; // the clock is read for every answer with a recorded price
    private static final Pattern SPAN = Pattern.compile("(\\d{1,4})(s|m|H|D|W)");
    private static final Map<String, Duration> UNITS = Map.of(
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "H", Duration.ofHours(1),
            "D", Duration.ofDays(1),
            "W", Duration.ofDays(7));

    private final PaperAccount account;
    private final Pace pace;

    PaperDesk(PaperAccount account, Pace pace) {
        this.account = account;
        this.pace = pace;
    }

    /** Returns the paths that OKX does not have. */
    Stream<Route> routes() {
        return Stream.of(
                Route.get("/paper/v1/clock", READ, COUNT, 2, USER, this::clock),
                Route.post("/paper/v1/clock", COUNT, 2, USER, this::move),
                Route.post("/paper/v1/reset", COUNT, 2, USER, this::reset),
                Route.post("/paper/v1/deposit", COUNT, 2, USER, this::deposit),
                Route.get(
                        "/paper/v1/fidelity",
                        READ,
                        COUNT,
                        2,
                        USER,
                        call -> account.read(v -> fidelity(v, call.params()))));
    }

    private Answer clock(Call call) {
        return account.read(v -> Answer.rows(List.of(row(v, call))));
    }

    /** Returns the clock as a row: times in milliseconds, and what the scenario has. */
    private Map<String, Object> row(Venue venue, Call call) {
        Scenario scenario = account.scenario();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("marketTime", Row.wire(venue.now()));
        row.put("wireTime", Row.wire(call.received()));
        row.put("feed", scenario.isLive() ? "live" : "replay");
        row.put("scenario", scenario.id());
        row.put("title", scenario.title());
        row.put("start", Row.wire(scenario.start()));
        row.put("end", Row.wire(scenario.end()));
        row.put("begin", Row.wire(scenario.begin()));
        row.put("speed", scenario.isLive() ? "1" : pace.speed());
        row.put(
                "instruments",
                new Listing(scenario, venue)
                        .all().stream().map(InstrumentSpec::instId).toList());
        if (scenario.isLive()) {
            row.put("stale", reasons(venue, account::stale));
            row.put("asked", reasons(venue, account::asked));
        }
        row.put(
                "funding",
                scenario.funding().isEmpty()
                        ? "no recorded rates in this scenario: none is charged"
                        : scenario.funding().size() + " recorded rates are charged at their times");
        return row;
    }

    private static Map<String, String> reasons(Venue venue, Function<String, @Nullable String> why) {
        Map<String, String> reasons = new TreeMap<>();
        for (InstrumentSpec spec : venue.instruments()) {
            String reason = why.apply(spec.instId());
            if (reason != null) {
                reasons.put(spec.instId(), reason);
            }
        }
        return reasons;
    }

    /** Moves market time, or sets how fast it runs by itself. */
    private Answer move(Call call) {
        Params params = call.params();
        if (account.scenario().isLive()) {
            throw RefusedException.bad("clock", "market time is OKX's own in a live market, and nobody can move it");
        }
        List<String> asked = Stream.of("speed", "pause", "step", "to", "by", "untilFill")
                .filter(params::has)
                .toList();
        boolean moves = asked.stream().allMatch(MOVES::contains);
        if (asked.size() > 1 && !moves) {
            throw new RefusedException("50016", "Parameters " + String.join(" and ", asked) + " contradict each other");
        }
        String speed = params.optional("speed");
        if (speed != null) {
            run(speed, params);
            return clock(call);
        }
        if (params.has("pause")) {
            if (params.flag("pause")) {
                pace.pause();
            }
            return clock(call);
        }
        return run(call);
    }

    /** Lets market time run by itself, at a multiple of the machine's clock or as fast as it goes; 0 lets it stand. */
    private void run(String speed, Params params) {
        if (speed.equals("max")) {
            pace.runFast();
            return;
        }
        BigDecimal factor = params.decimal("speed");
        if (factor.signum() < 0 || factor.compareTo(Pace.FASTEST) > 0) {
            throw RefusedException.bad("speed", "0 to " + Pace.FASTEST.toPlainString() + " or max is expected");
        }
        if (factor.signum() == 0) {
            pace.pause();
        } else {
            pace.run(factor);
        }
    }

    /** Returns the moment of the next market event, or null at the end of the data. */
    private @Nullable Instant step(Params params) {
        if (!params.flag("step")) {
            throw RefusedException.bad("step", "true is expected");
        }
        return account.read(Venue::next);
    }

    /** Runs market time to a moment, by a span, to the next event or until a fill, and tells what happened on the way. */
    private Answer run(Call call) {
        Params params = call.params();
        Instant now = account.read(Venue::now);
        boolean untilFill = params.flag("untilFill");
        Instant to = moment(params, "to");
        String by = params.optional("by");
        if (to != null && by != null) {
            throw new RefusedException("50016", "Parameters to and by contradict each other");
        }
        if (by != null) {
            Matcher span = SPAN.matcher(by);
            if (!span.matches()) {
                throw RefusedException.bad("by", "a number and one of s, m, H, D, W is expected, such as 15m or 1D");
            }
            Duration unit = Objects.requireNonNull(UNITS.get(span.group(2)));
            to = now.plus(unit.multipliedBy(Long.parseLong(span.group(1))));
        }
        boolean step = params.has("step");
        if (step) {
            to = step(params);
        }
        if (to == null && !untilFill && !step) {
            throw new RefusedException(
                    "50015", "One of the parameters to, by, untilFill, step, speed and pause is required");
        }
        // A moment behind the data, so that arriving there is told as their end.
        Instant target = to == null ? account.scenario().end().plusMillis(1) : to;
        if (target.isBefore(now)) {
            throw RefusedException.bad("to", "market time is " + now + " and only runs forward; see /paper/v1/reset");
        }
        Reply reply = account.apply(new Command.Advance(target, untilFill));
        if (reply instanceof Reply.Refused refused) {
            return Answer.refused(refused.refusal().code(), refused.refusal().msg());
        }
        Reply.Advanced advanced = (Reply.Advanced) reply;
        Map<String, Object> row = account.read(v -> row(v, call));
        List<VenueEvent> events = advanced.events();
        row.put("events", events.stream().limit(MOST_EVENTS).map(Events::row).toList());
        row.put("more", BigDecimal.valueOf(Math.max(0, events.size() - MOST_EVENTS)));
        row.put("stopped", advanced.stopped().text());
        return Answer.rows(List.of(row));
    }

    /** Begins anew: market time goes to {@code start}, and everything of the account is forgotten. */
    private Answer reset(Call call) {
        Params params = call.params();
        Reply reply = account.apply(new Command.Reset(moment(params, "start"), balances(params)));
        return reply instanceof Reply.Refused refused
                ? Answer.refused(refused.refusal().code(), refused.refusal().msg())
                : clock(call);
    }

    /** Returns the balances that an account is to begin with; what a new one has when none are given. */
    static Map<String, BigDecimal> balances(Params params) {
        Map<String, BigDecimal> balances = new TreeMap<>();
        Object given = params.values().get("balances");
        if (given == null) {
            balances.putAll(PaperAccount.FIRST_BALANCES);
        } else if (given instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> amounts = new LinkedHashMap<>();
            map.forEach((ccy, amount) -> amounts.put((String) ccy, amount));
            Params each = new Params(amounts);
            amounts.keySet().forEach(ccy -> balances.put(ccy, each.decimal(ccy)));
        } else {
            throw RefusedException.bad("balances");
        }
        return balances;
    }

    /** Adds money to the account, as a transfer with its bill. */
    private Answer deposit(Call call) {
        Reply reply = account.apply(
                new Command.Deposit(call.params().text("ccy"), call.params().decimal("amt")));
        if (reply instanceof Reply.Refused refused) {
            return Answer.refused(refused.refusal().code(), refused.refusal().msg());
        }
        Reply.Deposited deposited = (Reply.Deposited) reply;
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("ccy", deposited.ccy());
        row.put("amt", Row.wire(deposited.amt()));
        row.put("billId", deposited.billId());
        return Answer.rows(List.of(row));
    }

    /** Tells of each fill which recorded candle and which rule decided it. */
    private static Answer fidelity(Venue venue, Params params) {
        List<FillView> found = venue.fills().stream()
                .filter(fill -> AccountDesk.matches(params, "ordId", fill.ordId()))
                .filter(fill -> AccountDesk.matches(params, "instId", fill.instId()))
                .toList();
        if (found.isEmpty() && params.has("ordId")) {
            throw new RefusedException("51603", "No order of this id has a fill");
        }
        return Answer.rows(Page.of(params, found, FillView::billId, FillView::ts).stream()
                .map(Events::fidelity)
                .toList());
    }

    /** Returns a time given in milliseconds or as ISO-8601, or null. */
    static @Nullable Instant moment(Params params, String name) {
        String value = params.optional(name);
        if (value == null) {
            return null;
        }
        if (value.matches("\\d{1,15}")) {
            return Instant.ofEpochMilli(Long.parseLong(value));
        }
        try {
            return Instant.parse(value);
        } catch (DateTimeException e) {
            throw RefusedException.bad(name, "milliseconds or a time such as 2026-08-17T00:00:00Z is expected");
        }
    }
}

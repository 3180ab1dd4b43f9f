package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.PUBLIC;
import static dev.okx4j.paper.wire.Route.Access.READ;
import static dev.okx4j.paper.wire.Route.Scope.IP_AND_FAMILY;
import static dev.okx4j.paper.wire.Route.Scope.USER;

import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.Venue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers what only options have: volatilities and Greeks, of the market and of the account. */
final class OptionDesk {
    private static final DateTimeFormatter EXPIRY = DateTimeFormatter.ofPattern("yyMMdd");
    /** The hour of the day, in UTC, at which contracts expire. */
    private static final int EXPIRES_AT = 8;

    private final PaperAccount account;

    OptionDesk(PaperAccount account) {
        this.account = account;
    }

    /** Returns the paths that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.look(account, "/api/v5/public/opt-summary", PUBLIC, 20, 2, IP_AND_FAMILY, OptionDesk::summary),
                Route.look(account, "/api/v5/account/greeks", READ, 10, 2, USER, OptionDesk::greeks));
    }

    /** Tells the options of a family, or those of it that expire on a day. */
    private static Answer summary(Venue venue, Params params) {
        return Answer.rows(venue.options(params.text("instFamily"), expiry(params)).stream()
                .map(option -> OptionSummaryRow.of(option).fields())
                .toList());
    }

    private static @Nullable Instant expiry(Params params) {
        String day = params.optional("expTime");
        if (day == null) {
            return null;
        }
        try {
            return LocalDate.parse(day, EXPIRY).atTime(EXPIRES_AT, 0).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw RefusedException.bad("expTime", "a day such as 260925 is expected");
        }
    }

    /** Tells the Greeks of what the account holds, by coin. */
    private static Answer greeks(Venue venue, Params params) {
        return Answer.rows(venue.greeks().entrySet().stream()
                .filter(coin -> AccountDesk.matches(params, "ccy", coin.getKey()))
                .map(coin -> GreeksRow.of(coin.getKey(), coin.getValue(), venue.now())
                        .fields())
                .toList());
    }
}

package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.PUBLIC;
import static dev.okx4j.paper.wire.Route.Access.READ;
import static dev.okx4j.paper.wire.Route.Scope.IP_AND_FAMILY;
import static dev.okx4j.paper.wire.Route.Scope.USER;

import dev.okx4j.paper.options.Greeks;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.OptionView;
import dev.okx4j.paper.venue.Venue;
import java.util.Map;
import java.util.stream.Stream;

/** Answers what options are worth and why, and how the account's worth changes. */
final class OptionDesk {
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

    /** Tells volatilities and Greeks of the options of a family; {@code uly}, its older name, does as well. */
    private static Answer summary(Venue venue, Params params) {
        String family = params.has("instFamily") || !params.has("uly") ? params.text("instFamily") : params.text("uly");
        return Answer.rows(venue.options(family, params.time("expTime")).stream()
                .map(option -> row(option).fields())
                .toList());
    }

    /** Returns the row of an option; what it has realised is not known. */
    private static Row row(OptionView option) {
        Greeks greeks = option.greeks();
        return new Row(Fields.OPTION_SUMMARY)
                .set("instType", option.spec().instType().name())
                .set("instId", option.spec().instId())
                .set("uly", option.spec().uly())
                .set("delta", greeks.deltaPA())
                .set("gamma", greeks.gammaPA())
                .set("vega", greeks.vegaPA())
                .set("theta", greeks.thetaPA())
                .set("deltaBS", greeks.deltaBS())
                .set("gammaBS", greeks.gammaBS())
                .set("vegaBS", greeks.vegaBS())
                .set("thetaBS", greeks.thetaBS())
                .set("lever", option.lever())
                .set("markVol", option.markVol())
                .set("bidVol", option.bidVol())
                .set("askVol", option.askVol())
                .set("volLv", option.volLv())
                .set("fwdPx", option.fwdPx())
                .set("ts", option.ts());
    }

    /** Tells the Greeks of all positions by coin, or of one coin. */
    private static Answer greeks(Venue venue, Params params) {
        String ccy = params.optional("ccy");
        return Answer.rows(venue.greeks().entrySet().stream()
                .filter(coin -> ccy == null || ccy.equals(coin.getKey()))
                .map(coin -> row(venue, coin).fields())
                .toList());
    }

    private static Row row(Venue venue, Map.Entry<String, Greeks> coin) {
        Greeks greeks = coin.getValue();
        return new Row(Fields.GREEKS)
                .set("deltaBS", greeks.deltaBS())
                .set("deltaPA", greeks.deltaPA())
                .set("gammaBS", greeks.gammaBS())
                .set("gammaPA", greeks.gammaPA())
                .set("thetaBS", greeks.thetaBS())
                .set("thetaPA", greeks.thetaPA())
                .set("vegaBS", greeks.vegaBS())
                .set("vegaPA", greeks.vegaPA())
                .set("ccy", coin.getKey())
                .set("ts", venue.now());
    }
}

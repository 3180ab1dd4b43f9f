package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.PUBLIC;
import static dev.okx4j.paper.wire.Route.Scope.IP;

import dev.okx4j.paper.feed.InstrumentSpec;
import dev.okx4j.paper.feed.InstrumentType;
import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.Venue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Answers the rules of contracts: underlyings, position tiers, tick sizes of options, and what a contract is in coins. */
final class ContractDesk {
    /** Most families that one request names. */
    private static final int MOST_FAMILIES = 5;
    /** Decimals of an amount of coins that no contract rounds. */
    private static final int COIN_SCALE = 16;

    private final PaperAccount account;

    ContractDesk(PaperAccount account) {
        this.account = account;
    }

    /** Returns the paths that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.look(account, "/api/v5/public/underlying", PUBLIC, 20, 2, IP, this::underlying),
                Route.look(account, "/api/v5/public/position-tiers", PUBLIC, 10, 2, IP, this::tiers),
                Route.look(account, "/api/v5/public/instrument-tick-bands", PUBLIC, 5, 2, IP, this::tickBands),
                Route.look(account, "/api/v5/public/convert-contract-coin", PUBLIC, 10, 2, IP, this::convert),
                // Neither premiums nor insurance funds are recorded anywhere.
                Route.get("/api/v5/public/premium-history", PUBLIC, 20, 2, IP, ContractDesk::premiums),
                Route.get("/api/v5/public/insurance-fund", PUBLIC, 10, 2, IP, ContractDesk::insurance));
    }

    /** Tells the underlyings of a kind of contract, as one list. */
    private Answer underlying(Venue venue, Params params) {
        InstrumentType type = Listing.contractType(params);
        return Answer.rows(List.of(new Listing(account.scenario(), venue)
                .all().stream()
                        .filter(spec -> spec.instType() == type)
                        .map(Listing::underlying)
                        .distinct()
                        .toList()));
    }

    /** Tells the position tiers of up to five families; cross and isolated have the same. */
    private Answer tiers(Venue venue, Params params) {
        InstrumentType type = Listing.contractType(params);
        String mode = params.text("tdMode");
        if (!mode.equals("cross") && !mode.equals("isolated")) {
            throw RefusedException.bad("tdMode");
        }
        params.text("instFamily");
        List<String> families = params.list("instFamily");
        if (families.size() > MOST_FAMILIES) {
            throw RefusedException.bad("instFamily", "at most " + MOST_FAMILIES + " are expected");
        }
        String tier = params.whole("tier");
        return Answer.rows(families.stream()
                .flatMap(family -> new Listing(account.scenario(), venue)
                        .all().stream()
                                .filter(spec -> spec.instType() == type
                                        && spec.instFamily().equals(family))
                                .limit(1))
                .flatMap(spec -> TierRow.of(spec).stream())
                .filter(row -> tier == null || tier.equals(row.get("tier")))
                .toList());
    }

    /** Tells the tick sizes of the listed options: here those of a family have one each, at whatever price. */
    private Answer tickBands(Venue venue, Params params) {
        String type = params.text("instType");
        if (!type.equals("OPTION") && !type.equals("EVENTS")) {
            throw RefusedException.bad("instType");
        }
        String family = params.optional("instFamily");
        return Answer.rows(new Listing(account.scenario(), venue)
                .all().stream()
                        .filter(spec -> spec.instType().name().equals(type))
                        .filter(spec -> family == null || family.equals(spec.instFamily()))
                        .map(ContractDesk::tickBand)
                        .distinct()
                        .toList());
    }

    private static Map<String, Object> tickBand(InstrumentSpec spec) {
        Row band = new Row(Fields.TICK_BAND).set("minPx", BigDecimal.ZERO).set("tickSz", spec.tickSz());
        return new Row(Fields.TICK_BANDS)
                .set("instType", spec.instType().name())
                .set("instFamily", spec.instFamily())
                .set("tickBand", List.of(band.fields()))
                .fields();
    }

    /** Tells coins or dollars in contracts, rounded to whole lots, or contracts in coins or dollars. */
    private Answer convert(Venue venue, Params params) {
        InstrumentSpec spec = new Listing(account.scenario(), venue).contract(params);
        String type = params.oneOf("type", "1", "2");
        String unit = params.oneOf("unit", "coin", "usds");
        boolean opens = params.oneOf("opType", "close", "open").equals("open");
        BigDecimal size = params.decimal("sz");
        boolean priced = spec.isInverse() != unit.equals("usds");
        BigDecimal px = params.optionalDecimal("px");
        if (priced && px == null) {
            throw RefusedException.missing("px");
        }
        if (px != null && px.signum() <= 0) {
            throw RefusedException.bad("px");
        }
        // One contract in the unit: a linear one is an amount of coins, an inverse one an amount of dollars.
        BigDecimal times = BigDecimal.ONE;
        BigDecimal over = BigDecimal.ONE;
        if (priced && px != null) {
            times = spec.isInverse() ? BigDecimal.ONE : px;
            over = spec.isInverse() ? px : BigDecimal.ONE;
        }
        BigDecimal face = spec.face();
        BigDecimal converted = type.equals("1")
                ? size.multiply(over)
                        .divide(
                                face.multiply(times).multiply(spec.lotSz()),
                                0,
                                opens ? RoundingMode.DOWN : RoundingMode.HALF_UP)
                        .multiply(spec.lotSz())
                : size.multiply(face).multiply(times).divide(over, COIN_SCALE, RoundingMode.HALF_EVEN);
        return Answer.row(new Row(Fields.CONVERTED)
                .set("type", type)
                .set("instId", spec.instId())
                .set("px", px)
                .set("sz", converted)
                .set("unit", unit));
    }

    private static Answer premiums(Call call) {
        call.params().text("instId");
        return Answer.rows(List.of());
    }

    private static Answer insurance(Call call) {
        Listing.contractType(call.params());
        return Answer.rows(List.of());
    }
}

package dev.okx4j.client.account;

import static dev.okx4j.client.rest.Access.READ;
import static dev.okx4j.client.rest.RateLimit.Scope.USER;

import dev.okx4j.client.model.InstType;
import dev.okx4j.client.rest.Endpoint;
import dev.okx4j.client.rest.Params;
import dev.okx4j.client.rest.Rest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The trading account. Needs an API key. */
public final class AccountApi {
    static final Endpoint<AccountBalance> BALANCE = Endpoint.get("/api/v5/account/balance", AccountBalance.class)
            .needs(READ)
            .limit(10, USER);
    static final Endpoint<Position> POSITIONS = Endpoint.get("/api/v5/account/positions", Position.class)
            .needs(READ)
            .limit(10, USER);
    static final Endpoint<AccountConfig> CONFIG = Endpoint.get("/api/v5/account/config", AccountConfig.class)
            .needs(READ)
            .limit(5, USER);
    static final Endpoint<Leverage> LEVERAGE = Endpoint.get("/api/v5/account/leverage-info", Leverage.class)
            .needs(READ)
            .limit(20, USER);
    static final Endpoint<Leverage> SET_LEVERAGE =
            Endpoint.post("/api/v5/account/set-leverage", Leverage.class).limit(20, USER);
    static final Endpoint<Bill> BILLS =
            Endpoint.get("/api/v5/account/bills", Bill.class).needs(READ).limit(5, Duration.ofSeconds(1), USER);

    static final Endpoint<MmpConfig> MMP_CONFIG = Endpoint.get("/api/v5/account/mmp-config", MmpConfig.class)
            .needs(READ)
            .limit(5, USER);
    static final Endpoint<MmpLimits> SET_MMP_CONFIG =
            Endpoint.post("/api/v5/account/mmp-config", MmpLimits.class).limit(2, Duration.ofSeconds(10), USER);
    static final Endpoint<MmpReset> MMP_RESET =
            Endpoint.post("/api/v5/account/mmp-reset", MmpReset.class).limit(5, USER);

    private final Rest rest;

    public AccountApi(Rest rest) {
        this.rest = rest;
    }

    /** Returns every endpoint of this section. */
    public static List<Endpoint<?>> endpoints() {
        return List.of(
                BALANCE, POSITIONS, CONFIG, LEVERAGE, SET_LEVERAGE, BILLS, MMP_CONFIG, SET_MMP_CONFIG, MMP_RESET);
    }

    /** Returns the balance of the account, with the details of the given currencies or of all that it holds. */
    public AccountBalance balance(String... ccy) {
        return rest.one(BALANCE, Params.of("ccy", ccy.length == 0 ? null : List.of(ccy)));
    }

    /** Returns the open positions that match the filter. */
    public List<Position> positions(PositionsRequest filter) {
        return rest.list(POSITIONS, filter);
    }

    /** Returns the settings of the account and the rights of the key. */
    public AccountConfig config() {
        return rest.one(CONFIG, Params.none());
    }

    /** Returns the leverage of instruments or currencies in one margin mode. */
    public List<Leverage> leverage(LeverageRequest request) {
        return rest.list(LEVERAGE, request);
    }

    /** Sets a leverage, and returns it as it now is. */
    public Leverage setLeverage(SetLeverageRequest request) {
        return rest.one(SET_LEVERAGE, request);
    }

    /** Returns market-maker protection of a family of options, such as BTC-USD, or of all with null; empty where it was never set. */
    public List<MmpConfig> mmpConfig(@Nullable String instFamily) {
        return rest.list(MMP_CONFIG, Params.of("instFamily", instFamily));
    }

    /** Sets market-maker protection of a family of options, and returns it as it now is. */
    public MmpLimits setMmpConfig(SetMmpConfigRequest limits) {
        return rest.one(SET_MMP_CONFIG, limits);
    }

    /** Ends the freeze after market-maker protection of a family of options, such as BTC-USD, was triggered. */
    public MmpReset mmpReset(String instFamily) {
        return rest.one(MMP_RESET, Params.of("instType", InstType.OPTION).and("instFamily", instFamily));
    }

    /** Returns the bills that match the filter, newest first. */
    public List<Bill> bills(BillsRequest filter) {
        return rest.list(BILLS, filter);
    }
}

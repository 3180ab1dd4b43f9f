package dev.okx4j.client.funding;

import static dev.okx4j.client.rest.Access.READ;
import static dev.okx4j.client.rest.RateLimit.Scope.USER;
import static dev.okx4j.client.rest.RateLimit.Scope.USER_AND_CURRENCY;

import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent.Kind;
import dev.okx4j.client.rest.Endpoint;
import dev.okx4j.client.rest.Params;
import dev.okx4j.client.rest.Rest;
import dev.okx4j.client.rest.WritePlan;
import java.time.Duration;
import java.util.List;

/** The funding account: balances and transfers. Needs an API key; transfers also a gate and a journal. */
public final class FundingApi {
    private static final int MOST_CURRENCIES = 20;
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    static final Endpoint<AssetBalance> BALANCES = Endpoint.get("/api/v5/asset/balances", AssetBalance.class)
            .needs(READ)
            .limit(6, ONE_SECOND, USER);
    static final Endpoint<Transfer> TRANSFER_STATE = Endpoint.get("/api/v5/asset/transfer-state", Transfer.class)
            .needs(READ)
            .limit(10, ONE_SECOND, USER);
    static final Endpoint<TransferAck> TRANSFER = Endpoint.post("/api/v5/asset/transfer", TransferAck.class)
            .limit(2, ONE_SECOND, USER_AND_CURRENCY)
            .write(WritePlan.of(Kind.TRANSFER, "clientId", "transId", new TransferLookUp()));

    private final Rest rest;

    public FundingApi(Rest rest) {
        this.rest = rest;
    }

    /** Returns every endpoint of this section. */
    public static List<Endpoint<?>> endpoints() {
        return List.of(BALANCES, TRANSFER_STATE, TRANSFER);
    }

    /**
     * Moves money between accounts, once. Confirmed means that OKX has taken the request, or that the money has moved.
     *
     * <p>A transfer without a client id gets one; never use a client id for two transfers.
     */
    public Outcome<TransferAck> transfer(TransferRequest transfer) {
        return rest.write(TRANSFER, transfer);
    }

    /** Returns one transfer; OKX tells about those of the last two weeks. */
    public Transfer transferState(TransferStateRequest request) {
        return rest.one(TRANSFER_STATE, request);
    }

    /**
     * Returns what the funding account holds, one row for each currency.
     *
     * @param ccy the currencies, up to 20; none for all that it holds
     */
    public List<AssetBalance> balances(String... ccy) {
        if (ccy.length > MOST_CURRENCIES) {
            throw new IllegalArgumentException("Ask for at most 20 currencies at once, not " + ccy.length);
        }
        return rest.list(BALANCES, Params.of("ccy", ccy.length == 0 ? null : List.of(ccy)));
    }
}

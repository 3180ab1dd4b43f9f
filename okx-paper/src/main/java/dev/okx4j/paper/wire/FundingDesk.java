package dev.okx4j.paper.wire;

import static dev.okx4j.paper.wire.Route.Access.READ;
import static dev.okx4j.paper.wire.Route.Scope.USER;
import static dev.okx4j.paper.wire.Route.Scope.USER_AND_CURRENCY;

import dev.okx4j.paper.state.PaperAccount;
import dev.okx4j.paper.venue.Command;
import dev.okx4j.paper.venue.Reply;
import dev.okx4j.paper.venue.TransferView;
import dev.okx4j.paper.venue.Venue;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Answers the funding section: the funding account, and transfers between it and the trading account. */
final class FundingDesk {
    private static final String FUNDING = "6";
    private static final String TRADING = "18";

    private final PaperAccount account;

    FundingDesk(PaperAccount account) {
        this.account = account;
    }

    /** Returns the paths of the funding section that are served, with OKX's limits. */
    Stream<Route> routes() {
        return Stream.of(
                Route.get(
                        "/api/v5/asset/balances",
                        READ,
                        6,
                        1,
                        USER,
                        call -> account.read(v -> balances(v, call.params()))),
                Route.post("/api/v5/asset/transfer", 2, 1, USER_AND_CURRENCY, call -> transfer(call.params())),
                Route.get(
                        "/api/v5/asset/transfer-state",
                        READ,
                        10,
                        1,
                        USER,
                        call -> account.read(v -> state(v, call.params()))));
    }

    /** Tells the currencies that the funding account has held; nothing there is ever frozen. */
    private static Answer balances(Venue venue, Params params) {
        List<String> wanted = params.list("ccy");
        return Answer.rows(venue.funding().entrySet().stream()
                .filter(balance -> wanted.isEmpty() || wanted.contains(balance.getKey()))
                .map(balance -> new Row(Fields.FUNDING_BALANCE)
                        .set("ccy", balance.getKey())
                        .set("bal", balance.getValue())
                        .set("frozenBal", BigDecimal.ZERO)
                        .set("availBal", balance.getValue())
                        .fields())
                .toList());
    }

    /** Moves money between the two accounts; a refusal is the answer's own code. */
    private Answer transfer(Params params) {
        List.of("ccy", "amt", "from", "to").forEach(params::text);
        requireOwn(params);
        params.refuse("loanTrans", "omitPosRisk");
        String from = side(params, "from");
        String to = side(params, "to");
        if (from.equals(to)) {
            throw new RefusedException("58123", "Parameter from cannot be the same as to");
        }
        Reply reply = account.apply(new Command.Transfer(
                params.text("ccy"), params.decimal("amt"), to.equals(TRADING), params.clientId("clientId")));
        if (reply instanceof Reply.Refused refused) {
            return Answer.refused(refused.refusal().code(), refused.refusal().msg());
        }
        TransferView done = ((Reply.Transferred) reply).transfer();
        return Answer.row(new Row(Fields.TRANSFERRED)
                .set("transId", done.transId())
                .set("clientId", done.clientId())
                .set("ccy", done.ccy())
                .set("from", done.from())
                .set("amt", done.amt())
                .set("to", done.to()));
    }

    /** Tells one transfer by either id, {@code transId} first; 58129 when there is none of it. */
    private static Answer state(Venue venue, Params params) {
        Counter.needsOne("transId", "clientId", params);
        requireOwn(params);
        String transId = params.whole("transId");
        String clientId = params.clientId("clientId");
        for (TransferView transfer : venue.transfers()) {
            if (transId == null
                    ? transfer.clientId().equals(clientId)
                    : transfer.transId().equals(transId)) {
                return Answer.row(new Row(Fields.TRANSFER_STATE)
                        .set("transId", transfer.transId())
                        .set("clientId", transfer.clientId())
                        .set("ccy", transfer.ccy())
                        .set("amt", transfer.amt())
                        .set("type", "0")
                        .set("from", transfer.from())
                        .set("to", transfer.to())
                        .set("state", "success"));
            }
        }
        throw new RefusedException(
                "58129", (transId == null ? "clientId" : "transId") + " is incorrect or does not match with 'type'");
    }

    /** Refuses transfers to and from sub-accounts, which this exchange has none of. */
    private static void requireOwn(Params params) {
        String type = params.optional("type");
        if (type != null && !type.equals("0")) {
            if (!type.matches("[1-4]")) {
                throw RefusedException.bad("type");
            }
            throw RefusedException.unsupported("a transfer of type " + type);
        }
        if (params.has("subAcct")) {
            throw new RefusedException("58129", "subAcct is incorrect or subAcct does not match with 'type'");
        }
    }

    private static String side(Params params, String name) {
        String account = params.text(name);
        if (!account.equals(FUNDING) && !account.equals(TRADING)) {
            throw RefusedException.bad(name, "6 is the funding account, 18 the trading account");
        }
        return account;
    }
}

package dev.okx4j.client.funding;

import dev.okx4j.client.error.OkxApiException;
import dev.okx4j.client.intent.Outcome;
import dev.okx4j.client.intent.WriteIntent;
import dev.okx4j.client.json.Json;
import dev.okx4j.client.rest.LookUp;
import dev.okx4j.client.rest.Params;
import dev.okx4j.client.rest.Rest;
import dev.okx4j.client.rest.Sight;
import java.util.List;

/** Finds out by its client id whether a transfer was made. OKX honours no expiry time here, so its silence never is a proof. */
final class TransferLookUp implements LookUp<TransferAck> {
    private static final String NO_SUCH_TRANSFER = "58129";

    @Override
    public Sight<TransferAck> look(Rest rest, WriteIntent intent) {
        List<Transfer> transfers;
        try {
            transfers = rest.list(
                    FundingApi.TRANSFER_STATE,
                    Params.of("clientId", intent.clOrdId())
                            .and("type", intent.request().get("type")));
        } catch (OkxApiException e) {
            if (NO_SUCH_TRANSFER.equals(e.code())) {
                return new Sight.Missing<>();
            }
            throw e;
        }
        return transfers.isEmpty() ? new Sight.Missing<>() : judged(transfers.get(0), intent);
    }

    @Override
    public boolean leftNoTrace(Rest rest, WriteIntent intent) {
        return false;
    }

    private static Sight<TransferAck> judged(Transfer transfer, WriteIntent intent) {
        TransferRequest asked = Json.fromTree(intent.request(), TransferRequest.class);
        boolean same = asked.ccy().equals(transfer.ccy())
                && transfer.amt() != null
                && transfer.amt().compareTo(asked.amt()) == 0;
        if (same && transfer.state() == TransferState.success) {
            return new Sight.Decided<>(new Outcome.Confirmed<>(
                    new TransferAck(
                            transfer.transId(),
                            transfer.clientId(),
                            asked.ccy(),
                            asked.from(),
                            asked.amt(),
                            asked.to()),
                    intent.clOrdId()));
        }
        return same && transfer.state() == TransferState.failed
                ? new Sight.Decided<>(new Outcome.Rejected<>(
                        Outcome.Rejected.NO_EFFECT,
                        "OKX took the transfer, and it failed: no money moved.",
                        null,
                        intent.clOrdId()))
                : new Sight.Pending<>();
    }
}

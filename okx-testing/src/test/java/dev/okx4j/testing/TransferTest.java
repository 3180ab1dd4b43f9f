package dev.okx4j.testing;

import static dev.okx4j.testing.Trader.confirmed;
import static dev.okx4j.testing.Trader.number;
import static dev.okx4j.testing.Trader.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.error.OkxApiException;
import dev.okx4j.client.funding.AssetBalance;
import dev.okx4j.client.funding.Transfer;
import dev.okx4j.client.funding.TransferAccount;
import dev.okx4j.client.funding.TransferAck;
import dev.okx4j.client.funding.TransferRequest;
import dev.okx4j.client.funding.TransferRequestBuilder;
import dev.okx4j.client.funding.TransferState;
import dev.okx4j.client.funding.TransferStateRequest;
import dev.okx4j.client.funding.TransferType;
import dev.okx4j.client.intent.Outcome;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Money between the funding and the trading account, through the client. */
@ParameterizedClass
@EnumSource(Over.class)
class TransferTest {

    @RegisterExtension
    static final PaperOkx OKX = PaperOkx.start().balance("USDT", "1000");

    private final Trader trader;

    TransferTest(Over over) {
        trader = Trader.over(over, OKX);
    }

    @AfterEach
    void disconnect() {
        trader.close();
    }

    private static TransferRequestBuilder toFunding(String amt) {
        return TransferRequest.builder()
                .ccy("USDT")
                .amt(number(amt))
                .from(TransferAccount.trading)
                .to(TransferAccount.funding);
    }

    private Outcome<TransferAck> move(TransferRequestBuilder transfer) {
        return trader.okx().funding().transfer(transfer.build());
    }

    private Transfer byClientId(String clientId) {
        return trader.okx()
                .funding()
                .transferState(TransferStateRequest.builder().clientId(clientId).build());
    }

    private BigDecimal inFunding() {
        return trader.okx().funding().balances("USDT").stream()
                .map(AssetBalance::availBal)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal inTrading() {
        return trader.okx().account().balance("USDT").details().stream()
                .map(detail -> detail.cashBal())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void money_movesToFundingAndBack_andNoneIsLost() {
        assertThat(inFunding()).isZero();

        TransferAck out = confirmed(move(toFunding("250.5")));
        assertThat(out.amt()).isEqualByComparingTo("250.5");
        assertThat(out.from()).isEqualTo(TransferAccount.trading);
        assertThat(out.to()).isEqualTo(TransferAccount.funding);
        assertThat(inFunding()).isEqualByComparingTo("250.5");
        assertThat(inTrading()).isEqualByComparingTo("749.5");

        confirmed(move(toFunding("250.5").from(TransferAccount.funding).to(TransferAccount.trading)));
        assertThat(inFunding()).isZero();
        assertThat(inTrading()).isEqualByComparingTo("1000");
    }

    @Test
    void transfer_isFoundByEitherId() {
        TransferAck ack = confirmed(move(toFunding("1").clientId("rent1")));

        assertThat(byClientId("rent1").transId()).isEqualTo(ack.transId());
        Transfer transfer = trader.okx()
                .funding()
                .transferState(
                        TransferStateRequest.builder().transId(ack.transId()).build());
        assertThat(transfer.state()).isEqualTo(TransferState.success);
        assertThat(transfer.clientId()).isEqualTo("rent1");
        assertThat(transfer.ccy()).isEqualTo("USDT");
        assertThat(transfer.amt()).isEqualByComparingTo("1");
        assertThat(transfer.type()).isEqualTo(TransferType.within);
        assertThat(transfer.from()).isEqualTo(TransferAccount.trading);
        assertThat(transfer.to()).isEqualTo(TransferAccount.funding);
    }

    @Test
    void transferWithoutAClientId_isFoundByItsMintedOne() {
        Outcome<TransferAck> outcome = move(toFunding("1"));

        assertThat(outcome.clOrdId()).matches("[A-Za-z0-9]{32}");
        assertThat(byClientId(outcome.clOrdId()).transId())
                .isEqualTo(confirmed(outcome).transId());
    }

    @Test
    void transfer_ofMoreThanThereIs_isRejected() {
        assertThat(rejected(move(toFunding("1000.01")))).isEqualTo("58116");

        assertThat(inTrading()).isEqualByComparingTo("1000");
    }

    @Test
    void transferThatNeverWas_isUnknownToOkx() {
        assertThatThrownBy(() -> byClientId("nothing")).isInstanceOf(OkxApiException.class);
    }
}

package dev.okx4j.client.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.auth.Credentials;
import dev.okx4j.client.fixture.ScriptedWire;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input gets an error that says what to change, before anything is sent. */
@NullUnmarked
class FundingRequestTest {
    private static TransferRequestBuilder transfer() {
        return TransferRequest.builder()
                .ccy("USDT")
                .amt(BigDecimal.ONE)
                .from(TransferAccount.funding)
                .to(TransferAccount.trading);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.1"})
    void amount_thatIsNotAboveZero_isRefused(String amt) {
        assertThatThrownBy(() -> transfer().amt(new BigDecimal(amt)).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("amt is " + amt, "above zero");
    }

    @Test
    void transfer_toWhereTheMoneyIs_isRefused() {
        assertThatThrownBy(() -> transfer().to(TransferAccount.funding).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("both the funding account");
        assertThatThrownBy(() -> transfer()
                        .from(TransferAccount.trading)
                        .type(TransferType.within)
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"master_to_sub", "sub_to_master", "own_to_sub"})
    void transfer_withASubAccount_namesIt(TransferType type) {
        TransferRequestBuilder transfer = transfer().to(TransferAccount.funding).type(type);
        assertThatThrownBy(transfer::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(type.name(), "subAcct");
        assertThat(transfer.subAcct("mini").build().subAcct()).isEqualTo("mini");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"master_to_sub", "sub_to_master", "own_to_sub"})
    void transfer_withinOneUser_namesNoSubAccount(TransferType type) {
        assertThat(transfer().type(type).build().subAcct()).isNull();
    }

    @Test
    void transfer_withoutWhatOkxNeeds_isRefused() {
        assertThatThrownBy(() -> transfer().ccy(null).build()).hasMessageContaining("ccy");
        assertThatThrownBy(() -> transfer().amt(null).build()).hasMessageContaining("amt");
        assertThatThrownBy(() -> transfer().from((TransferAccount) null).build())
                .hasMessageContaining("from");
        assertThatThrownBy(() -> transfer().to(null).build()).hasMessageContaining("to");
    }

    @Test
    void transferState_withoutAnId_isRefused() {
        assertThatThrownBy(() -> TransferStateRequest.builder().build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("transId or the clientId");
    }

    @Test
    void balances_ofMoreThanTwentyCurrencies_areRefused() {
        ScriptedWire wire = new ScriptedWire();
        FundingApi funding = OkxClient.builder()
                .wire(wire)
                .credentials(Credentials.of("KEY", "SECRET", "PHRASE"))
                .build()
                .funding();
        String[] many = IntStream.range(0, 21).mapToObj(i -> "C" + i).toArray(String[]::new);
        assertThatThrownBy(() -> funding.balances(many))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("at most 20", "21");
        assertThat(wire.requests()).isEmpty();
    }
}

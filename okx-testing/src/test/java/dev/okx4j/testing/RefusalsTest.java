package dev.okx4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.OkxClient;
import dev.okx4j.client.error.OkxApiException;
import dev.okx4j.client.model.OrdType;
import dev.okx4j.client.model.Side;
import dev.okx4j.client.model.TdMode;
import dev.okx4j.client.rest.Endpoint;
import dev.okx4j.client.rest.Params;
import dev.okx4j.client.trade.PlaceOrderRequest;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the exchange does not do, and what a client may not: both say so. */
@ParameterizedClass
@EnumSource(Over.class)
class RefusalsTest {

    @RegisterExtension
    static final PaperOkx OKX = PaperOkx.start();

    private final Over over;

    RefusalsTest(Over over) {
        this.over = over;
    }

    @Test
    void endpointThatIsNotSupported_isRefusedWith50038() {
        try (OkxClient client = over.builder(OKX).build()) {
            assertThatThrownBy(() -> client.rest()
                            .list(Endpoint.get("/api/v5/account/interest-limits", Map.class), Params.none()))
                    .isInstanceOfSatisfying(
                            OkxApiException.class, e -> assertThat(e.code()).isEqualTo("50038"));
        }
    }

    @Test
    void readOnlyClient_refusesToWrite_andSaysHowToEnable() {
        try (OkxClient client = over.builder(OKX).build()) {
            assertThatThrownBy(() -> client.trade()
                            .placeOrder(PlaceOrderRequest.builder()
                                    .instId("BTC-USDT-SWAP")
                                    .tdMode(TdMode.cross)
                                    .side(Side.buy)
                                    .ordType(OrdType.market)
                                    .sz(BigDecimal.ONE)
                                    .build()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("gate")
                    .hasMessageContaining("journal");
        }
    }
}

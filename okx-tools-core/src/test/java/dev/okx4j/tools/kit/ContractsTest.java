package dev.okx4j.tools.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.json.Json;
import dev.okx4j.client.publicdata.Instrument;
import dev.okx4j.tools.ToolFailure;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class ContractsTest {
    private static Contracts contracts(String fields) {
        Instrument instrument =
                Json.read("{\"instType\":\"SWAP\",\"instId\":\"BTC-USDT-SWAP\"," + fields + "}", Instrument.class);
        return Contracts.of(instrument);
    }

    @Test
    void of_multiplier_countsIntoTheFace() {
        Contracts contracts = contracts(
                "\"ctVal\":\"0.01\",\"ctMult\":\"10\",\"lotSz\":\"0.1\",\"minSz\":\"0.5\",\"ctType\":\"linear\"");
        assertThat(contracts.face()).isEqualByComparingTo("0.1");
        assertThat(contracts.lotSz()).isEqualTo("0.1");
        assertThat(contracts.minSz()).isEqualTo("0.5");
        assertThat(contracts.inverse()).isFalse();
        assertThat(contracts.quoteCcy()).isEqualTo("USDT");
    }

    @Test
    void of_lotAndMinimumMissing_areOneContract() {
        Contracts contracts = contracts("\"ctVal\":\"1\",\"ctMult\":\"\",\"lotSz\":\"\",\"minSz\":\"\"");
        assertThat(contracts.face()).isEqualByComparingTo("1");
        assertThat(contracts.lotSz()).isEqualByComparingTo("1");
        assertThat(contracts.minSz()).isEqualByComparingTo("1");
    }

    @Test
    void of_faceLotOrMinimumThatIsNone_isRefused() {
        for (String fields : new String[] {
            "\"ctVal\":\"\"",
            "\"ctVal\":\"0\"",
            "\"ctVal\":\"1\",\"ctMult\":\"0\"",
            "\"ctVal\":\"1\",\"lotSz\":\"0\"",
            "\"ctVal\":\"1\",\"lotSz\":\"1\",\"minSz\":\"0\"",
            "\"ctVal\":\"-1\""
        }) {
            assertThatThrownBy(() -> contracts(fields))
                    .as(fields)
                    .isInstanceOf(ToolFailure.class)
                    .hasMessageContaining("money cannot be turned into contracts");
        }
    }

    @Test
    void notional_isContractsTimesFaceTimesPrice() {
        Contracts linear = contracts("\"ctVal\":\"0.01\",\"ctMult\":\"1\",\"lotSz\":\"0.01\",\"ctType\":\"linear\"");
        assertThat(linear.notional(new java.math.BigDecimal("0.15"), new java.math.BigDecimal("62878.8")))
                .isEqualByComparingTo("94.3182");
        Contracts inverse = contracts("\"ctVal\":\"100\",\"ctMult\":\"1\",\"lotSz\":\"1\",\"ctType\":\"inverse\"");
        assertThat(inverse.notional(new java.math.BigDecimal("3"), new java.math.BigDecimal("62878.8")))
                .isEqualByComparingTo("300");
    }
}

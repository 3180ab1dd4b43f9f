package dev.okx4j.tools.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.tools.ToolFailure;
import dev.okx4j.tools.kit.Choices.MarginMode;
import dev.okx4j.tools.kit.Choices.SizeUnit;
import java.math.BigDecimal;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked // trees of JSON are read by name, and a missing name fails the test
class ContractSizeTest {
    private static BigDecimal d(String text) {
        return new BigDecimal(text);
    }

    private static Contracts contracts(String face, String lotSz, String minSz) {
        return new Contracts("BTC-USDT-SWAP", d(face), false, d(lotSz), d(minSz), "USDT");
    }

    private static ContractSize convert(Contracts contracts, SizeUnit unit, String sz, String price, String lever) {
        return ContractSize.converted(
                new ContractSize.Asked("BTC-USDT-SWAP", MarginMode.cross, null, d(sz), unit),
                contracts,
                d(price),
                d(lever));
    }

    @ParameterizedTest
    @CsvSource({
        // sz, price, face, lot, min -> contracts
        "10000, 84000, 0.01, 1, 1, 11",
        "1000, 3200, 0.1, 1, 1, 3",
        "1234.567, 60000, 0.01, 0.01, 0.01, 2.05",
        "333.33, 2500, 0.1, 0.01, 0.01, 1.33",
        "1000, 0.12, 1000, 1, 1, 8",
        "50, 180.25, 1, 0.01, 0.01, 0.27",
        "600, 60000, 0.01, 0.01, 0.01, 1.00",
        "599.999999, 60000, 0.01, 0.01, 0.01, 0.99",
        "0.00003, 0.00001, 1, 0.00000001, 0.00000001, 3.00000000",
        "94299000000, 60, 1, 0.001, 0.001, 1571650000.000"
    })
    void money_becomesTheMostWholeLotsItPaysFor(
            String sz, String price, String face, String lot, String min, String contracts) {
        ContractSize size = convert(contracts(face, lot, min), SizeUnit.quote_ccy, sz, price, "1");
        assertThat(size.sz().toPlainString()).isEqualTo(contracts);
        assertThat(size.tgtCcy()).isNull();
    }

    @Test
    void money_anyAmount_isNeverExceededByAWholeLot() {
        long seed = 20260817;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal face = BigDecimal.valueOf(1 + random.nextInt(1000), random.nextInt(5));
            BigDecimal lot = BigDecimal.valueOf(1 + random.nextInt(9), random.nextInt(9));
            BigDecimal price = BigDecimal.valueOf(1 + random.nextInt(9_999_999), random.nextInt(7));
            BigDecimal money = BigDecimal.valueOf(1 + random.nextInt(99_999_999), random.nextInt(4));
            Contracts contracts = new Contracts("X-USDT-SWAP", face, false, lot, lot, "USDT");
            BigDecimal sz = contracts.affordable(money, price);
            assertThat(contracts.notional(sz, price))
                    .as("seed %d, round %d", seed, i)
                    .isLessThanOrEqualTo(money);
            assertThat(contracts.notional(sz.add(lot), price))
                    .as("seed %d, round %d", seed, i)
                    .isGreaterThan(money);
            assertThat(sz.remainder(lot)).isEqualByComparingTo("0");
        }
    }

    @Test
    void margin_isMultipliedByTheLeverage() {
        ContractSize size = convert(contracts("0.01", "0.01", "0.01"), SizeUnit.margin, "100", "60000", "10");
        assertThat(size.sz()).isEqualTo("1.66");
        assertThat(size.conversion().toString())
                .isEqualTo("{asked=100 USDT of margin, lever=10, price=60000, contracts=1.66, notional=996 USDT}");
    }

    @Test
    void inverseContract_isWorthItsFaceWhateverThePrice() {
        Contracts inverse = new Contracts("BTC-USD-SWAP", d("100"), true, d("1"), d("1"), "USD");
        ContractSize size = convert(inverse, SizeUnit.quote_ccy, "1050", "60000", "1");
        assertThat(size.sz()).isEqualTo("10");
        assertThat(size.conversion().toString())
                .isEqualTo("{asked=1050 USD of notional, contracts=10, notional=1000 USD}");
    }

    @Test
    void tooLittle_isRefusedWithTheLeastAmount() {
        assertThatThrownBy(() -> convert(contracts("0.01", "0.01", "0.01"), SizeUnit.quote_ccy, "5.99", "60000.1", "1"))
                .isInstanceOf(ToolFailure.class)
                .hasMessageContaining("5.99 USDT is too little")
                .hasMessageContaining("0.01 contracts, about 6.01 USDT at 60000.1");
        assertThatThrownBy(() -> convert(contracts("0.01", "0.01", "0.1"), SizeUnit.margin, "1", "60000", "10"))
                .hasMessageContaining("0.1 contracts, about 6.00 USDT");
    }
}

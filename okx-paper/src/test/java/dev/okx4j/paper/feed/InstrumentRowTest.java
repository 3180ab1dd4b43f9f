package dev.okx4j.paper.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okx4j.client.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Rows of OKX's own instrument lists of 2022 and 2026, of every kind that is traded here. */
class InstrumentRowTest {

    private final Map<String, InstrumentSpec> specs = read();

    @Test
    void spot_hasItsPair_andNoTiers() {
        InstrumentSpec spec = spec("BTC-USDT");

        assertThat(spec.instType()).isEqualTo(InstrumentType.SPOT);
        assertThat(spec.baseCcy()).isEqualTo("BTC");
        assertThat(spec.isContract()).isFalse();
        assertThat(spec.ctType()).isNull();
        assertThat(spec.uly()).isEmpty();
        assertThat(spec.tiers()).isEmpty();
        assertThat(spec.mmr()).isZero();
    }

    @Test
    void linearSwap_hasTheRecordedTiers() {
        InstrumentSpec spec = spec("BTC-USDT-SWAP");

        assertThat(spec.isInverse()).isFalse();
        assertThat(spec.settleCcy()).isEqualTo("USDT");
        assertThat(spec.face()).isEqualByComparingTo("0.01");
        assertThat(spec.tiers()).hasSize(99);
        assertThat(spec.mmr()).isEqualByComparingTo("0.004");
        assertThat(spec.tier(new BigDecimal("1000")).tier()).isOne();
        assertThat(spec.tier(new BigDecimal("1000.01")).mmr()).isEqualByComparingTo("0.005");
        assertThat(spec.largest(new BigDecimal("100"))).isEqualByComparingTo("1000");
        assertThat(spec.largest(new BigDecimal("66.66"))).isEqualByComparingTo("5000");
        assertThat(spec.largest(new BigDecimal("3")))
                .isEqualByComparingTo(spec.tiers().stream()
                        .filter(tier -> tier.maxLever().compareTo(new BigDecimal("3")) >= 0)
                        .map(PositionTier::maxSz)
                        .reduce(BigDecimal::max)
                        .orElseThrow());
    }

    @Test
    void swap_withoutRecordedTiers_hasThoseMadeFromItsLeverage() {
        InstrumentSpec spec = spec("NVDA-USDT-SWAP"); // 10 times, 360 contracts at market

        assertThat(spec.tiers()).hasSize(5);
        assertThat(spec.mmr()).isEqualByComparingTo("0.05");
        assertThat(spec.tiers().get(1))
                .isEqualTo(new PositionTier(
                        2,
                        new BigDecimal("36.01"),
                        new BigDecimal("72.00"),
                        new BigDecimal("0.1"),
                        new BigDecimal("0.2"),
                        new BigDecimal("5")));
        assertThat(spec.largest(BigDecimal.TEN)).isEqualByComparingTo("36");
    }

    @Test
    void inverseSwap_isCountedInDollars_andSettledInTheCoin() {
        InstrumentSpec spec = spec("BTC-USD-SWAP");

        assertThat(spec.ctType()).isEqualTo(ContractType.INVERSE);
        assertThat(spec.isInverse()).isTrue();
        assertThat(spec.baseCcy()).isEqualTo("BTC");
        assertThat(spec.quoteCcy()).isEqualTo("USD");
        assertThat(spec.settleCcy()).isEqualTo("BTC");
        assertThat(spec.face()).isEqualByComparingTo("100");
        assertThat(spec.instIdCode()).isEqualTo(10458);
        assertThat(spec.uly()).isEqualTo("BTC-USD");
    }

    @Test
    void futures_haveAnExpiry() {
        assertThat(spec("BTC-USD-260501").expTime()).isEqualTo(Instant.parse("2026-05-01T08:00:00Z"));
        assertThat(spec("BTC-USD-260501").isInverse()).isTrue();
        assertThat(spec("BTC-USDT-260626").settleCcy()).isEqualTo("USDT");
        assertThat(spec("BTC-USDT-260626").expires()).isTrue();
        assertThat(spec("BTC-USD_UM-260626").settleCcy())
                .as("margined in dollars")
                .isEqualTo("USD");
        assertThat(spec("BTC-USD_UM-260626").instFamily()).isEqualTo("BTC-USD_UM");
        assertThat(spec("BTC-USD_UM-260626").uly()).isEqualTo("BTC-USD");
        assertThat(spec("BTC-USD-260501").listTime()).isEqualTo(Instant.ofEpochMilli(1776413400253L));
    }

    @Test
    void options_haveRightStrikeAndExpiry_andArePricedInTheirSettlementCurrency() {
        InstrumentSpec spec = spec("BTC-USD-260428-72000-C");

        assertThat(spec.optType()).isEqualTo(OptionType.C);
        assertThat(spec.stk()).isEqualByComparingTo("72000");
        assertThat(spec.expTime()).isEqualTo(Instant.parse("2026-04-28T08:00:00Z"));
        assertThat(spec.settleCcy()).isEqualTo("BTC");
        assertThat(spec.face()).isEqualByComparingTo("0.01");
        assertThat(spec.isInverse()).as("its premium is a price like any other").isFalse();
        assertThat(spec("BTC-USD_UM-260428-72000-C").settleCcy()).isEqualTo("USD");
    }

    @Test
    void rowsOf2022_whichNameNoFamily_haveTheirIndexForIt() {
        assertThat(spec("BTC-USD-220304").instFamily()).isEqualTo("BTC-USD");
        assertThat(spec("BTC-USD-220304-28000-P").optType()).isEqualTo(OptionType.P);
        assertThat(spec("BTC-USD-220304-28000-P").settleCcy()).isEqualTo("BTC");
        long made = spec("BTC-USD-220304").instIdCode();
        assertThat(made).isGreaterThanOrEqualTo(1_000_000_000L);
        assertThat(read().get("BTC-USD-220304")).isEqualTo(spec("BTC-USD-220304"));
    }

    @Test
    void otherKinds_areRefused_withTheirName() {
        Map<String, Object> row = new LinkedHashMap<>(Map.of("instId", "BTC-ABOVE-DAILY", "instType", "EVENTS"));

        assertThatThrownBy(() -> InstrumentRow.of(row)).hasMessageContaining("BTC-ABOVE-DAILY");
    }

    private InstrumentSpec spec(String instId) {
        return Objects.requireNonNull(specs.get(instId), instId);
    }

    /** Reads the rows; of two of one instrument the first counts. */
    private static Map<String, InstrumentSpec> read() {
        Map<String, InstrumentSpec> read = new LinkedHashMap<>();
        try (InputStream in = InstrumentRowTest.class.getResourceAsStream("instrument-rows.json")) {
            for (Object row : (List<?>) Objects.requireNonNull(Json.parse(in.readAllBytes()))) {
                InstrumentSpec spec = InstrumentRow.of((Map<?, ?>) row).spec();
                read.putIfAbsent(spec.instId(), spec);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }
}

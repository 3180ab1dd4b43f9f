package dev.okx4j.paper.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares with published digits; those of the normal distribution were worked out with 45 by another program. */
@NullUnmarked
class RealTest {
    private static final BigDecimal TINY = new BigDecimal("1E-30");

    @Test
    void exponentialAndLogarithm_haveTheirPublishedDigits() {
        assertThat(Real.exp(BigDecimal.ONE)).isEqualTo(new BigDecimal("2.718281828459045235360287471352662"));
        assertThat(Real.ln(BigDecimal.TEN)).isEqualTo(new BigDecimal("2.302585092994045684017991454684364"));
        assertThat(Real.ln(BigDecimal.ONE)).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(Real.exp(new BigDecimal("-20000"))).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"0.000123", "0.7", "0.99999", "1.4", "3.5", "64000", "98765432.1"})
    void exponentialOfALogarithm_isTheNumber(BigDecimal x) {
        assertThat(Real.exp(Real.ln(x)).subtract(x).abs()).isLessThan(x.multiply(TINY));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.500000000000000000000000000000000, 0.398942280401432677939946059934",
        "0.5, 0.691462461274013103637704610608338, 0.352065326764299477774680441597",
        "1, 0.841344746068542948585232545632038, 0.241970724519143349797830192936",
        "1.96, 0.975002104851779565863415730959163, 0.0584409443334514603197486160899",
        "3, 0.998650101968369905473348185232405, 0.00443184841193800717560235269612",
        "5, 0.999999713348428120806088326247667, 0.00000148671951473429770790823963361",
        "8, 0.999999999999999377903942572821588, 0.00000000000000505227108353689228795018461551",
        "12, 0.999999999999999999999999999999998, 0.0000000000000000000000000000000214638373566306034503693188801"
    })
    void normalDistribution_hasItsPublishedDigits(BigDecimal x, BigDecimal below, BigDecimal density) {
        assertThat(Normal.below(x).subtract(below).abs()).isLessThan(TINY);
        assertThat(Normal.density(x).subtract(density).abs()).isLessThan(TINY);
        assertThat(Normal.below(x).add(Normal.below(x.negate()))).isEqualByComparingTo(BigDecimal.ONE);
    }

    @Test
    void farTails_areNothingAndAll() {
        assertThat(Normal.below(new BigDecimal("40"))).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(Normal.below(new BigDecimal("-40"))).isEqualByComparingTo(BigDecimal.ZERO);
    }
}

package dev.okx4j.paper.stream;

import java.math.BigDecimal;

/** Writes decimals as OKX does. */
final class Plain {
    private Plain() {}

    /** Returns a decimal in plain digits without needless zeros. */
    static String text(BigDecimal decimal) {
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
}

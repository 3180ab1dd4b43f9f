package dev.okx4j.tools.schema;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A positive decimal, exact and bounded, given as a string or as a number: at most 20 digits on each side of the
 * point, no exponent in a string, no sign.
 *
 * <p>Every digit that is given reaches the exchange; nothing is rounded here.
 *
 * @param orMarket whether -1 is accepted too, which OKX reads as "at the market"
 */
record DecimalValue(boolean orMarket) implements ValueType {
    private static final String DECIMAL = "[0-9]{1,20}(\\.[0-9]{1,20})?";
    private static final Pattern PATTERN = Pattern.compile(DECIMAL);
    private static final BigDecimal MARKET = BigDecimal.ONE.negate();
    private static final int MAX_LENGTH = 41;

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> schema = ValueType.schemaOf("string");
        schema.put("maxLength", MAX_LENGTH);
        schema.put("pattern", orMarket ? "^(-1|" + DECIMAL + ")$" : "^" + DECIMAL + "$");
        return schema;
    }

    @Override
    public Object read(String name, Object value) {
        String text = "";
        if (value instanceof String string) {
            text = string;
        } else if (value instanceof BigDecimal number && Math.abs(number.scale()) <= 40 && number.precision() <= 40) {
            text = number.toPlainString();
        }
        if (orMarket && text.equals("-1")) {
            return MARKET;
        }
        if (text.length() > MAX_LENGTH || !PATTERN.matcher(text).matches()) {
            throw new ArgumentException(name + " must be a positive decimal such as \"0.01\" or \"250\""
                    + (orMarket ? ", or \"-1\" for the market price" : "")
                    + ": only digits and one point, at most 20 on each side; it was " + ValueType.quote(value) + ".");
        }
        BigDecimal decimal = new BigDecimal(text);
        if (decimal.signum() == 0) {
            throw new ArgumentException(name + " must be more than 0.");
        }
        return decimal;
    }
}

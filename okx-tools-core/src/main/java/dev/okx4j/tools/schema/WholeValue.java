package dev.okx4j.tools.schema;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A whole number between two bounds, given as a number or as its digits; 5.0 counts as 5.
 *
 * @param min the least value
 * @param max the greatest value
 */
record WholeValue(int min, int max) implements ValueType {
    private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,10}");

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> schema = ValueType.schemaOf("integer");
        schema.put("minimum", min);
        schema.put("maximum", max);
        return schema;
    }

    @Override
    public Object read(String name, Object value) {
        BigDecimal number = null;
        if (value instanceof BigDecimal literal) {
            number = literal;
        } else if (value instanceof String text && DIGITS.matcher(text).matches()) {
            number = new BigDecimal(text);
        }
        if (number == null
                || number.compareTo(BigDecimal.valueOf(min)) < 0
                || number.compareTo(BigDecimal.valueOf(max)) > 0
                || number.stripTrailingZeros().scale() > 0) {
            throw new ArgumentException(name + " must be a whole number from " + min + " to " + max + ", not "
                    + ValueType.quote(value) + ".");
        }
        return number.intValueExact();
    }
}

package dev.okx4j.tools.schema;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A text of a known form; ids and times may also be given as numbers, whose digits are taken.
 *
 * @param form which characters and how many
 */
record TextValue(TextForm form) implements ValueType {
    @Override
    public Map<String, Object> schema() {
        Map<String, Object> schema = ValueType.schemaOf("string");
        schema.put("maxLength", form.maxLength());
        schema.put("pattern", form.anchored());
        return schema;
    }

    @Override
    public Object read(String name, Object value) {
        String text = value instanceof BigDecimal number && form.takesNumbers() ? digits(number) : null;
        if (value instanceof String string) {
            text = string;
        }
        if (text == null || !form.accepts(text)) {
            throw new ArgumentException(name + " must be " + form.means() + ", not " + ValueType.quote(value) + ".");
        }
        return text;
    }

    private static String digits(BigDecimal number) {
        return number.precision() > 40 || number.scale() != 0 ? "" : number.toPlainString();
    }
}

package dev.okx4j.tools.schema;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Positive amounts by currency, such as the balances of a new account; at most 20, each exact to its last digit. */
record AmountsValue() implements ValueType {
    private static final int MOST = 20;
    private static final DecimalValue AMOUNT = new DecimalValue(false);

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> names = new LinkedHashMap<>();
        names.put("pattern", TextForm.CURRENCY.anchored());
        Map<String, Object> schema = ValueType.schemaOf("object");
        schema.put("propertyNames", names);
        schema.put("additionalProperties", AMOUNT.schema());
        schema.put("maxProperties", MOST);
        return schema;
    }

    @Override
    public Object read(String name, Object value) {
        if (!(value instanceof Map<?, ?> map) || map.isEmpty() || map.size() > MOST) {
            throw new ArgumentException(name + " must be an object of 1 to " + MOST
                    + " currencies and amounts, e.g. {\"USDT\":\"10000\"}.");
        }
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        map.forEach((currency, amount) -> {
            if (!(currency instanceof String code) || !TextForm.CURRENCY.accepts(code)) {
                throw new ArgumentException(name + ": " + ValueType.quote(String.valueOf(currency)) + " is not "
                        + TextForm.CURRENCY.means() + ".");
            }
            amounts.put(code, (BigDecimal) AMOUNT.read(name + "." + code, amount == null ? "null" : amount));
        });
        return amounts;
    }
}

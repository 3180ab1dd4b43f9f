package dev.okx4j.tools.schema;

import java.util.Map;

/** True or false as JSON literals; the texts "true" and "false" are refused. */
record FlagValue() implements ValueType {
    @Override
    public Map<String, Object> schema() {
        return ValueType.schemaOf("boolean");
    }

    @Override
    public Object read(String name, Object value) {
        if (value instanceof Boolean) {
            return value;
        }
        throw new ArgumentException(
                name + " must be true or false, without quotes, not " + ValueType.quote(value) + ".");
    }
}

package dev.okx4j.tools.schema;

import java.util.LinkedHashMap;
import java.util.Map;

/** The type of one argument: what its schema says, and how a JSON value becomes it. */
interface ValueType {
    /** Returns the schema of a value, without its description. */
    Map<String, Object> schema();

    /**
     * Returns the value as the record wants it.
     *
     * @param name the argument, for the message
     * @param value a tree of JSON, never null; every number in it is a decimal
     * @throws ArgumentException with what to change
     */
    Object read(String name, Object value);

    /** Returns a short quotation of a refused value: printable, and never more than its beginning. */
    static String quote(Object value) {
        String text = value instanceof Map || value instanceof Iterable ? "a structure" : "\"" + value + "\"";
        String printable = text.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .limit(41)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return printable.length() > 40 ? printable.substring(0, 40) + "…\"" : printable;
    }

    /** Returns the beginning of a schema, to which the bounds are added. */
    static Map<String, Object> schemaOf(String type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", type);
        return schema;
    }
}

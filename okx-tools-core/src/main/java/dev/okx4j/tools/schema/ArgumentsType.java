package dev.okx4j.tools.schema;

import dev.okx4j.tools.Doc;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a tool, read off its record once: which there are, what each accepts, and which may be left out.
 *
 * <p>Everything an argument accepts is bounded; a record that says less is refused when it is first looked at, so a
 * tool without bounds cannot reach a release.
 *
 * @param <A> the record
 */
public final class ArgumentsType<A extends Record> {
    private static final ClassValue<ArgumentsType<?>> TYPES = new ClassValue<>() {
        @Override
        protected ArgumentsType<?> computeValue(Class<?> type) {
            return new ArgumentsType<>(type.asSubclass(Record.class));
        }
    };

    private final Class<A> record;
    private final Map<String, Argument> arguments = new LinkedHashMap<>();

    private record Argument(ValueType type, boolean required, String doc) {}

    private ArgumentsType(Class<A> record) {
        this.record = record;
        for (RecordComponent component : record.getRecordComponents()) {
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            Doc doc = component.getAnnotation(Doc.class);
            arguments.put(
                    component.getName(), new Argument(typeOf(component), !optional, doc == null ? "" : doc.value()));
        }
    }

    /**
     * Returns the arguments that a record stands for.
     *
     * @throws IllegalArgumentException if a component says no bounds
     */
    @SuppressWarnings("unchecked") // computeValue makes the type of exactly the class it is asked for
    public static <A extends Record> ArgumentsType<A> of(Class<A> record) {
        return (ArgumentsType<A>) TYPES.get(record);
    }

    /** Returns the names of the arguments, in the record's order. */
    Set<String> names() {
        return arguments.keySet();
    }

    /** Returns the JSON schema: an object without further properties. */
    public Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        arguments.forEach((name, argument) -> {
            Map<String, Object> property = argument.type.schema();
            if (!argument.doc.isEmpty()) {
                property.put("description", argument.doc);
            }
            properties.put(name, property);
            if (argument.required) {
                required.add(name);
            }
        });
        Map<String, Object> schema = ValueType.schemaOf("object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    /**
     * Returns the record that the given values make.
     *
     * <p>A value that is absent, null or an empty text counts as left out.
     *
     * @throws ArgumentException naming every value that has to change
     */
    public A bind(Map<?, ?> given) {
        List<String> problems = new ArrayList<>();
        for (Object name :
                new TreeSet<>(given.keySet().stream().map(String::valueOf).toList())) {
            if (!arguments.containsKey(name)) {
                problems.add(unknown((String) name, given));
            }
        }
        List<@Nullable Object> values = new ArrayList<>();
        arguments.forEach((name, argument) -> {
            Object value = given.get(name);
            if (value == null || "".equals(value)) {
                values.add(null);
                if (argument.required) {
                    problems.add(name + " is missing" + (argument.doc.isEmpty() ? "." : ": " + argument.doc + "."));
                }
                return;
            }
            try {
                values.add(argument.type.read(name, exact(value)));
            } catch (ArgumentException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        });
        if (!problems.isEmpty()) {
            throw ArgumentException.of(problems.size() > 6 ? problems.subList(0, 6) : problems);
        }
        return construct(values);
    }

    private String unknown(String name, Map<?, ?> given) {
        List<String> left =
                arguments.keySet().stream().filter(n -> !given.containsKey(n)).toList();
        String names = arguments.isEmpty()
                ? " This tool takes no arguments."
                : " It takes " + String.join(", ", arguments.keySet()) + ".";
        return "There is no argument " + ValueType.quote(name) + "."
                + NearestName.of(name, left)
                        .map(near -> " Did you mean " + near + "?")
                        .orElse(names);
    }

    /**
     * Returns a number of any of Java's types as the decimal that its digits say.
     *
     * <p>Trees of our JSON reader hold decimals already, which pass as they are. This is for callers in this process
     * that put a Java number into the map: the digits count that it prints.
     */
    private static Object exact(Object value) {
        if (!(value instanceof Number) || value instanceof BigDecimal) {
            return value;
        }
        try {
            return new BigDecimal(value.toString());
        } catch (NumberFormatException notFinite) {
            return value.toString();
        }
    }

    private A construct(List<@Nullable Object> values) {
        Class<?>[] types = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return record.getConstructor(types).newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof ArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException(record + " could not be made", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(record + " has no public constructor", e);
        }
    }

    private static ValueType typeOf(RecordComponent component) {
        Class<?> type = component.getType();
        Form form = component.getAnnotation(Form.class);
        OneOf oneOf = component.getAnnotation(OneOf.class);
        Range range = component.getAnnotation(Range.class);
        if (type == String.class && form != null) {
            return new TextValue(form.value());
        }
        if (type == String.class && oneOf != null) {
            return ChoiceValue.of(oneOf.value());
        }
        if (type.isEnum()) {
            return ChoiceValue.of(type);
        }
        if (type == BigDecimal.class) {
            return new DecimalValue(component.isAnnotationPresent(OrMarket.class));
        }
        if (type == Integer.class && range != null) {
            return new WholeValue(range.min(), range.max());
        }
        if (type == Boolean.class) {
            return new FlagValue();
        }
        if (type == Map.class) {
            return new AmountsValue();
        }
        Items items = component.getAnnotation(Items.class);
        if (type == List.class
                && items != null
                && component.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> item
                && item.isRecord()) {
            return new ListValue(of(item.asSubclass(Record.class)), items.min(), items.max());
        }
        throw new IllegalArgumentException(component + " of " + component.getDeclaringRecord()
                + " has no bounds: say which form, values or range it accepts");
    }
}

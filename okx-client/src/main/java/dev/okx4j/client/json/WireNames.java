package dev.okx4j.client.json;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How OKX spells enum constants: by their own name, or by their {@code @Json} name where Java keeps the word to itself. */
final class WireNames {
    private static final Map<Enum<?>, String> NAMES = new ConcurrentHashMap<>();

    private WireNames() {}

    static String of(Enum<?> constant) {
        return NAMES.computeIfAbsent(constant, WireNames::find);
    }

    private static String find(Enum<?> constant) {
        try {
            com.squareup.moshi.Json named =
                    constant.getDeclaringClass().getField(constant.name()).getAnnotation(com.squareup.moshi.Json.class);
            return named == null ? constant.name() : named.name();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(constant.getDeclaringClass() + " lost " + constant.name(), e);
        }
    }
}

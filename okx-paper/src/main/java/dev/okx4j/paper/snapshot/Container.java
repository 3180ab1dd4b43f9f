package dev.okx4j.paper.snapshot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The kinds of collections and maps that can be written. Of an immutable one only the content counts. */
enum Container {
    ARRAY_LIST,
    LINKED_LIST,
    ARRAY_DEQUE,
    HASH_SET,
    LINKED_HASH_SET,
    TREE_SET,
    FIXED_LIST,
    FIXED_SET,
    HASH_MAP,
    LINKED_HASH_MAP,
    TREE_MAP,
    REVERSED_MAP,
    /** A sorted map or set whose order the reader has to have. */
    ORDERED_MAP,
    ORDERED_SET,
    ENUM_MAP,
    FIXED_MAP;

    private static final Container[] ALL = values();

    static Container at(int number) {
        return ALL[number];
    }

    /** Returns the kind of a collection or map, or null when it is none that can be written. */
    static @Nullable Container of(Object value) {
        Class<?> type = value.getClass();
        if (type == ArrayList.class) {
            return ARRAY_LIST;
        } else if (type == LinkedHashMap.class) {
            return LINKED_HASH_MAP;
        } else if (type == HashMap.class) {
            return HASH_MAP;
        } else if (type == TreeMap.class) {
            Object order = ((SortedMap<?, ?>) value).comparator();
            return order == null ? TREE_MAP : order.equals(Collections.reverseOrder()) ? REVERSED_MAP : ORDERED_MAP;
        } else if (type == TreeSet.class) {
            return ((SortedSet<?>) value).comparator() == null ? TREE_SET : ORDERED_SET;
        } else if (type == ArrayDeque.class) {
            return ARRAY_DEQUE;
        } else if (type == HashSet.class) {
            return HASH_SET;
        } else if (type == LinkedHashSet.class) {
            return LINKED_HASH_SET;
        } else if (type == LinkedList.class) {
            return LINKED_LIST;
        } else if (type == EnumMap.class) {
            return ENUM_MAP;
        }
        return type.getName().startsWith("java.util.") ? fixed(value) : null;
    }

    /** Returns the kind of what the JDK makes for {@code List.of} and the like; views of others are none. */
    private static @Nullable Container fixed(Object value) {
        String name = value.getClass().getName();
        if (!name.startsWith("java.util.ImmutableCollections$")
                && !name.startsWith("java.util.Collections$Empty")
                && !name.startsWith("java.util.Collections$Singleton")
                && !name.startsWith("java.util.Collections$Unmodifiable")
                && !name.equals("java.util.Arrays$ArrayList")) {
            return null;
        }
        return value instanceof List ? FIXED_LIST : value instanceof Map ? FIXED_MAP : value instanceof Set ? FIXED_SET : null;
    }

    boolean isMap() {
        return ordinal() >= HASH_MAP.ordinal() && this != ORDERED_SET;
    }

    /** Returns an empty one to be filled; of a fixed kind, one that {@link #seal} makes it of. */
    Object fresh() {
        return switch (this) {
            case ARRAY_LIST, FIXED_LIST -> new ArrayList<>();
            case LINKED_LIST -> new LinkedList<>();
            case ARRAY_DEQUE -> new ArrayDeque<>();
            case HASH_SET -> new HashSet<>();
            case LINKED_HASH_SET, FIXED_SET -> new LinkedHashSet<>();
            case TREE_SET -> new TreeSet<>();
            case HASH_MAP -> new HashMap<>();
            case LINKED_HASH_MAP, FIXED_MAP -> new LinkedHashMap<>();
            case TREE_MAP -> new TreeMap<>();
            case REVERSED_MAP -> new TreeMap<>(Collections.reverseOrder());
            case ORDERED_MAP, ORDERED_SET, ENUM_MAP ->
                throw new IllegalArgumentException("the program has no " + this + " where one was written");
        };
    }

    /** Returns the collection or map itself. */
    Object seal(Object filled) {
        return switch (this) {
            case FIXED_LIST -> list((List<?>) filled);
            case FIXED_SET -> Collections.unmodifiableSet((Set<?>) filled);
            case FIXED_MAP -> Collections.unmodifiableMap((Map<?, ?>) filled);
            default -> filled;
        };
    }

    private static List<?> list(Collection<?> content) {
        return content.stream().toList(); // as small as List.of makes it, and it may hold nulls
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Typed access to an object read from JSON; whatever is missing, null or of another type ends in a {@link
 * JsonException} that names the key. Immutable if what it was made of is.
 */
public final class JsonObject {

    private final Map<?, ?> m_map;

    /**
     * @param value what {@link JsonReader} gave
     * @throws JsonException if it is no object
     */
    public JsonObject(final Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new JsonException("its description has a value where an object should stand");
        }
        m_map = map;
    }

    /**
     * @param key a key
     * @return whether there is a value, and not null
     */
    public boolean has(final String key) {
        return m_map.get(key) != null;
    }

    /** @return the keys, in order */
    public List<String> keys() {
        return m_map.keySet().stream().map(String.class::cast).toList();
    }

    /**
     * @param key a key
     * @return its value of whatever type; null if it has none
     */
    public Object value(final String key) {
        return m_map.get(key);
    }

    /**
     * @param key a key
     * @return its text
     * @throws JsonException if it has none
     */
    public String text(final String key) {
        return get(key, String.class);
    }

    /**
     * @param key a key
     * @return its truth value
     * @throws JsonException if it has none
     */
    public boolean flag(final String key) {
        return get(key, Boolean.class);
    }

    /**
     * @param key a key
     * @return its whole number
     * @throws JsonException if it has none
     */
    public long whole(final String key) {
        return get(key, Long.class);
    }

    /**
     * @param key a key
     * @return its whole number of 32 bits
     * @throws JsonException if it has none
     */
    public int integer(final String key) {
        return integer(key, whole(key));
    }

    /**
     * @param key a key
     * @return its list of whole numbers of 32 bits
     * @throws JsonException if it has none
     */
    public List<Integer> integers(final String key) {
        final List<Integer> integers = new ArrayList<>();
        for (final long value : list(key, Long.class)) {
            integers.add(integer(key, value));
        }
        return integers;
    }

    /**
     * @param key a key
     * @return its number
     * @throws JsonException if it has none
     */
    public double number(final String key) {
        return get(key, Number.class).doubleValue();
    }

    /**
     * @param key a key
     * @return its object
     * @throws JsonException if it has none
     */
    public JsonObject object(final String key) {
        return new JsonObject(get(key, Map.class));
    }

    /**
     * @param key a key
     * @return its list of objects
     * @throws JsonException if it has none
     */
    public List<JsonObject> objects(final String key) {
        final List<JsonObject> objects = new ArrayList<>();
        for (final Object item : get(key, List.class)) {
            objects.add(new JsonObject(item));
        }
        return objects;
    }

    /**
     * @param <T> type of the items
     * @param key a key
     * @param type type of the items
     * @return its list
     * @throws JsonException if it has none, or an item is of another type
     */
    public <T> List<T> list(final String key, final Class<T> type) {
        final List<T> list = new ArrayList<>();
        for (final Object item : get(key, List.class)) {
            if (!type.isInstance(item)) {
                throw wrongType(key);
            }
            list.add(type.cast(item));
        }
        return list;
    }

    /**
     * @param key a key
     * @return its object of texts, in order
     * @throws JsonException if it has none
     */
    public Map<String, String> texts(final String key) {
        final JsonObject inner = object(key);
        final Map<String, String> texts = new LinkedHashMap<>();
        for (final Object name : inner.m_map.keySet()) {
            texts.put((String)name, inner.text((String)name));
        }
        return texts;
    }

    private <T> T get(final String key, final Class<T> type) {
        final Object value = m_map.get(key);
        if (!type.isInstance(value)) {
            throw wrongType(key);
        }
        return type.cast(value);
    }

    private static int integer(final String key, final long value) {
        if (value != (int)value) {
            throw new JsonException("\"" + key + "\" in its description is " + value + ", too large");
        }
        return (int)value;
    }

    private static JsonException wrongType(final String key) {
        return new JsonException("\"" + key + "\" is missing in its description, or of another type");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Typed access to an object read from JSON; whatever is missing or of another type ends in a named error. */
final class JsonObject {

    private final Map<?, ?> m_map;

    JsonObject(final Object value) throws NetworkFormatException {
        if (!(value instanceof Map<?, ?> map)) {
            throw new NetworkFormatException("its description has a value where an object should stand");
        }
        m_map = map;
    }

    boolean has(final String key) {
        return m_map.containsKey(key);
    }

    String text(final String key) throws NetworkFormatException {
        return get(key, String.class);
    }

    boolean flag(final String key) throws NetworkFormatException {
        return get(key, Boolean.class);
    }

    long whole(final String key) throws NetworkFormatException {
        return get(key, Long.class);
    }

    int integer(final String key) throws NetworkFormatException {
        return integer(key, whole(key));
    }

    List<Integer> integers(final String key) throws NetworkFormatException {
        final List<Integer> integers = new ArrayList<>();
        for (final long value : list(key, Long.class)) {
            integers.add(integer(key, value));
        }
        return integers;
    }

    double number(final String key) throws NetworkFormatException {
        return get(key, Number.class).doubleValue();
    }

    JsonObject object(final String key) throws NetworkFormatException {
        return new JsonObject(get(key, Map.class));
    }

    List<JsonObject> objects(final String key) throws NetworkFormatException {
        final List<JsonObject> objects = new ArrayList<>();
        for (final Object item : get(key, List.class)) {
            objects.add(new JsonObject(item));
        }
        return objects;
    }

    <T> List<T> list(final String key, final Class<T> type) throws NetworkFormatException {
        final List<T> list = new ArrayList<>();
        for (final Object item : get(key, List.class)) {
            if (!type.isInstance(item)) {
                throw wrongType(key);
            }
            list.add(type.cast(item));
        }
        return list;
    }

    Map<String, String> texts(final String key) throws NetworkFormatException {
        final JsonObject inner = object(key);
        final Map<String, String> texts = new LinkedHashMap<>();
        for (final Object name : inner.m_map.keySet()) {
            texts.put((String)name, inner.text((String)name));
        }
        return texts;
    }

    private <T> T get(final String key, final Class<T> type) throws NetworkFormatException {
        final Object value = m_map.get(key);
        if (!type.isInstance(value)) {
            throw wrongType(key);
        }
        return type.cast(value);
    }

    private static int integer(final String key, final long value) throws NetworkFormatException {
        if (value != (int)value) {
            throw new NetworkFormatException("\"" + key + "\" in its description is " + value + ", too large");
        }
        return (int)value;
    }

    private static NetworkFormatException wrongType(final String key) {
        return new NetworkFormatException("\"" + key + "\" is missing in its description, or of another type");
    }
}

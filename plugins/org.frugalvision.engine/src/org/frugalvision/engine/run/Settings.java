// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Settings as texts. The settings of a method are the components of its record, and the names of the components are the
 * keys: so keys are never renamed. Components are numbers, booleans, texts, constants of an enum (their names in lower
 * case, with hyphens) and lists of these (joined by commas, so texts in lists contain none). The record's own
 * constructor says what is out of range.
 */
public final class Settings {

    private Settings() {
    }

    /**
     * @param settings a record of settings
     * @return its components as texts by key, sorted by key, not modifiable
     */
    public static Map<String, String> texts(final Record settings) {
        final Map<String, String> texts = new TreeMap<>();
        for (final RecordComponent component : settings.getClass().getRecordComponents()) {
            texts.put(component.getName(), text(value(settings, component)));
        }
        return Collections.unmodifiableMap(texts);
    }

    /**
     * The record that {@link #texts} was made from.
     *
     * @param <R> the record's type
     * @param title visible name of what the settings belong to
     * @param defaults gives the values of keys that are missing
     * @param texts texts by key
     * @return the record
     * @throws SettingsException if a key is unknown, a text is no value of its kind, or the record refuses a value
     */
    public static <R extends Record> R read(final String title, final R defaults, final Map<String, String> texts) {
        final RecordComponent[] components = defaults.getClass().getRecordComponents();
        final Set<String> keys = Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toSet());
        for (final String key : new TreeMap<>(texts).keySet()) {
            if (!keys.contains(key)) {
                throw new SettingsException(title, keys.isEmpty() ? "must have no settings"
                    : "must have settings out of " + keys.stream().sorted().collect(Collectors.joining(", ")), key,
                    "Make it anew; it may come from a later version.");
            }
        }
        final Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            final String text = texts.get(components[i].getName());
            values[i] = text == null ? value(defaults, components[i]) : value(components[i], text);
        }
        return create(defaults, components, values);
    }

    /**
     * @param constant a constant of an enum
     * @return its text in settings
     */
    public static String text(final Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String text(final Object value) {
        if (value instanceof Enum<?> constant) {
            return text(constant);
        }
        return value instanceof List<?> list ? list.stream().map(Settings::text).collect(Collectors.joining(","))
            : String.valueOf(value);
    }

    private static Object value(final RecordComponent component, final String text) {
        if (component.getType() != List.class) {
            return value(component.getName(), component.getType(), text);
        }
        final Class<?> type =
            (Class<?>)((ParameterizedType)component.getGenericType()).getActualTypeArguments()[0];
        return text.isEmpty() ? List.of()
            : Arrays.stream(text.split(",")).map(item -> value(component.getName(), type, item)).toList();
    }

    private static Object value(final String key, final Class<?> type, final String text) {
        try {
            if (type == int.class || type == Integer.class) {
                return Integer.parseInt(text);
            }
            if (type == long.class || type == Long.class) {
                return Long.parseLong(text);
            }
            if (type == double.class || type == Double.class) {
                return Double.parseDouble(text);
            }
        } catch (NumberFormatException e) {
            throw new SettingsException(key, "must be a number", text);
        }
        if (type == boolean.class) {
            if (!text.equals("true") && !text.equals("false")) {
                throw new SettingsException(key, "must be true or false", text);
            }
            return text.equals("true");
        }
        return type.isEnum() ? constant(key, type, text) : text;
    }

    private static Object constant(final String key, final Class<?> type, final String text) {
        for (final Object constant : type.getEnumConstants()) {
            if (text((Enum<?>)constant).equals(text)) {
                return constant;
            }
        }
        throw new SettingsException(key, "must be one of the choices of the list", text);
    }

    private static Object value(final Record record, final RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked") // it makes another record of the same class
    private static <R extends Record> R create(final R defaults, final RecordComponent[] components,
        final Object[] values) {
        final Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            final Constructor<?> constructor = defaults.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return (R)constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.run;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.Settings;
import org.knime.node.parameters.NodeParameters;

/**
 * Turns what a dialog holds into a method with its settings as data. The settings of method {@code some-method} stand
 * in the group {@code m_someMethod} (capitals do not matter), and setting {@code key} in its field {@code m_key}; a
 * method without a group has none. A field may hold an array of {@link Element elements}.
 */
public final class MethodSettings {

    /** An element of a list of settings. */
    public interface Element {

        /**
         * @return what it is in the settings of a method, without comma
         * @throws org.frugalvision.engine.run.SettingsException if its own settings are not possible
         */
        String text();
    }

    private MethodSettings() {
    }

    /**
     * @param parameters has the groups
     * @param method id of the method that is chosen
     * @return it with its settings
     */
    public static Choice of(final NodeParameters parameters, final String method) {
        return new Choice(method, group(parameters, method).map(MethodSettings::texts).orElse(Map.of()));
    }

    /**
     * @param parameters has the groups
     * @param method id of a method
     * @return the group of its settings
     */
    public static Optional<NodeParameters> group(final NodeParameters parameters, final String method) {
        final String name = "m_" + method.replace("-", "");
        return Arrays.stream(parameters.getClass().getDeclaredFields())
            .filter(field -> field.getName().equalsIgnoreCase(name)).findFirst()
            .map(field -> (NodeParameters)value(parameters, field));
    }

    private static Map<String, String> texts(final NodeParameters group) {
        final Map<String, String> texts = new TreeMap<>();
        for (final Field field : group.getClass().getDeclaredFields()) {
            if (field.getName().startsWith("m_")) {
                final Object value = value(group, field);
                texts.put(field.getName().substring(2), text(value));
            }
        }
        return texts;
    }

    private static String text(final Object value) {
        if (value instanceof Element[] list) {
            return Arrays.stream(list).map(Element::text).collect(Collectors.joining(","));
        }
        return value instanceof Enum<?> constant ? Settings.text(constant) : String.valueOf(value);
    }

    private static Object value(final Object holder, final Field field) {
        try {
            field.setAccessible(true);
            return field.get(holder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

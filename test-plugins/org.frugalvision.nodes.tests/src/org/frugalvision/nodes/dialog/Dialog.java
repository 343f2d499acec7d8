// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.dialog;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.frugalvision.nodes.run.Limits;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.WidgetGroup;

/** The dialog of a node with its default settings, found by its parameters class and walked by reflection. */
final class Dialog {

    private static final Pattern FACTORY =
        Pattern.compile("factory-class=\"(org\\.frugalvision\\.nodes\\.[a-z.]*?)(\\w+)NodeFactory\"");

    private final String m_node;

    private final Class<?> m_type;

    private final NodeParameters m_parameters;

    private final List<Setting> m_fields = new ArrayList<>();

    private Dialog(final String node, final Class<?> type) {
        m_node = node;
        m_type = type;
        m_parameters = (NodeParameters)create(type);
        walk(null, m_parameters);
    }

    /** Those of all nodes that plugin.xml registers. */
    static List<Dialog> all() {
        try (InputStream in = Limits.class.getResourceAsStream("/plugin.xml")) {
            return FACTORY.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8)).results().map(Dialog::of)
                .toList();
        } catch (final IOException e) {
            throw new AssertionError(e);
        }
    }

    /** That of a node by its name without blanks, such as "CnnLearner". */
    static Dialog of(final String node) {
        return all().stream().filter(dialog -> dialog.m_node.equals(node)).findFirst().orElseThrow();
    }

    private static Dialog of(final MatchResult factory) {
        try {
            return new Dialog(factory.group(2),
                Class.forName(factory.group(1) + factory.group(2) + "NodeParameters"));
        } catch (final ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** The same with default settings. */
    Dialog fresh() {
        return new Dialog(m_node, m_type);
    }

    /** All fields: those with a widget, and those that only the dialog or the settings know. */
    List<Setting> fields() {
        return m_fields;
    }

    /** What the dialog shows, in the order of the fields. */
    List<Setting> settings() {
        return m_fields.stream().filter(Setting::hasWidget).toList();
    }

    Setting setting(final String path) {
        return m_fields.stream().filter(field -> field.path().equals(path)).findFirst()
            .orElseThrow(() -> new AssertionError(m_node + " has no " + path));
    }

    Class<?> type() {
        return m_type;
    }

    /** What the node says about these settings; empty if it takes them. */
    Optional<String> refusal() {
        try {
            m_parameters.validate();
            return Optional.empty();
        } catch (final InvalidSettingsException e) {
            return Optional.of(e.getMessage());
        }
    }

    private void walk(final Setting around, final Object holder) {
        for (final Field field : holder.getClass().getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) || field.isSynthetic()) {
                continue;
            }
            final Setting setting = Setting.of(around, holder, field);
            m_fields.add(setting);
            if (WidgetGroup.class.isAssignableFrom(field.getType())) {
                walk(setting, setting.value());
            } else if (field.getType().isArray()
                && WidgetGroup.class.isAssignableFrom(field.getType().componentType())) {
                walk(setting, firstElement(setting));
            }
        }
    }

    /** A list has one element, so that there is something to walk. */
    private static Object firstElement(final Setting list) {
        final Object elements = Array.newInstance(list.field().getType().componentType(), 1);
        Array.set(elements, 0, create(list.field().getType().componentType()));
        list.set(elements);
        return Array.get(elements, 0);
    }

    /** An instance by the constructor without arguments. */
    static Object create(final Class<?> type) {
        try {
            final Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (final ReflectiveOperationException e) {
            throw new AssertionError(type + " cannot be created.", e);
        }
    }

    @Override
    public String toString() {
        return m_node;
    }
}

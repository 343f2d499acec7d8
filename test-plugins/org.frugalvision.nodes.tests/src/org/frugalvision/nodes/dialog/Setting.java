// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.dialog;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.updates.Effect;

/**
 * A field of the parameters of a node, of one of their groups, or of the first element of a list.
 *
 * @param path names of the fields from the parameters on, with slashes, without "m_"
 * @param field the field
 * @param holder the object that has it
 * @param layout where it stands, if not on the first page without a section
 * @param effects when it is shown: its own and those of the groups around it
 */
record Setting(String path, Field field, Object holder, Optional<Class<?>> layout, List<Effect> effects) {

    /** A field of these parameters, or of this group of the setting {@code around}. */
    static Setting of(final Setting around, final Object holder, final Field field) {
        field.setAccessible(true);
        final String name = field.getName().replaceFirst("^m_", "");
        final Optional<Class<?>> own = Optional.ofNullable(field.getAnnotation(Layout.class)).map(Layout::value);
        final List<Effect> effects = List.of(field.getAnnotationsByType(Effect.class));
        return around == null ? new Setting(name, field, holder, own, effects)
            : new Setting(around.path + "/" + name, field, holder, own.or(() -> around.layout),
                Stream.concat(around.effects.stream(), effects.stream()).toList());
    }

    /** Whether the dialog shows it at all. */
    boolean hasWidget() {
        return field.isAnnotationPresent(Widget.class);
    }

    String title() {
        return field.getAnnotation(Widget.class).title();
    }

    String help() {
        return field.getAnnotation(Widget.class).description();
    }

    <A extends Annotation> Optional<A> annotation(final Class<A> type) {
        return Optional.ofNullable(field.getAnnotation(type));
    }

    boolean isWhole() {
        return field.getType() == int.class || field.getType() == long.class;
    }

    boolean isNumber() {
        return isWhole() || field.getType() == double.class;
    }

    Object value() {
        try {
            return field.get(holder);
        } catch (final IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** Sets it; a number is made one of its type. */
    void set(final Object value) {
        try {
            if (field.getType() == int.class) {
                field.set(holder, (int)((Number)value).doubleValue());
            } else if (field.getType() == long.class) {
                field.set(holder, (long)((Number)value).doubleValue());
            } else {
                field.set(holder, value);
            }
        } catch (final IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public String toString() {
        return path;
    }
}

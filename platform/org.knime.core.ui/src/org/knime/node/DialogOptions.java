// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.frugalvision.platform.ui.EnumLabels;
import org.frugalvision.platform.ui.persistence.StoredGroup;
import org.knime.core.node.NodeDescription.DialogOption;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;

/** The options of a description: every field with a {@link Widget}, those of nested groups and of elements included. */
final class DialogOptions {
    private DialogOptions() {
    }

    static List<DialogOption> of(final Class<?> group) {
        return StoredGroup.declaredFields(group).stream().flatMap(DialogOptions::options).toList();
    }

    private static Stream<DialogOption> options(final Field field) {
        final var own = Optional.ofNullable(field.getAnnotation(Widget.class)).map(widget -> option(field, widget));
        final var type = field.getType().isArray() ? field.getType().componentType() : field.getType();
        final var nested = WidgetGroup.class.isAssignableFrom(type) ? of(type) : List.<DialogOption>of();
        return Stream.concat(own.stream(), nested.stream());
    }

    private static DialogOption option(final Field field, final Widget widget) {
        final var optional = field.getType() == Optional.class;
        return new DialogOption(widget.title(), widget.description() + EnumLabels.list(field.getType()), optional);
    }
}

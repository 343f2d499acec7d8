// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.ui;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knime.node.parameters.widget.choices.Label;

/** The visible texts of enum constants. */
public final class EnumLabels {
    private EnumLabels() {
    }

    /**
     * @param constant an enum constant
     * @return the text of its {@link Label}, else its name
     */
    public static String text(final Enum<?> constant) {
        return label(constant).map(Label::value).orElse(constant.name());
    }

    /**
     * @param type a class
     * @return a list of the labels of its constants and their descriptions as an XML fragment, empty if it is no enum
     *         with labels
     */
    public static String list(final Class<?> type) {
        final var items = Stream.ofNullable(type.getEnumConstants()).flatMap(Stream::of).map(Enum.class::cast)
            .flatMap(constant -> label(constant).stream())
            .map(label -> "<li><b>%s</b> %s</li>".formatted(escape(label.value()), label.description()))
            .collect(Collectors.joining());
        return items.isEmpty() ? "" : "<ul>%s</ul>".formatted(items);
    }

    private static Optional<Label> label(final Enum<?> constant) {
        try {
            final var field = constant.getDeclaringClass().getField(constant.name());
            return Optional.ofNullable(field.getAnnotation(Label.class));
        } catch (final NoSuchFieldException e) {
            throw new IllegalStateException("An enum constant has a field of its name.", e);
        }
    }

    private static String escape(final String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}

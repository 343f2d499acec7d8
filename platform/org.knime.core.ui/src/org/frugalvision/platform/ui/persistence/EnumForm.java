// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.ui.persistence;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsWO;

/** Stores an enum constant by its name. */
final class EnumForm {
    private EnumForm() {
    }

    static <E extends Enum<E>> FieldPersistor persistor(final Class<?> type, final String key) {
        @SuppressWarnings("unchecked")
        final var constants = (E[])type.getEnumConstants();
        return new KeyedPersistor<E>(key, EnumForm::save, (settings, k) -> find(constants, k, settings.getString(k)));
    }

    private static void save(final NodeSettingsWO settings, final String key, final Enum<?> constant) {
        settings.addString(key, constant == null ? null : constant.name());
    }

    private static <E extends Enum<E>> E find(final E[] constants, final String key, final String name)
        throws InvalidSettingsException {
        for (final var constant : constants) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        final var names = Stream.of(constants).map(Enum::name).collect(Collectors.joining(", "));
        throw new InvalidSettingsException(
            "Invalid value \"%s\" for \"%s\". Possible values: %s.".formatted(name, key, names));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.ui.persistence;

import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * Stores an optional value under its key and whether it is present under <code>KEY_is_present</code>. The latter may be
 * missing, so that a field can become optional: the value is then present.
 */
record OptionalPersistor(String key, FieldPersistor value, Object placeholder) implements FieldPersistor {
    @Override
    public void save(final Object optional, final NodeSettingsWO settings) {
        final var present = ((Optional<?>)optional).isPresent();
        value.save(present ? ((Optional<?>)optional).get() : placeholder, settings);
        settings.addBoolean(presentKey(), present);
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        final var present = !settings.containsKey(presentKey()) || settings.getBoolean(presentKey());
        return present ? Optional.ofNullable(value.load(settings)) : Optional.empty();
    }

    @Override
    public String[][] paths() {
        return new String[][]{{key}, {presentKey()}};
    }

    private String presentKey() {
        return key + "_is_present";
    }
}

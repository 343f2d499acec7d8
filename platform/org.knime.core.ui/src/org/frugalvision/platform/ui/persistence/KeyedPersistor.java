// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.ui.persistence;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** Stores a field under one key. */
record KeyedPersistor<T>(String key, Saver<T> saver, Loader<T> loader) implements FieldPersistor {
    /** Writes a value under a key. */
    @FunctionalInterface
    interface Saver<T> {
        void save(NodeSettingsWO settings, String key, T value);
    }

    /** Reads the value under a key. */
    @FunctionalInterface
    interface Loader<T> {
        T load(NodeSettingsRO settings, String key) throws InvalidSettingsException;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void save(final Object value, final NodeSettingsWO settings) {
        saver.save(settings, key, (T)value);
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        return loader.load(settings, key);
    }

    @Override
    public String[][] paths() {
        return new String[][]{{key}};
    }
}

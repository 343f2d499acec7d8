// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.ui.persistence;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.persistence.NodeParametersPersistor;

/** Stores a field the way its {@link org.knime.node.parameters.persistence.Persistor} class says. */
record CustomPersistor(NodeParametersPersistor<Object> persistor) implements FieldPersistor {
    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        persistor.save(value, settings);
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        return persistor.load(settings);
    }

    @Override
    public String[][] paths() {
        return persistor.getConfigPaths();
    }
}

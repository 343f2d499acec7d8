// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.persistence;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.migration.ParametersLoader;

/**
 * Stores and loads a field in a form of its own.
 *
 * @param <T> the type of the field
 */
public interface NodeParametersPersistor<T> extends ParametersSaver<T>, ParametersLoader<T> {
    @Override
    T load(NodeSettingsRO settings) throws InvalidSettingsException;

    @Override
    void save(T value, NodeSettingsWO settings);

    /** @return the paths of the keys it uses, below the config of the enclosing group */
    String[][] getConfigPaths();
}

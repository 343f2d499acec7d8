// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.migration;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/**
 * Reads a value from the config of the enclosing group.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface ParametersLoader<T> {
    /**
     * @param settings the config of the enclosing group
     * @return the value
     * @throws InvalidSettingsException if a key is missing or holds something else
     */
    T load(NodeSettingsRO settings) throws InvalidSettingsException;
}

// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.persistence;

import org.knime.core.node.NodeSettingsWO;

/**
 * Writes a value into the config of the enclosing group.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface ParametersSaver<T> {
    /**
     * @param value the value
     * @param settings the config of the enclosing group
     */
    void save(T value, NodeSettingsWO settings);
}

// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.context;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** Something that writes itself into node settings and restores itself from them. */
public interface NodeSettingsPersistable {

    /** @param settings written to */
    void saveSettingsTo(NodeSettingsWO settings);

    /**
     * @param settings read from
     * @throws InvalidSettingsException if a needed key is missing or names something unknown
     */
    void loadSettingsFrom(NodeSettingsRO settings) throws InvalidSettingsException;
}

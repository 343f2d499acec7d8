// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** The settings of a node, to read. */
public interface NodeSettingsRO extends ConfigRO {

    /** The part below the key. */
    NodeSettingsRO getNodeSettings(String key) throws InvalidSettingsException;

    /** Adds deep copies of all entries to the target, replacing those with the same key. */
    void copyTo(ConfigWO target);
}

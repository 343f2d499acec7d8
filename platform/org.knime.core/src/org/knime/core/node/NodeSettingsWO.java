// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import org.knime.core.node.config.ConfigWO;

/** The settings of a node, to write. */
public interface NodeSettingsWO extends ConfigWO {

    /** Adds a new empty part below the key. */
    NodeSettingsWO addNodeSettings(String key);

    /** Adds a part that exists already, without a copy. */
    void addNodeSettings(NodeSettings part);
}

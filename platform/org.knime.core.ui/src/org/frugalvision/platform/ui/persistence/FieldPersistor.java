// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.ui.persistence;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** Stores and loads the value of one field, below the config of the enclosing group. */
interface FieldPersistor {
    void save(Object value, NodeSettingsWO settings);

    Object load(NodeSettingsRO settings) throws InvalidSettingsException;

    /** The keys of which at least one exists wherever the field has been stored. */
    String[][] paths();
}

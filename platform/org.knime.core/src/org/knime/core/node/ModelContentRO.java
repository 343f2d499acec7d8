// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import org.knime.core.node.config.ConfigRO;

/** The content of a model, to read. */
public interface ModelContentRO extends ConfigRO {

    /** The part below the key. */
    ModelContentRO getModelContent(String key) throws InvalidSettingsException;
}

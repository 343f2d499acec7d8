// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import org.knime.core.node.config.ConfigWO;

/** The content of a model, to write. */
public interface ModelContentWO extends ConfigWO {

    /** Adds a new empty part below the key. */
    ModelContentWO addModelContent(String key);

    /** Adds a part that exists already, without a copy. */
    void addModelContent(ModelContent part);
}

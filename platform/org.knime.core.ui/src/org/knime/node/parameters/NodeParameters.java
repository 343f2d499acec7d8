// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.persistence.Persistable;

/** The settings of a node or a group of them; needs a no-argument constructor, by which every load starts. */
public interface NodeParameters extends Persistable, WidgetGroup {
    /**
     * Checks the settings; called for the parameters of a node only, never for nested groups.
     *
     * @throws InvalidSettingsException if the settings cannot be used
     */
    default void validate() throws InvalidSettingsException {
    }
}

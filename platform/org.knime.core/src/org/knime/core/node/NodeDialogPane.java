// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.awt.Component;

/** A settings dialog. This runtime never creates one; the type is here so that nodes that have a dialog load. */
public abstract class NodeDialogPane {

    /** An empty dialog. */
    protected NodeDialogPane() {
    }

    /**
     * @param settings written to
     * @throws InvalidSettingsException if the entered values are not valid
     */
    protected abstract void saveSettingsTo(NodeSettingsWO settings) throws InvalidSettingsException;

    /**
     * @param title of the tab
     * @param tab its content
     */
    protected final void addTab(final String title, final Component tab) {
        // dialogs are never shown
    }
}

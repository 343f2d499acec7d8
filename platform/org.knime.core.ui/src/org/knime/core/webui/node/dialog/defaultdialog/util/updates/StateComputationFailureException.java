// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.node.dialog.defaultdialog.util.updates;

/** Says that a value of a dialog cannot be computed. */
public final class StateComputationFailureException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message the reason */
    public StateComputationFailureException(final String message) {
        super(message);
    }
}

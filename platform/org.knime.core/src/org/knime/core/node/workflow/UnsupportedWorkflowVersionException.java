// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

/** A workflow was written by a version of KNIME that this runtime does not know. */
public final class UnsupportedWorkflowVersionException extends Exception {

    private static final long serialVersionUID = 1;

    /** With a text. */
    public UnsupportedWorkflowVersionException(final String message) {
        super(message);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

/** The user canceled the execution of a node. */
public class CanceledExecutionException extends Exception {

    private static final long serialVersionUID = 1;

    /** With the usual message. */
    public CanceledExecutionException() {
        this("Execution canceled");
    }

    /** With a message for the user. */
    public CanceledExecutionException(final String message) {
        super(message);
    }
}

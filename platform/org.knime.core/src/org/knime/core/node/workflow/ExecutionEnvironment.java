// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

/** How a node is executed. This runtime knows the plain way only. */
public final class ExecutionEnvironment {

    /** The plain way. */
    public static final ExecutionEnvironment DEFAULT = new ExecutionEnvironment();

    /** The plain way. */
    public ExecutionEnvironment() {
        // nothing to choose
    }
}

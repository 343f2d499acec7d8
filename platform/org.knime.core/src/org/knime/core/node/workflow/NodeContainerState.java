// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

/** How far a node is. */
public interface NodeContainerState {

    /** Whether it cannot run, since settings or inputs are missing. */
    boolean isIdle();

    /** Whether it could run. */
    boolean isConfigured();

    /** Whether it has run. */
    boolean isExecuted();

    /** Whether it waits or runs. */
    boolean isExecutionInProgress();
}

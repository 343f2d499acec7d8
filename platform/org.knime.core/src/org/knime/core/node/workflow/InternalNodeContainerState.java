// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

/** How far a node is. */
enum InternalNodeContainerState implements NodeContainerState {

    IDLE, CONFIGURED, CONFIGURED_QUEUED, EXECUTING, EXECUTED;

    @Override
    public boolean isIdle() {
        return this == IDLE;
    }

    @Override
    public boolean isConfigured() {
        return this == CONFIGURED || this == CONFIGURED_QUEUED;
    }

    @Override
    public boolean isExecuted() {
        return this == EXECUTED;
    }

    @Override
    public boolean isExecutionInProgress() {
        return this == CONFIGURED_QUEUED || this == EXECUTING;
    }
}

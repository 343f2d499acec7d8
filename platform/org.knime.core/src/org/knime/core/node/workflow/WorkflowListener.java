// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

/** Hears when something in a workflow comes or goes. */
public interface WorkflowListener {

    /** Called after something has come and before it goes. */
    void workflowChanged(WorkflowEvent event);
}

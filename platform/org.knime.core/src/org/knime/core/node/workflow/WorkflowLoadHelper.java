// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

/** What a caller decides while a workflow is loaded. This runtime asks nothing. */
public class WorkflowLoadHelper {

    /** Decides nothing. */
    public static final WorkflowLoadHelper INSTANCE = new WorkflowLoadHelper();

    /** Decides nothing. */
    public WorkflowLoadHelper() {
        // nothing to decide
    }
}

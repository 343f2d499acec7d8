// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow.contextv2;

import java.nio.file.Path;

/** What a workflow knows of its surroundings. */
public final class WorkflowContextV2 {

    private final ExecutorInfo m_executorInfo;

    private WorkflowContextV2(final ExecutorInfo executorInfo) {
        m_executorInfo = executorInfo;
    }

    /** A workflow in a directory, with a directory for its temporary files. */
    public static WorkflowContextV2 forTemporaryWorkflow(final Path workflow, final Path tempFolder) {
        return new WorkflowContextV2(new AnalyticsPlatformExecutorInfo(workflow, tempFolder));
    }

    /** Returns where and as whom the workflow runs. */
    public ExecutorInfo getExecutorInfo() {
        return m_executorInfo;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow.contextv2;

import java.nio.file.Path;

/** A workflow that runs in this process. */
public class AnalyticsPlatformExecutorInfo extends ExecutorInfo {

    AnalyticsPlatformExecutorInfo(final Path localWorkflowPath, final Path tempFolder) {
        super(localWorkflowPath, tempFolder);
    }

    /** Whether the batch executor runs it. */
    public boolean isBatchMode() {
        return true;
    }
}

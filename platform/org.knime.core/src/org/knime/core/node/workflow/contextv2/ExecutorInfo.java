// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow.contextv2;

import java.nio.file.Path;

/** Where and as whom a workflow runs. */
public abstract class ExecutorInfo {

    private final Path m_localWorkflowPath;

    private final Path m_tempFolder;

    ExecutorInfo(final Path localWorkflowPath, final Path tempFolder) {
        m_localWorkflowPath = localWorkflowPath;
        m_tempFolder = tempFolder;
    }

    /** Returns the directory of the workflow. */
    public Path getLocalWorkflowPath() {
        return m_localWorkflowPath;
    }

    /** Returns the directory for temporary files, which goes away with the workflow. */
    public Path getTempFolder() {
        return m_tempFolder;
    }

    /** Returns the name of the user. */
    public String getUserId() {
        return System.getProperty("user.name");
    }

    /** Whether there is no window. */
    public boolean isHeadless() {
        return true;
    }
}

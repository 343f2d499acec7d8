// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import org.knime.core.node.workflow.NodeID;
import org.knime.core.node.workflow.NodeProgress;
import org.knime.core.node.workflow.NodeProgressEvent;
import org.knime.core.node.workflow.NodeProgressListener;

/** Keeps the progress of one node. */
public class DefaultNodeProgressMonitor implements NodeProgressMonitor {

    private final NodeProgressListener m_listener;

    private volatile boolean m_canceled;

    private volatile Double m_progress;

    private volatile String m_message;

    /** Nothing done yet. */
    public DefaultNodeProgressMonitor() {
        this(event -> {
            // nobody hears of it
        });
    }

    /** Nothing done yet; events name no node, because the monitor knows none. */
    public DefaultNodeProgressMonitor(final NodeProgressListener listener) {
        m_listener = listener;
    }

    private void tell() {
        m_listener.progressChanged(new NodeProgressEvent(NodeID.ROOTID, new NodeProgress(m_progress, m_message)));
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        if (m_canceled) {
            throw new CanceledExecutionException();
        }
    }

    @Override
    public void setExecuteCanceled() {
        m_canceled = true;
    }

    @Override
    public void setProgress(final double progress) {
        m_progress = Math.max(0, Math.min(1, progress));
        tell();
    }

    @Override
    public void setProgress(final double progress, final String message) {
        setProgress(progress);
        setMessage(message);
    }

    @Override
    public void setProgress(final String message) {
        setMessage(message);
    }

    @Override
    public void setMessage(final String message) {
        m_message = message;
        tell();
    }

    @Override
    public Double getProgress() {
        return m_progress;
    }

    @Override
    public String getMessage() {
        return m_message;
    }

    @Override
    public void reset() {
        m_canceled = false;
        m_progress = null;
        m_message = null;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.function.Supplier;

import org.knime.core.node.SubProgressMonitor.Kind;

/** Takes progress, and tells whether the user canceled. Thread safe. */
public class ExecutionMonitor {

    private final NodeProgressMonitor m_progress;

    /** For nobody. */
    public ExecutionMonitor() {
        this(new DefaultNodeProgressMonitor());
    }

    /** Around the monitor. */
    public ExecutionMonitor(final NodeProgressMonitor progress) {
        m_progress = progress;
    }

    /** The monitor below. */
    public final NodeProgressMonitor getProgressMonitor() {
        return m_progress;
    }

    /** To be called often. @throws CanceledExecutionException if the user canceled */
    public void checkCanceled() throws CanceledExecutionException {
        m_progress.checkCanceled();
    }

    /** Sets the progress, from 0 to 1. */
    public void setProgress(final double progress) {
        m_progress.setProgress(progress);
    }

    /** Sets the progress, from 0 to 1, and the message. */
    public void setProgress(final double progress, final String message) {
        m_progress.setProgress(progress, message);
    }

    /** Sets the progress, from 0 to 1, and the message. */
    public void setProgress(final double progress, final Supplier<String> message) {
        setProgress(progress, message.get());
    }

    /** Sets the message. */
    public void setProgress(final String message) {
        m_progress.setMessage(message);
    }

    /** Sets the message. */
    public void setMessage(final String message) {
        m_progress.setMessage(message);
    }

    /** Sets the message. */
    public void setMessage(final Supplier<String> message) {
        setMessage(message.get());
    }

    /** A monitor whose whole progress is this share of the progress here. */
    public ExecutionMonitor createSubProgress(final double share) {
        return new ExecutionMonitor(new SubProgressMonitor(m_progress, share, Kind.NORMAL));
    }

    /** As {@link #createSubProgress}, without messages. */
    public ExecutionMonitor createSilentSubProgress(final double share) {
        return new ExecutionMonitor(new SubProgressMonitor(m_progress, share, Kind.SILENT));
    }

    /** For work that must be finished even if the user cancels. */
    public ExecutionMonitor createNonCancelableSubProgress() {
        return new ExecutionMonitor(new SubProgressMonitor(m_progress, 1, Kind.NON_CANCELABLE));
    }
}

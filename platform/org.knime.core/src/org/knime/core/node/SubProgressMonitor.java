// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

/** A share of another monitor's progress. */
final class SubProgressMonitor implements NodeProgressMonitor {

    /** What reaches the other monitor. */
    enum Kind {
        NORMAL, SILENT, NON_CANCELABLE
    }

    private final NodeProgressMonitor m_parent;

    private final double m_share;

    private final Kind m_kind;

    private double m_progress;

    SubProgressMonitor(final NodeProgressMonitor parent, final double share, final Kind kind) {
        m_parent = parent;
        m_share = share;
        m_kind = kind;
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        if (m_kind != Kind.NON_CANCELABLE) {
            m_parent.checkCanceled();
        }
    }

    @Override
    public void setExecuteCanceled() {
        m_parent.setExecuteCanceled();
    }

    @Override
    public void setProgress(final double progress) {
        synchronized (m_parent) { // several shares of one parent may add at once
            final double clipped = Math.max(m_progress, Math.min(1, progress));
            final Double sum = m_parent.getProgress();
            m_parent.setProgress((sum == null ? 0 : sum) + (clipped - m_progress) * m_share);
            m_progress = clipped;
        }
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
        if (m_kind != Kind.SILENT) {
            m_parent.setMessage(message);
        }
    }

    @Override
    public Double getProgress() {
        synchronized (m_parent) {
            return m_progress;
        }
    }

    @Override
    public String getMessage() {
        return m_parent.getMessage();
    }

    @Override
    public void reset() {
        setProgress(0);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

/** Measures how long a node runs. */
public final class NodeTimer {

    private long m_startNanos;

    private volatile long m_lastMillis = -1;

    NodeTimer() {
    }

    /** The node begins to run. */
    public void startExec() {
        m_startNanos = System.nanoTime();
    }

    /** The node has run. */
    public void endExec(final boolean success) {
        m_lastMillis = (System.nanoTime() - m_startNanos) / 1_000_000;
    }

    /** Returns how long the last execution took in milliseconds, -1 if there was none. */
    public long getLastExecutionDuration() {
        return m_lastMillis;
    }
}

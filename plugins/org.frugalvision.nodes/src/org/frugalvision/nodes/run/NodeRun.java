// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.run;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** The engine's view of a running node: progress goes to KNIME, KNIME's cancel button reaches the engine. */
final class NodeRun implements RunControl {

    private final ExecutionMonitor m_monitor;

    NodeRun(final ExecutionMonitor monitor) {
        m_monitor = monitor;
    }

    @Override
    public void progress(final double fraction, final String message) {
        m_monitor.setProgress(fraction, message);
    }

    @Override
    public void checkCanceled() throws CanceledException {
        try {
            m_monitor.checkCanceled();
        } catch (final CanceledExecutionException e) {
            final var canceled = new CanceledException();
            canceled.initCause(e);
            throw canceled;
        }
    }
}

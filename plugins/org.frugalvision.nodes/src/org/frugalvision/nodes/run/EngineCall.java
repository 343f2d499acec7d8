// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.run;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.EngineException;
import org.frugalvision.engine.run.RunControl;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;

/** Calls the engine from a node: what the engine says about bad input becomes the message at the node. */
public final class EngineCall {

    private EngineCall() {
    }

    /**
     * Work of the engine that takes a while.
     *
     * @param <T> its result
     */
    @FunctionalInterface
    public interface Work<T> {

        /**
         * @param run where progress goes and cancellation comes from
         * @return the result
         * @throws CanceledException if the node was canceled
         * @throws KNIMEException if the node itself refuses something
         * @throws CanceledExecutionException if the node was canceled while it used KNIME
         * @throws InvalidSettingsException if the settings do not fit the data after all
         */
        T with(RunControl run)
            throws CanceledException, KNIMEException, CanceledExecutionException, InvalidSettingsException;
    }

    /**
     * A quick check of settings.
     *
     * @param <T> its result
     */
    @FunctionalInterface
    public interface Check<T> {

        /** @return the result */
        T result();
    }

    /**
     * @param <T> the result
     * @param monitor progress and cancellation of the node
     * @param work what the engine shall do
     * @return its result
     * @throws CanceledExecutionException if the node was canceled
     * @throws KNIMEException if the engine refuses the settings or the data; with the engine's sentence and advice
     */
    public static <T> T execute(final ExecutionMonitor monitor, final Work<T> work)
        throws CanceledExecutionException, KNIMEException {
        try {
            return work.with(new NodeRun(monitor));
        } catch (final CanceledException e) {
            final var canceled = new CanceledExecutionException();
            canceled.initCause(e);
            throw canceled;
        } catch (final EngineException e) {
            throw KNIMEException.of(message(e), e);
        } catch (final InvalidSettingsException e) {
            throw new KNIMEException(e.getMessage(), e);
        }
    }

    /**
     * @param <T> the result
     * @param check what the engine shall check
     * @return its result
     * @throws InvalidSettingsException if the engine refuses the settings; with the engine's sentence and advice
     */
    public static <T> T configure(final Check<T> check) throws InvalidSettingsException {
        try {
            return check.result();
        } catch (final EngineException e) {
            throw message(e).toInvalidSettingsException(e);
        }
    }

    private static Message message(final EngineException problem) {
        return Message.fromSummaryWithResolution(problem.getMessage(), problem.fixes().toArray(String[]::new));
    }
}

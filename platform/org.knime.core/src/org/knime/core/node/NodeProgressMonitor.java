// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

/** The progress of an execution, and whether the user canceled it. Thread safe. */
public interface NodeProgressMonitor {

    /** @throws CanceledExecutionException if the user canceled the execution */
    void checkCanceled() throws CanceledExecutionException;

    /** Cancels the execution: the next {@link #checkCanceled()} throws. */
    void setExecuteCanceled();

    /** Sets the progress, from 0 to 1; other values are clipped. */
    void setProgress(double progress);

    /** Sets the progress and the message. */
    void setProgress(double progress, String message);

    /** Sets the message. */
    void setProgress(String message);

    /** Sets the message. */
    void setMessage(String message);

    /** The progress, or null as long as nobody set it. */
    Double getProgress();

    /** The message, or null as long as nobody set it. */
    String getMessage();

    /** Forgets progress, message and cancellation. */
    void reset();
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import org.frugalvision.dl4j.GpuStatus;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/** What there is to compute on, and what is bound of it. */
interface Machine {

    /** Whether the process computes on one device already. */
    boolean isStarted();

    /** Whether that is a GPU. */
    boolean isOnGpu();

    /** Asks for a GPU, without starting anything. */
    GpuStatus gpu();

    void startOnCpu();

    /** Whether it was possible; the process computes on the CPU if not. */
    boolean startOnGpu();

    boolean gpuComputesRight(RunControl run) throws CanceledException;
}

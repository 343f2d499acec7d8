// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import org.frugalvision.dl4j.Backend;
import org.frugalvision.dl4j.GpuProbe;
import org.frugalvision.dl4j.GpuStatus;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Compute;
import org.frugalvision.engine.run.RunControl;

/** The machine that this program runs on. */
final class ThisMachine implements Machine {

    @Override
    public boolean isStarted() {
        return Backend.isPrepared();
    }

    @Override
    public boolean isOnGpu() {
        return Backend.prepare().usesGpu();
    }

    @Override
    public GpuStatus gpu() {
        return GpuProbe.ask();
    }

    @Override
    public void startOnCpu() {
        Backend.prepare();
    }

    @Override
    public boolean startOnGpu() {
        return Backend.startOnGpu().usesGpu();
    }

    @Override
    public boolean gpuComputesRight(final RunControl run) throws CanceledException {
        try (Compute.Lease lease = Compute.lease(run)) {
            return GpuSelfTest.passes();
        }
    }
}

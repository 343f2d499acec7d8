// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Optional;

import org.frugalvision.dl4j.GpuStatus;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Device;
import org.frugalvision.engine.run.RunControl;

/**
 * Decides on what networks compute, before anything is computed. ND4J binds one device per process: the first work
 * decides, later work that wants the other device is refused, and work that leaves the choice takes what is bound.
 */
public final class Devices {

    private static final String DEVICE = "Device";

    private Devices() {
    }

    /**
     * To be called before a training or a prediction, without a lease. Takes some seconds the first time a GPU is used.
     *
     * @param wanted on what to compute
     * @param run cancel, while other work computes
     * @return on what is computed
     * @throws CanceledException if the work was canceled
     * @throws DataException if the device that is wanted cannot be had; the message says why
     * @throws org.frugalvision.dl4j.BackendException if the native libraries cannot be had
     */
    public static DeviceReport use(final Device wanted, final RunControl run) throws CanceledException {
        return use(wanted, new ThisMachine(), run);
    }

    static DeviceReport use(final Device wanted, final Machine machine, final RunControl run)
        throws CanceledException {
        if (machine.isStarted()) {
            return bound(wanted, machine);
        }
        if (wanted == Device.CPU) {
            machine.startOnCpu();
            return cpu("", Optional.empty());
        }
        final GpuStatus status = machine.gpu();
        if (status.kind() == GpuStatus.Kind.READY) {
            return ready(wanted, status, machine, run);
        }
        if (wanted == Device.GPU) {
            throw refusal(status);
        }
        machine.startOnCpu();
        final boolean there = status.kind() == GpuStatus.Kind.UNSUPPORTED;
        return cpu(status.reason(), there ? Optional.of(warning(status.reason())) : Optional.empty());
    }

    private static DeviceReport ready(final Device wanted, final GpuStatus status, final Machine machine,
        final RunControl run) throws CanceledException {
        if (!machine.startOnGpu()) {
            final String reason = "the libraries of CUDA cannot be loaded for " + status.reason();
            if (wanted == Device.GPU) {
                throw new DataException(DEVICE, "the GPU cannot be used, because " + reason + ".",
                    "Bring NVIDIA's driver up to date (CUDA 11.6 or later).", "Choose the CPU.");
            }
            return cpu(reason, Optional.of(warning(reason)));
        }
        if (!machine.gpuComputesRight(run)) {
            throw new DataException(DEVICE, "the GPU is not used, because " + status.reason()
                + " gave wrong numbers in a test.", "Choose the CPU and restart the program.");
        }
        return new DeviceReport(true, "computing on the GPU " + status.reason(), Optional.empty());
    }

    private static DeviceReport bound(final Device wanted, final Machine machine) {
        final boolean gpu = machine.isOnGpu();
        if (wanted == Device.GPU && !gpu) {
            final GpuStatus status = machine.gpu();
            throw status.kind() == GpuStatus.Kind.READY ? bound("CPU") : refusal(status);
        }
        if (wanted == Device.CPU && gpu) {
            throw bound("GPU");
        }
        return gpu ? new DeviceReport(true, "computing on the GPU", Optional.empty()) : cpu("", Optional.empty());
    }

    private static DataException bound(final String device) {
        return new DataException(DEVICE, "the program computes on the " + device
            + " already, and that cannot be changed while it runs.",
            "Restart the program, and let the first node that computes choose the device.",
            "Choose the device automatically.");
    }

    private static DataException refusal(final GpuStatus status) {
        return new DataException(DEVICE, "the GPU cannot be used, because " + status.reason() + ".",
            switch (status.kind()) {
                case NOT_INSTALLED -> "Install that feature (see the README) and restart, or choose the CPU.";
                case NO_DRIVER -> "Install NVIDIA's driver, or choose the CPU.";
                default -> "Choose the CPU.";
            });
    }

    private static DeviceReport cpu(final String reason, final Optional<String> warning) {
        return new DeviceReport(false,
            reason.isEmpty() ? "computing on the CPU" : "computing on the CPU, because " + reason, warning);
    }

    private static String warning(final String reason) {
        return "Computed on the CPU, because " + reason + ".";
    }
}

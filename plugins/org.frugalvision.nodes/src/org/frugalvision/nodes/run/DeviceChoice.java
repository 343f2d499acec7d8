// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.run;

import org.frugalvision.engine.kernel.Kernels;
import org.frugalvision.engine.kernel.DeviceReport;
import org.frugalvision.engine.kernel.Devices;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Device;
import org.frugalvision.engine.run.RunControl;
import org.knime.node.parameters.widget.choices.Label;

/** The choices of the engine, with what people read; the setting "Device" of nodes that compute. */
public enum DeviceChoice {
        /** See {@link Device#AUTO}. */
        @Label(value = "Automatic", description = "The GPU where there is one that can be used, otherwise the CPU.")
        AUTO, //
        /** See {@link Device#CPU}. */
        @Label(value = "CPU", description = "The CPU, whatever else there is.")
        CPU, //
        /** See {@link Device#GPU}. */
        @Label(value = "GPU", description = "The GPU; the node fails if it cannot be used.")
        GPU;

    /** What the setting says about itself. */
    public static final String HELP = """
            On what the network computes. A GPU needs the feature "Frugal Vision for NVIDIA GPUs". The first node that
            computes decides for the whole program, until it is restarted.
            """;

    /** What a node that has the setting says about it in its description. */
    public static final String TEXT = """
            <p>A GPU must be of NVIDIA, of compute capability 3.7 or 5.0 to 8.9; nobody has tested it yet.</p>
            """;

    /**
     * Decides on what to compute, and says it as progress.
     *
     * @param run of the node
     * @return on what is computed
     * @throws CanceledException if the node was canceled
     */
    public DeviceReport use(final RunControl run) throws CanceledException {
        final DeviceReport report = Devices.use(Device.valueOf(name()), run);
        run.progress(0, report.sentence());
        return report.warning().isPresent() ? report
            : new DeviceReport(report.gpu(), report.sentence(), Kernels.warning());
    }
}

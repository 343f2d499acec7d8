// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.frugalvision.nodes.port.NetworkPortObject;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Writes the summary of a network port into the file that its setting names. */
public final class PortProbeNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Port Probe").icon("").shortDescription("Writes a summary.").fullDescription("<p>Writes a summary.</p>")
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports.addInputPort("Network", "The network.", NetworkPortObject.TYPE)) //
        .model(model -> model.parametersClass(ProbeParameters.class).configure((in, out) -> {
        }).execute(PortProbeNodeFactory::execute));

    /** Called by KNIME. */
    public PortProbeNodeFactory() {
        super(NODE);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out) {
        final ProbeParameters parameters = in.getParameters();
        final PortObject port = in.getInPortObject(0);
        try {
            Files.writeString(Path.of(parameters.m_text), port.getSummary());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

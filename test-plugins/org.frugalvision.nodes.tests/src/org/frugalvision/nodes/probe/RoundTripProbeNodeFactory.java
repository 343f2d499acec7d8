// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import javax.swing.JComponent;

import org.frugalvision.nodes.port.NetworkPortObject;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortUtil;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/**
 * Stores a network port through its serializers in the file that its setting names, reads it again, and hands out what
 * it read; the file then holds one line each: whether spec, summary and hash are as before.
 */
public final class RoundTripProbeNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Round Trip Probe").icon("").shortDescription("Stores and reads.")
        .fullDescription("<p>Stores and reads.</p>").sinceVersion(5, 8, 0) //
        .ports(ports -> ports.addInputPort("Network", "The network.", NetworkPortObject.TYPE)) //
        .model(model -> model.parametersClass(ProbeParameters.class).configure((in, out) -> {
        }).execute(RoundTripProbeNodeFactory::execute));

    /** Called by KNIME. */
    public RoundTripProbeNodeFactory() {
        super(NODE);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ProbeParameters parameters = in.getParameters();
        final NetworkPortObject port = in.getInPortObject(0);
        final Path file = Path.of(parameters.m_text);
        try {
            PortUtil.writeObjectToFile(port, file.toFile(), in.getExecutionContext());
            final var copy = (NetworkPortObject)PortUtil.readObjectFromFile(file.toFile(), in.getExecutionContext());
            Files.write(file,
                List.of("spec " + copy.getSpec().equals(port.getSpec()),
                    "summary " + copy.getSummary().equals(port.getSummary()),
                    "hash " + (!port.getSpec().isTrained() || copy.network().hash().equals(port.network().hash())),
                    "views " + Arrays.stream(copy.getViews()).map(JComponent::getName).toList()));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Writes the PNG image of a picture port into the file that its setting names. */
public final class PictureProbeNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Picture Probe").icon("").shortDescription("Writes a picture.") //
        .fullDescription("<p>Writes a picture.</p>") //
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports.addInputPort("Picture", "The picture.", ImagePortObject.TYPE)) //
        .model(model -> model.parametersClass(ProbeParameters.class).configure((in, out) -> {
        }).execute(PictureProbeNodeFactory::execute));

    /** Called by KNIME. */
    public PictureProbeNodeFactory() {
        super(NODE);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out) {
        final ProbeParameters parameters = in.getParameters();
        final ImagePortObject picture = in.getInPortObject(0);
        final var cell = (PNGImageValue)picture.toDataCell();
        try {
            Files.write(Path.of(parameters.m_text), cell.getImageContent().getByteArray());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.table.Columns;
import org.frugalvision.nodes.table.ImageColumns;
import org.frugalvision.nodes.table.ImageTable;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/**
 * Writes what a table of images becomes in the engine into the file that its setting names: one line per image with its
 * ID, class and values, as shares of 65,535.
 */
public final class ImageSetProbeNodeFactory extends DefaultNodeFactory {

    private static final float LARGEST = 65_535;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Image Set Probe").icon("").shortDescription("Writes values.").fullDescription("<p>Writes values.</p>")
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports.addInputTable("Table", "The table.")) //
        .model(model -> model.parametersClass(ProbeParameters.class).configure((in, out) -> {
        }).execute(ImageSetProbeNodeFactory::execute));

    /** Called by KNIME. */
    public ImageSetProbeNodeFactory() {
        super(NODE);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ProbeParameters parameters = in.getParameters();
        final var table = in.getInTable(0);
        final var spec = table.getDataTableSpec();
        final ImageSet images = EngineCall.execute(in.getExecutionContext(), run -> ImageTable.labelled("Table", table,
            ImageColumns.of(OptionalInt.of(Columns.image(spec, "")), OptionalInt.of(Columns.label(spec, "label"))),
            new Skipped("Skipped"), run));
        final List<String> lines = new ArrayList<>();
        final var values = new float[images.shape().size()];
        for (int i = 0; i < images.size(); i++) {
            images.readPixels(i, values, 0);
            final var line = new StringBuilder(images.id(i)).append(' ').append(images.classes().get(images.label(i)));
            for (final float value : values) {
                line.append(' ').append(Math.round(value * LARGEST));
            }
            lines.add(line.toString());
        }
        images.discard();
        try {
            Files.write(Path.of(parameters.m_text), lines);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/**
 * Writes a table into the file that its setting names: a line with the column names, then one line per row, separated
 * by tabs; missing cells are "?", images "PNG n bytes".
 */
public final class TableProbeNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Table Probe").icon("").shortDescription("Writes a table.").fullDescription("<p>Writes a table.</p>")
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports.addInputTable("Table", "The table.")) //
        .model(model -> model.parametersClass(ProbeParameters.class).configure((in, out) -> {
        }).execute(TableProbeNodeFactory::execute));

    /** Called by KNIME. */
    public TableProbeNodeFactory() {
        super(NODE);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out) {
        final ProbeParameters parameters = in.getParameters();
        final var table = in.getInTable(0);
        final List<String> lines = new ArrayList<>();
        lines.add("id\t" + String.join("\t", table.getDataTableSpec().getColumnNames()));
        try (var rows = table.iterator()) {
            while (rows.hasNext()) {
                lines.add(line(rows.next()));
            }
        }
        try {
            Files.write(Path.of(parameters.m_text), lines);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(final DataRow row) {
        final List<String> words = new ArrayList<>(List.of(row.getKey().getString()));
        for (final DataCell cell : row) {
            if (cell instanceof PNGImageValue image) {
                words.add("PNG %d bytes".formatted(image.getImageContent().getByteArray().length));
            } else {
                words.add(cell.isMissing() ? "?" : cell.toString());
            }
        }
        return String.join("\t", words);
    }
}

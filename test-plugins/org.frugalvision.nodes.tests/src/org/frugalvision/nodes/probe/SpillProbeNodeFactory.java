// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataRow;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/**
 * Copies a table into one that keeps no cell in memory, so that all are stored by their serializers, and hands it out;
 * the file that its setting names then holds, for every row read back, its ID and whether its first cell is as before.
 */
public final class SpillProbeNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Spill Probe").icon("").shortDescription("Stores and reads.").fullDescription("<p>Stores and reads.</p>")
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports.addInputTable("Table", "The table.").addOutputTable("Copy", "The copy.")) //
        .model(model -> model.parametersClass(ProbeParameters.class)
            .configure((in, out) -> out.setOutSpecs(in.getInTableSpecs()[0])).execute(SpillProbeNodeFactory::execute));

    /** Called by KNIME. */
    public SpillProbeNodeFactory() {
        super(NODE);
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out) {
        final ProbeParameters parameters = in.getParameters();
        final var table = in.getInTable(0);
        final var container = in.getExecutionContext().createDataContainer(table.getDataTableSpec(), true, 0);
        try (var rows = table.iterator()) {
            while (rows.hasNext()) {
                container.addRowToTable(rows.next());
            }
        }
        container.close();
        final var copy = container.getTable();
        final List<String> lines = new ArrayList<>();
        try (var before = table.iterator(); var after = copy.iterator()) {
            while (after.hasNext()) {
                final DataRow row = after.next();
                final DataRow old = before.next();
                lines.add("%s %s".formatted(row.getKey(), row.getCell(0).equals(old.getCell(0))));
            }
            Files.write(Path.of(parameters.m_text), lines);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        out.setOutData(copy);
    }
}

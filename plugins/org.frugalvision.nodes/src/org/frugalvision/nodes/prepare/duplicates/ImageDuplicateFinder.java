// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.duplicates;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.frugalvision.engine.duplicate.DuplicateSettings;
import org.frugalvision.engine.duplicate.Duplicates;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.table.Columns;
import org.frugalvision.nodes.table.LabelColumn;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** What the Image Duplicate Finder does. */
final class ImageDuplicateFinder {

    private ImageDuplicateFinder() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ImageDuplicateFinderNodeParameters parameters = in.getParameters();
        final DataTableSpec table = in.getInTableSpec(0);
        final PortObjectSpec reference = in.getInPortSpec(1);
        parameters.validate();
        columns(table, parameters);
        if (reference instanceof DataTableSpec spec) {
            referenceColumns(spec, table, parameters);
        }
        out.setOutSpecs(table, PairTable.spec(parameters.m_compareLabels));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ImageDuplicateFinderNodeParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        final PortObject second = in.getInPortObject(1);
        final BufferedDataTable reference = second instanceof BufferedDataTable connected ? connected : null;
        final ExecutionContext context = in.getExecutionContext();
        final List<String> warnings = new ArrayList<>();
        out.setOutData(
            EngineCall.execute(context, run -> find(table, reference, parameters, warnings, context, run)));
        if (!warnings.isEmpty()) {
            out.setWarningMessage(String.join(" ", warnings));
        }
    }

    /** {@code reference} is null if none is connected. */
    private static BufferedDataTable[] find(final BufferedDataTable table, final BufferedDataTable reference,
        final ImageDuplicateFinderNodeParameters parameters, final List<String> warnings,
        final ExecutionContext context, final RunControl run) throws CanceledException, InvalidSettingsException {
        final DuplicateSettings settings = parameters.toSettings();
        if (parameters.m_compareLabels) {
            LabelColumn.check(table, parameters.m_labelColumn, warnings);
        }
        final var skipped = new Skipped("Could not compare");
        final int[] columns = columns(table.getDataTableSpec(), parameters);
        final SignedRows images = SignedRows.read(table, columns[0], columns[1], skipped, run.part(0, 0.4));
        skipped.warning(table.size()).ifPresent(warnings::add);
        try (var pairs = new PairTable(images, parameters.m_compareLabels, context)) {
            pairs.add(Duplicates.within(images.signatures(), settings, run.part(0.4, 0.5)), images, "Images");
            if (reference != null) {
                final int[] there =
                    referenceColumns(reference.getDataTableSpec(), table.getDataTableSpec(), parameters);
                final var skippedThere = new Skipped("Could not compare with");
                final SignedRows others =
                    SignedRows.read(reference, there[0], there[1], skippedThere, run.part(0.5, 0.8));
                skippedThere.warning(reference.size()).map("Reference: %s"::formatted).ifPresent(warnings::add);
                pairs.add(Duplicates.between(images.signatures(), others.signatures(), settings, run.part(0.8, 0.9)),
                    others, "Reference");
            }
            pairs.conflicts().ifPresent(warnings::add);
            return new BufferedDataTable[]{without(pairs.duplicates(), table, context, run.part(0.9, 1)),
                pairs.table()};
        }
    }

    private static BufferedDataTable without(final Set<String> duplicates, final BufferedDataTable table,
        final ExecutionContext context, final RunControl run) throws CanceledException {
        final var kept = context.createDataContainer(table.getDataTableSpec());
        try (var rows = table.iterator()) {
            while (rows.hasNext()) {
                run.checkCanceled();
                final DataRow row = rows.next();
                if (!duplicates.contains(row.getKey().getString())) {
                    kept.addRowToTable(row);
                }
            }
        } finally {
            kept.close();
        }
        return kept.getTable();
    }

    /** Image and label column, -1 where labels are not compared. */
    private static int[] columns(final DataTableSpec table, final ImageDuplicateFinderNodeParameters parameters)
        throws InvalidSettingsException {
        return new int[]{Columns.image(table, parameters.m_imageColumn),
            parameters.m_compareLabels ? Columns.label(table, parameters.m_labelColumn) : -1};
    }

    /** The same of the reference; its label column has the name of that of the images, -1 if there is none. */
    private static int[] referenceColumns(final DataTableSpec reference, final DataTableSpec table,
        final ImageDuplicateFinderNodeParameters parameters) throws InvalidSettingsException {
        final int label = columns(table, parameters)[1];
        final int there = label < 0 ? -1 : reference.findColumnIndex(table.getColumnSpec(label).getName());
        return new int[]{
            Columns.image(reference, parameters.m_referenceColumn, "Image column of the reference"),
            there >= 0 && reference.getColumnSpec(there).getType().isCompatible(StringValue.class) ? there : -1};
    }
}

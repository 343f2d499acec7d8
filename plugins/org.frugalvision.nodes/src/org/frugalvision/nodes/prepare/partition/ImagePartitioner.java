// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.partition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.engine.split.PartSizes;
import org.frugalvision.engine.split.Partition;
import org.frugalvision.engine.split.Partitioner;
import org.frugalvision.nodes.prepare.partition.ImagePartitionerNodeParameters.Mode;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.table.LabelColumn;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** What the Image Partitioner does. */
final class ImagePartitioner {

    /** Beyond this share of all images the sizes are said to be missed. */
    private static final double TOLERANCE = 0.05;

    private ImagePartitioner() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ImagePartitionerNodeParameters parameters = in.getParameters();
        final DataTableSpec table = in.getInTableSpec(0);
        parameters.validate();
        RowClasses.columns(table, parameters);
        final DataTableSpec parts = PartTables.spec(table, parameters.m_mode == Mode.FOLDS);
        out.setOutSpecs(parts, parts);
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ImagePartitionerNodeParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        final ExecutionContext context = in.getExecutionContext();
        final List<String> warnings = new ArrayList<>();
        out.setOutData(EngineCall.execute(context, run -> part(table, parameters, warnings, context, run)));
        if (!warnings.isEmpty()) {
            out.setWarningMessage(String.join(" ", warnings));
        }
    }

    private static BufferedDataTable[] part(final BufferedDataTable table,
        final ImagePartitionerNodeParameters parameters, final List<String> warnings, final ExecutionContext context,
        final RunControl run) throws CanceledException, InvalidSettingsException {
        final PartSizes sizes = parameters.toSizes();
        if (parameters.m_stratify) {
            LabelColumn.check(table, parameters.m_labelColumn, warnings);
        }
        final var alone = new Skipped("Treated as groups of their own:");
        final RowClasses rows = RowClasses.read(table, parameters, alone, run.part(0, 0.4));
        final Partition partition = parameters.m_keepGroups
            ? Partitioner.byGroup(rows.labels(), rows.groups(), sizes, parameters.m_seed, run.part(0.4, 0.5))
            : Partitioner.byClass(rows.labels(), sizes, parameters.m_seed, run.part(0.4, 0.5));
        alone.warning(table.size()).ifPresent(warnings::add);
        absences(rows, partition).ifPresent(warnings::add);
        missedSize(partition).ifPresent(warnings::add);
        SplitSources.warning(table, parameters, partition).ifPresent(warnings::add);
        final boolean folds = parameters.m_mode == Mode.FOLDS;
        return new PartTables(folds, folds ? parameters.m_heldOutFold - 1 : 1).write(table, partition, context,
            run.part(0.5, 1));
    }

    private static Optional<String> absences(final RowClasses rows, final Partition partition) {
        final var absences = partition.absences(rows.labels());
        if (absences.isEmpty()) {
            return Optional.empty();
        }
        final var first = absences.get(0);
        final long classes = absences.stream().mapToInt(Partition.Absence::label).distinct().count();
        return Optional.of("%s not in every part, the first is %s, missing in %s; it has too few %s.".formatted(
            classes == 1 ? "1 class is" : Wording.value(classes) + " classes are",
            rows.nameOf(first.label()), nameOf(first.part(), partition.wanted().length),
            rows.groups().length == 0 ? "images" : "groups"));
    }

    private static Optional<String> missedSize(final Partition partition) {
        final int[] sizes = partition.sizes();
        for (int part = 0; part < sizes.length; part++) {
            if (Math.abs(sizes[part] - partition.wanted()[part]) > TOLERANCE * partition.part().length) {
                return Optional.of("Groups stay together, so %s has %s instead of %s.".formatted(
                    nameOf(part, sizes.length), Wording.count(sizes[part], "image", "images"),
                    Wording.value(partition.wanted()[part])));
            }
        }
        return Optional.empty();
    }

    private static String nameOf(final int part, final int parts) {
        return parts > 2 ? "fold " + (part + 1) : part == 0 ? "the first part" : "the second part";
    }
}

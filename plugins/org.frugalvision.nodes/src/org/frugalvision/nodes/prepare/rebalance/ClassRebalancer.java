// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.rebalance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

import org.frugalvision.engine.picture.ClassBars;
import org.frugalvision.engine.resample.LabelledPool;
import org.frugalvision.engine.resample.SemanticScale;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.table.ImageColumns;
import org.frugalvision.nodes.table.ImageRows;
import org.frugalvision.nodes.table.LabelColumn;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** What the Class Rebalancer does. */
final class ClassRebalancer {

    /** An image that is there more often than this is worth a warning. */
    private static final int MANY_COPIES = 50;

    private ClassRebalancer() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ClassRebalancerNodeParameters parameters = in.getParameters();
        final DataTableSpec table = in.getInTableSpec(0);
        parameters.validate();
        final PortObjectSpec rebalanced = RebalancerColumns.of(table, parameters).rebalanced();
        out.setOutSpecs(rebalanced, ClassTable.spec(), new ImagePortObjectSpec(PNGImageContent.TYPE));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ClassRebalancerNodeParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        final ExecutionContext context = in.getExecutionContext();
        final List<String> warnings = new ArrayList<>();
        out.setOutData(EngineCall.execute(context, run -> rebalance(table, parameters, warnings, context, run)));
        if (!warnings.isEmpty()) {
            out.setWarningMessage(String.join(" ", warnings));
        }
    }

    private static PortObject[] rebalance(final BufferedDataTable table,
        final ClassRebalancerNodeParameters parameters, final List<String> warnings, final ExecutionContext context,
        final RunControl run) throws CanceledException, InvalidSettingsException {
        final var columns = RebalancerColumns.of(table.getDataTableSpec(), parameters);
        LabelColumn.check(table, parameters.m_labelColumn, warnings);
        final RebalancePlan plan = plan(table, columns, parameters, warnings, run.part(0, 0.4));
        warn(plan, warnings);
        final var container = context.createDataContainer(columns.rebalanced());
        try {
            new RebalancedRows(columns, parameters, plan).write(table, container, run.part(0.4, 1));
        } finally {
            container.close();
        }
        final var picture =
            new PNGImageContent(new ClassBars(plan.pool().classes(), plan.pool().counts(), plan.after()).png());
        return new PortObject[]{container.getTable(), ClassTable.create(plan, context),
            new ImagePortObject(picture, new ImagePortObjectSpec(PNGImageContent.TYPE))};
    }

    private static RebalancePlan plan(final BufferedDataTable table, final RebalancerColumns columns,
        final ClassRebalancerNodeParameters parameters, final List<String> warnings, final RunControl run)
        throws CanceledException {
        final var skipped = new Skipped("Left out");
        final var rows = new ImageRows(table, ImageColumns.of(columns.image(), OptionalInt.of(columns.label())));
        final var labelled = new LabelledRows(columns, parameters.measuresScale(), skipped);
        rows.forEach(labelled, skipped, run);
        skipped.warning(table.size()).ifPresent(warnings::add);
        final LabelledPool pool = labelled.pool(rows.classes());
        final int[] times = parameters.toResampling().times(pool);
        final double[] scales = new double[pool.classes().size()];
        Arrays.fill(scales, Double.NaN);
        return new RebalancePlan(pool, labelled.numbers(table.size()), times,
            parameters.measuresScale() ? SemanticScale.of(labelled.vectors(run), pool) : scales,
            parameters.m_effectiveBeta);
    }

    private static void warn(final RebalancePlan plan, final List<String> warnings) {
        final List<String> classes = plan.pool().classes();
        final int[] after = plan.after();
        final List<String> empty = new ArrayList<>();
        for (int c = 0; c < after.length; c++) {
            if (after[c] == 0) {
                empty.add(classes.get(c));
            }
        }
        if (!empty.isEmpty()) {
            warnings.add("%s: %s.".formatted(empty.size() == 1 ? "1 class has no images"
                : Wording.value(empty.size()) + " classes have no images", Wording.some(empty)));
        }
        final int[] most = plan.most();
        for (int c = 0; c < most.length; c++) {
            if (most[c] > MANY_COPIES) {
                warnings.add(("An image of class %s is there %s times; a network learns it by heart. Lower the number, "
                    + "change the pixels of repeated images, or use class weights.").formatted(
                        Wording.value(classes.get(c)), Wording.value(most[c])));
                break;
            }
        }
    }
}

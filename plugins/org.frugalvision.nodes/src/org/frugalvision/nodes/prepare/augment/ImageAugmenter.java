// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.augment;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.nodes.prepare.augment.ImageAugmenterNodeParameters.Amount;
import org.frugalvision.nodes.run.EngineCall;
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

/** What the Image Augmenter does. */
final class ImageAugmenter {

    private ImageAugmenter() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ImageAugmenterNodeParameters parameters = in.getParameters();
        final DataTableSpec table = in.getInTableSpec(0);
        parameters.validate();
        final PortObjectSpec augmented = AugmenterColumns.of(table, parameters).augmented();
        out.setOutSpecs(augmented, new ImagePortObjectSpec(PNGImageContent.TYPE));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ImageAugmenterNodeParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        final ExecutionContext context = in.getExecutionContext();
        final List<String> warnings = new ArrayList<>();
        out.setOutData(EngineCall.execute(context, run -> augment(table, parameters, warnings, context, run)));
        if (!warnings.isEmpty()) {
            out.setWarningMessage(String.join(" ", warnings));
        }
    }

    private static PortObject[] augment(final BufferedDataTable table, final ImageAugmenterNodeParameters parameters,
        final List<String> warnings, final ExecutionContext context, final RunControl run)
        throws CanceledException, InvalidSettingsException {
        final var columns = AugmenterColumns.of(table.getDataTableSpec(), parameters);
        if (parameters.m_amount == Amount.CLASS) {
            LabelColumn.check(table, parameters.m_labelColumn, warnings);
        }
        final var skipped = new Skipped("Could not augment");
        final Plan plan = Plan.of(table, columns, parameters, run.part(0, 0.1));
        final var container = context.createDataContainer(columns.augmented());
        final var rows = new AugmentedRows(columns, parameters, plan, container);
        try {
            rows.write(table, skipped, run.part(0.1, 1));
        } finally {
            container.close();
        }
        skipped.warning(table.size()).ifPresent(warnings::add);
        final var sheet = new PNGImageContent(rows.sheet());
        if (rows.made() == 0) {
            warnings.add("No new images were made: every class has as many already.");
        }
        return new PortObject[]{container.getTable(),
            new ImagePortObject(sheet, new ImagePortObjectSpec(PNGImageContent.TYPE))};
    }
}

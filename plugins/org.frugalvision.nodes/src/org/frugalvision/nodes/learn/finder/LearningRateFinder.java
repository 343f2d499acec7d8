// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.finder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.frugalvision.engine.cost.CostLedger;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.picture.ErrorBarChart;
import org.frugalvision.engine.picture.ErrorBarChart.Line;
import org.frugalvision.engine.train.RangeTest;
import org.frugalvision.engine.train.StartingNetwork;
import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.port.NetworkPortObjectSpec;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.table.CostTable;
import org.frugalvision.nodes.table.LabelledTables;
import org.frugalvision.nodes.table.NumberCells;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** What the Learning Rate Finder does. */
final class LearningRateFinder {

    private static final int NETWORK = 0;

    private static final int TRAINING = 1;

    private static final double DECODED = 0.1;

    private static final DataTableSpec SUGGESTION =
        new DataTableSpec("Suggestion", NumberCells.doubles("Learning rate"));

    private static final DataTableSpec UPDATES = new DataTableSpec("Updates", NumberCells.ints("Update"),
        NumberCells.doubles("Learning rate"), NumberCells.doubles("Loss"), NumberCells.doubles("Smoothed loss"));

    private LearningRateFinder() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final LearningRateFinderNodeParameters parameters = in.getParameters();
        parameters.validate();
        LabelledTables.check(in.getInTableSpec(TRAINING), null, parameters.m_imageColumn, parameters.m_labelColumn);
        out.setOutSpecs(SUGGESTION, UPDATES, CostTable.spec(), new ImagePortObjectSpec(PNGImageContent.TYPE));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final LearningRateFinderNodeParameters parameters = in.getParameters();
        final NetworkPortObject network = in.getInPortObject(NETWORK);
        final BufferedDataTable training = in.getInTable(TRAINING);
        final ExecutionContext context = in.getExecutionContext();
        final List<String> warnings = new ArrayList<>();
        final RangeTest.Found found = EngineCall.execute(context, run -> {
            parameters.m_device.use(run).warning().ifPresent(warnings::add);
            try (var images = LabelledTables.read(training, null, parameters.m_imageColumn,
                parameters.m_labelColumn, warnings, run.part(0, DECODED))) {
                return parameters.toTest().find(start(network, images.first(), parameters.m_seed), images.first(),
                    parameters.toSettings(), run.part(DECODED, 1));
            }
        });
        out.setOutData(new PortObject[]{suggestion(found, context), updates(found, context),
            CostTable.create(CostLedger.of(List.of(found.cost())), context), picture(found)});
        if (!warnings.isEmpty()) {
            out.setWarningMessage(String.join(" ", warnings));
        }
    }

    /** As the CNN Learner starts. */
    private static Network start(final NetworkPortObject network, final ImageSet images, final long seed)
        throws KNIMEException {
        final NetworkPortObjectSpec spec = network.getSpec();
        return spec.isTrained() ? StartingNetwork.trained(network.network(), images, seed)
            : StartingNetwork.untrained(spec.architecture(), spec.options(), images, seed);
    }

    private static BufferedDataTable suggestion(final RangeTest.Found found, final ExecutionContext context) {
        final var container = context.createDataContainer(SUGGESTION);
        container.addRowToTable(new DefaultRow("Suggested", new DoubleCell(found.suggested())));
        container.close();
        return container.getTable();
    }

    private static BufferedDataTable updates(final RangeTest.Found found, final ExecutionContext context) {
        final var container = context.createDataContainer(UPDATES);
        for (int i = 0; i < found.rates().length; i++) {
            container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)i), new IntCell(i + 1),
                new DoubleCell(found.rates()[i]), new DoubleCell(found.losses()[i]),
                new DoubleCell(found.smoothed()[i])));
        }
        container.close();
        return container.getTable();
    }

    private static ImagePortObject picture(final RangeTest.Found found) {
        final double[] powers = Arrays.stream(found.rates()).map(Math::log10).toArray();
        int nearest = 0;
        for (int i = 0; i < found.rates().length; i++) {
            nearest = found.rates()[i] <= found.suggested() ? i : nearest;
        }
        final var curve = new Line("Smoothed loss", powers, found.smoothed(), new double[powers.length]);
        final var point = new Line(String.format(Locale.ROOT, "Suggested: %.2g", found.suggested()),
            new double[]{Math.log10(found.suggested())}, new double[]{found.smoothed()[nearest]}, new double[1]);
        final var chart = new ErrorBarChart("Loss while the learning rate rises", "Learning rate (power of ten)",
            "Loss", List.of(curve, point));
        return new ImagePortObject(new PNGImageContent(chart.png()), new ImagePortObjectSpec(PNGImageContent.TYPE));
    }
}

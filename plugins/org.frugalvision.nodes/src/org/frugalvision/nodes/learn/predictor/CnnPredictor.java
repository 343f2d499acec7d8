// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.predictor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.frugalvision.engine.cost.CostLedger;
import org.frugalvision.engine.network.Labelling;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.predict.PredictionCost;
import org.frugalvision.engine.predict.Predictor;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Compute;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.port.NetworkPortObjectSpec;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.table.Columns;
import org.frugalvision.nodes.table.CostTable;
import org.frugalvision.nodes.table.DecodedRows;
import org.frugalvision.nodes.table.LabelColumn;
import org.frugalvision.nodes.table.LabelKind;
import org.frugalvision.nodes.table.Skipped;
import org.frugalvision.nodes.table.Thresholds;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/**
 * What the CNN Predictor does: it reads some rows, predicts them and writes them, so memory stays bounded. While some
 * rows are predicted, the images of the next ones are decoded; another node may compute between two blocks of rows.
 */
final class CnnPredictor {

    private static final int NETWORK = 0;

    private static final int TABLE = 1;

    private static final int THRESHOLDS = 2;

    private static final int COSTS = 3;

    private CnnPredictor() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final CnnPredictorNodeParameters parameters = in.getParameters();
        final NetworkPortObjectSpec network = in.getInPortSpec(NETWORK);
        final DataTableSpec table = in.getInTableSpec(TABLE);
        parameters.validate();
        network.checkTrained();
        Columns.image(table, parameters.m_imageColumn);
        final DataTableSpec thresholds = in.getInPortSpec(THRESHOLDS);
        final boolean several = network.labelling() == Labelling.SEVERAL;
        if (several) {
            parameters.checkSeveralLabels();
        }
        if (thresholds != null) {
            checkThresholds(several, thresholds);
        }
        final DataTableSpec costs = in.getInPortSpec(COSTS);
        if (costs != null) {
            CostTable.check(costs, "Earlier costs");
        }
        labels(table, several, parameters);
        EngineCall.configure(() -> parameters.targetShares(network.classes()));
        out.setOutSpecs(PredictionColumns.appendedTo(table,
            several ? Told.above(network.classes())
                : oneClass(network.classes(), EarlierPrediction.of(table, parameters)),
            network.classes(), parameters).spec(), CostTable.spec());
    }

    private static void checkThresholds(final boolean several, final DataTableSpec thresholds)
        throws InvalidSettingsException {
        if (!several) {
            throw Message.fromSummaryWithResolution(
                "\"Given thresholds\" must not be connected, because the network tells one class per image, the most "
                    + "probable.",
                "Disconnect the table.").toInvalidSettingsException();
        }
        Thresholds.check(thresholds);
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final CnnPredictorNodeParameters parameters = in.getParameters();
        final NetworkPortObject port = in.getInPortObject(NETWORK);
        final BufferedDataTable table = in.getInTable(TABLE);
        final BufferedDataTable thresholds = in.getInPortObject(THRESHOLDS);
        final BufferedDataTable costs = in.getInPortObject(COSTS);
        final ExecutionContext context = in.getExecutionContext();
        final var skipped = new Skipped("Predicted nothing for");
        final var withoutLoss = new Skipped("Gave no loss to");
        final var tally = new CascadeTally();
        final List<String> warnings = new ArrayList<>();
        final BufferedDataTable[] result = EngineCall.execute(context, run -> {
            parameters.m_device.use(run).warning().ifPresent(warnings::add);
            final Network network = port.network();
            Predictor.warning(network).ifPresent(warnings::add);
            final boolean several = network.labelling() == Labelling.SEVERAL;
            if (parameters.extras().loss()) {
                LabelColumn.check(table, parameters.m_labelColumn, kind(several), warnings);
            }
            final DataTableSpec spec = table.getDataTableSpec();
            final var earlier = EarlierPrediction.of(spec, parameters);
            final var columns = PredictionColumns.appendedTo(spec,
                several ? Told.above(network.classes(), thresholds(thresholds, network.classes(), parameters))
                    : oneClass(network.classes(), earlier),
                network.classes(), parameters);
            final var cells = new PredictionCells(network, columns, labels(spec, several, parameters),
                parameters.correction(network), withoutLoss, tally);
            final int image = Columns.image(spec, parameters.m_imageColumn);
            final boolean embedding = parameters.extras().embedding();
            final int numbers = network.classes().size() + 2 * parameters.extras().topClasses()
                + (embedding ? network.spec().features() : 0);
            final var rows = context.createDataContainer(columns.spec());
            final PredictionCost cost = new PredictionCost(network);
            try (Predictor predictor = Predictor.open(network, parameters.toSettings(), parameters.toCascade(),
                embedding);
                var images = new DecodedRows(table, image)) {
                predict(images, table.size(), new BlockPredictor(predictor, cells, skipped, cost, earlier), numbers,
                    rows, run);
            } finally {
                rows.close();
            }
            earlier.flatMap(EarlierPrediction::warning).ifPresent(warnings::add);
            final CostLedger before = costs == null ? CostLedger.empty() : CostTable.read(costs);
            return new BufferedDataTable[]{rows.getTable(),
                CostTable.create(before.union(CostLedger.of(List.of(cost.entry()))), context)};
        });
        out.setOutData(result);
        Stream.of(skipped.warning(table.size()), withoutLoss.warning(table.size()), tally.warning())
            .flatMap(Optional::stream).forEach(warnings::add);
        if (!warnings.isEmpty()) {
            out.setWarningMessage(String.join(" ", warnings));
        }
    }

    private static void predict(final DecodedRows images, final long all, final BlockPredictor predictor,
        final int numbers, final BufferedDataContainer rows, final RunControl run) throws CanceledException {
        long done = 0;
        while (images.hasNext()) {
            final var block = new RowBlock(numbers);
            while (images.hasNext() && !block.isFull()) {
                predictor.add(images.next(run), block);
            }
            final int size = block.members().size();
            final List<DataRow> predicted;
            // waits under the node's own progress, so that it says why
            try (Compute.Lease lease = Compute.lease(run.part((double)done / all, 1))) {
                predicted = predictor.predict(block, new BlockProgress(run, done, size, all));
            }
            predicted.forEach(rows::addRowToTable);
            done += size;
        }
    }

    private static OptionalInt labels(final DataTableSpec table, final boolean several,
        final CnnPredictorNodeParameters parameters) throws InvalidSettingsException {
        return parameters.extras().loss()
            ? OptionalInt.of(Columns.label(table, parameters.m_labelColumn, kind(several))) : OptionalInt.empty();
    }

    private static Told oneClass(final List<String> classes, final Optional<EarlierPrediction> earlier) {
        final Told own = Told.mostProbable(classes);
        return earlier.map(prediction -> prediction.around(own)).orElse(own);
    }

    private static LabelKind kind(final boolean several) {
        return several ? LabelKind.LISTS : LabelKind.STRINGS;
    }

    private static double[] thresholds(final BufferedDataTable table, final List<String> classes,
        final CnnPredictorNodeParameters parameters) throws InvalidSettingsException {
        if (table != null) {
            return Thresholds.read(table, classes);
        }
        final double[] same = new double[classes.size()];
        Arrays.fill(same, parameters.m_labelThreshold);
        return same;
    }
}

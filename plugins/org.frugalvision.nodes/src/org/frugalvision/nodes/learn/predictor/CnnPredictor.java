// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.predictor;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.InferenceSettings;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.port.NetworkPortObjectSpec;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.table.Columns;
import org.frugalvision.nodes.table.ImageCell;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** What the CNN Predictor does: it reads some rows, predicts them and writes them, so memory stays bounded. */
final class CnnPredictor {

    private static final int NETWORK = 0;

    private static final int TABLE = 1;

    /** Rows held in memory at a time: enough to fill batches of any sensible size. */
    private static final int ROWS_AT_A_TIME = 1024;

    private CnnPredictor() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final CnnPredictorNodeParameters parameters = in.getParameters();
        final NetworkPortObjectSpec network = in.getInPortSpec(NETWORK);
        final DataTableSpec table = in.getInTableSpec(TABLE);
        parameters.validate();
        network.checkTrained();
        Columns.image(table, parameters.m_imageColumn);
        out.setOutSpecs(predictions(table, network.classes(), parameters).spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final CnnPredictorNodeParameters parameters = in.getParameters();
        final NetworkPortObject port = in.getInPortObject(NETWORK);
        final BufferedDataTable table = in.getInTable(TABLE);
        final ExecutionContext context = in.getExecutionContext();
        final var skipped = new Skipped("Predicted nothing for");
        final BufferedDataTable result = EngineCall.execute(context, run -> {
            final Network network = port.network();
            final var columns = predictions(table.getDataTableSpec(), network.classes(), parameters);
            final int image = Columns.image(table.getDataTableSpec(), parameters.m_imageColumn);
            final var rows = context.createDataContainer(columns.spec());
            try {
                predict(table, image, network, parameters.toSettings(), columns, rows, skipped, run);
            } finally {
                rows.close();
            }
            return rows.getTable();
        });
        out.setOutData(result);
        skipped.warning(table.size()).ifPresent(out::setWarningMessage);
    }

    private static void predict(final BufferedDataTable table, final int imageColumn, final Network network,
        final InferenceSettings settings, final PredictionColumns columns, final BufferedDataContainer rows,
        final Skipped skipped, final RunControl run) throws CanceledException {
        final List<DataRow> waiting = new ArrayList<>();
        long done = 0;
        try (var input = table.iterator()) {
            while (input.hasNext()) {
                run.checkCanceled();
                waiting.add(input.next());
                if (waiting.size() == ROWS_AT_A_TIME || !input.hasNext()) {
                    final double all = table.size();
                    flush(waiting, imageColumn, network, settings, columns, rows, skipped,
                        run.part(done / all, (done + waiting.size()) / all));
                    done += waiting.size();
                    waiting.clear();
                    run.progress(done / all,
                        "%s of %s images".formatted(Wording.value(done), Wording.value(table.size())));
                }
            }
        }
    }

    private static void flush(final List<DataRow> waiting, final int imageColumn, final Network network,
        final InferenceSettings settings, final PredictionColumns columns, final BufferedDataContainer rows,
        final Skipped skipped, final RunControl run) throws CanceledException {
        final ImageShape input = network.spec().input();
        final var builder = new ImageSetBuilder(input, List.of());
        final var predictable = new boolean[waiting.size()];
        for (int i = 0; i < predictable.length; i++) {
            final var image = ImageCell.decode(waiting.get(i), imageColumn, skipped);
            if (image.isPresent()) {
                predictable[i] = true;
                builder.add(image.get().id(), image.get().valuesForNetwork(input), ImageSet.UNLABELLED);
            }
        }
        final double[][] probabilities = network.probabilities(builder.build(), settings, run);
        int next = 0;
        for (int i = 0; i < predictable.length; i++) {
            rows.addRowToTable(predictable[i] ? columns.predicted(waiting.get(i), probabilities[next++])
                : columns.missing(waiting.get(i)));
        }
    }

    private static PredictionColumns predictions(final DataTableSpec table, final List<String> classes,
        final CnnPredictorNodeParameters parameters) throws InvalidSettingsException {
        return PredictionColumns.appendedTo(table, parameters.m_predictionColumn.strip(), classes,
            parameters.m_probabilities);
    }
}

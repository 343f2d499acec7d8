// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.predictor;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.port.NetworkPortObjectSpec;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.table.Columns;
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
        labels(table, parameters);
        EngineCall.configure(() -> parameters.targetShares(network.classes()));
        out.setOutSpecs(PredictionColumns.appendedTo(table, network.classes(), parameters).spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final CnnPredictorNodeParameters parameters = in.getParameters();
        final NetworkPortObject port = in.getInPortObject(NETWORK);
        final BufferedDataTable table = in.getInTable(TABLE);
        final ExecutionContext context = in.getExecutionContext();
        final var skipped = new Skipped("Predicted nothing for");
        final var withoutLoss = new Skipped("Gave no loss to");
        final BufferedDataTable result = EngineCall.execute(context, run -> {
            final Network network = port.network();
            final DataTableSpec spec = table.getDataTableSpec();
            final var columns = PredictionColumns.appendedTo(spec, network.classes(), parameters);
            final var predictor = new RowPredictor(network, parameters.toSettings(), columns,
                Columns.image(spec, parameters.m_imageColumn), labels(spec, parameters), parameters.m_embedding,
                parameters.correction(network), skipped, withoutLoss);
            final var rows = context.createDataContainer(columns.spec());
            try {
                predict(table, predictor, rows, run);
            } finally {
                rows.close();
            }
            return rows.getTable();
        });
        out.setOutData(result);
        final String warnings = Stream.of(skipped, withoutLoss).flatMap(rows -> rows.warning(table.size()).stream())
            .collect(Collectors.joining(" "));
        if (!warnings.isEmpty()) {
            out.setWarningMessage(warnings);
        }
    }

    private static void predict(final BufferedDataTable table, final RowPredictor predictor,
        final BufferedDataContainer rows, final RunControl run) throws CanceledException {
        final List<DataRow> waiting = new ArrayList<>();
        long done = 0;
        try (var input = table.iterator()) {
            while (input.hasNext()) {
                run.checkCanceled();
                waiting.add(input.next());
                if (waiting.size() == ROWS_AT_A_TIME || !input.hasNext()) {
                    final double all = table.size();
                    predictor.predict(waiting, run.part(done / all, (done + waiting.size()) / all))
                        .forEach(rows::addRowToTable);
                    done += waiting.size();
                    waiting.clear();
                    run.progress(done / all,
                        "%s of %s images".formatted(Wording.value(done), Wording.value(table.size())));
                }
            }
        }
    }

    private static OptionalInt labels(final DataTableSpec table, final CnnPredictorNodeParameters parameters)
        throws InvalidSettingsException {
        return parameters.m_loss ? OptionalInt.of(Columns.label(table, parameters.m_labelColumn))
            : OptionalInt.empty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.frugalvision.engine.cost.CostLedger;
import org.frugalvision.engine.explain.HeatMaps;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.port.NetworkPortObjectSpec;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.table.CostTable;
import org.frugalvision.nodes.table.DecodedRow;
import org.frugalvision.nodes.table.DecodedRows;
import org.frugalvision.nodes.table.Skipped;
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

/** What the CNN Explainer does: it reads some rows, explains them and writes them, so memory stays bounded. */
final class CnnExplainer {

    private static final int NETWORK = 0;

    private static final int TABLE = 1;

    private static final int LIST = 2;

    private CnnExplainer() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final CnnExplainerNodeParameters parameters = in.getParameters();
        final NetworkPortObjectSpec network = in.getInPortSpec(NETWORK);
        parameters.validate();
        network.checkTrained();
        out.setOutSpecs(ExplainedColumns.of(in.getInTableSpec(TABLE), parameters).spec(), CostTable.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final CnnExplainerNodeParameters parameters = in.getParameters();
        final Network network = in.<NetworkPortObject>getInPortObject(NETWORK).network();
        final BufferedDataTable table = in.getInTable(TABLE);
        final Optional<BufferedDataTable> list = Optional.ofNullable(in.getInPortObject(LIST));
        final ExecutionContext context = in.getExecutionContext();
        final var skipped = new Skipped("Explained nothing in");
        final var cold = new Skipped("Found nothing that speaks for the class in");
        final List<String> warnings = new ArrayList<>();
        final BufferedDataTable[] result = EngineCall.execute(context, run -> {
            parameters.m_device.use(run).warning().ifPresent(warnings::add);
            final WantedRows wanted = WantedRows.of(table, list, parameters.toCount(), run);
            final HeatMaps maps = new HeatMaps(network, parameters.toSettings());
            final var columns = ExplainedColumns.of(table.getDataTableSpec(), parameters);
            final var rows = context.createDataContainer(columns.spec());
            try (var images = new DecodedRows(table, columns.image())) {
                explain(images, wanted, new ExplainedBlock(network, maps, columns, skipped, cold), rows, run);
            } finally {
                rows.close();
            }
            wanted.warning().ifPresent(warnings::add);
            return new BufferedDataTable[]{rows.getTable(),
                CostTable.create(CostLedger.of(List.of(maps.entry())), context)};
        });
        out.setOutData(result);
        final long explained = result[0].size();
        Stream.of(skipped.warning(explained), cold.warning(explained)).flatMap(Optional::stream)
            .forEach(warnings::add);
        if (!warnings.isEmpty()) {
            out.setWarningMessage(String.join(" ", warnings));
        }
    }

    private static void explain(final DecodedRows images, final WantedRows wanted, final ExplainedBlock block,
        final BufferedDataContainer rows, final RunControl run) throws CanceledException {
        while (images.hasNext() && !wanted.complete()) {
            final DecodedRow row = images.next(run);
            if (wanted.takes(row.row().getKey().getString())) {
                if (block.isFullFor(row)) {
                    block.flush(rows, wanted.run(run, rows.size(), block.size()));
                }
                block.add(row);
            }
        }
        block.flush(rows, wanted.run(run, rows.size(), block.size()));
    }
}

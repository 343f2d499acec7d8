// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.reduce.quantizer;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.quantize.Quantization;
import org.frugalvision.engine.quantize.QuantizationResult;
import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.port.NetworkPortObjectSpec;
import org.frugalvision.nodes.table.LabelledTables;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.table.CostTable;
import org.frugalvision.nodes.table.NumberCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
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

/** What the CNN Quantizer does. */
final class CnnQuantizer {

    private static final int TABLE = 1;

    private static final double DECODED = 0.1;

    private static final DataTableSpec LAYERS = new DataTableSpec(
        new DataColumnSpecCreator("Layer", StringCell.TYPE).createSpec(), NumberCells.ints("Weights"),
        NumberCells.ints("Bits"), NumberCells.doubles("Mean squared error"),
        NumberCells.doubles("Rise of the loss alone"), NumberCells.doubles("Least activation"),
        NumberCells.doubles("Largest activation"));

    private static final DataTableSpec COMPARISON =
        new DataTableSpec(NumberCells.doubles("Accuracy"), NumberCells.longs("File (bytes)"),
            NumberCells.longs("Bit operations of an image"), NumberCells.doubles("Time of a single image (ms)"),
            NumberCells.doubles("Spread of a single image (ms)"),
            NumberCells.doubles("Time of an image in a batch (ms)"),
            NumberCells.doubles("Spread of an image in a batch (ms)"));

    private CnnQuantizer() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final CnnQuantizerNodeParameters parameters = in.getParameters();
        final NetworkPortObjectSpec network = in.getInPortSpec(0);
        parameters.validate();
        network.checkTrained();
        network.checkOneClass();
        LabelledTables.check(in.getInTableSpec(TABLE), null, parameters.m_imageColumn, parameters.m_labelColumn);
        out.setOutSpecs(new PortObjectSpec[]{
            NetworkPortObjectSpec.trained(network.architecture(), network.classes()), LAYERS, COMPARISON,
            CostTable.spec()});
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final CnnQuantizerNodeParameters parameters = in.getParameters();
        final Network network = in.<NetworkPortObject>getInPortObject(0).network();
        final ExecutionContext context = in.getExecutionContext();
        final List<String> warnings = new ArrayList<>();
        final QuantizationResult result = EngineCall.execute(context, run -> {
            parameters.m_device.use(run).warning().ifPresent(warnings::add);
            try (var images = LabelledTables.read(in.getInTable(TABLE), null, parameters.m_imageColumn,
                parameters.m_labelColumn, warnings, run.part(0, DECODED))) {
                return new Quantization(network, images.first(), parameters.toSettings(), parameters.fineTuning())
                    .quantize(run.part(DECODED, 1));
            }
        });
        warnings.addAll(result.warnings());
        out.setOutData(new PortObject[]{NetworkPortObject.trained(result.network(), context),
            layers(result, context), comparison(result, context),
            CostTable.create(result.network().history().ledger(), context)});
        if (!warnings.isEmpty()) {
            out.setWarningMessage(String.join(" ", warnings));
        }
    }

    private static BufferedDataTable layers(final QuantizationResult result, final ExecutionContext context) {
        final var rows = context.createDataContainer(LAYERS);
        for (final QuantizationResult.Layer layer : result.layers()) {
            rows.addRowToTable(new DefaultRow(new RowKey(layer.name()), new StringCell(layer.name()),
                new IntCell(layer.weights()), new IntCell(layer.bits()), new DoubleCell(layer.error()),
                Double.isNaN(layer.lossAlone()) ? DataType.getMissingCell() : new DoubleCell(layer.lossAlone()),
                new DoubleCell(layer.least()), new DoubleCell(layer.most())));
        }
        rows.close();
        return rows.getTable();
    }

    private static BufferedDataTable comparison(final QuantizationResult result, final ExecutionContext context) {
        final var rows = context.createDataContainer(COMPARISON);
        rows.addRowToTable(row("Before", result.before()));
        rows.addRowToTable(row("After", result.after()));
        rows.close();
        return rows.getTable();
    }

    private static DefaultRow row(final String name, final QuantizationResult.Side side) {
        return new DefaultRow(new RowKey(name), new DataCell[]{new DoubleCell(side.accuracy()),
            new LongCell(side.bytes()), new LongCell(side.bitOperations()), new DoubleCell(side.single().median()),
            new DoubleCell(side.single().spread()), new DoubleCell(side.batch().median()),
            new DoubleCell(side.batch().spread())});
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.reduce.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.picture.Curve;
import org.frugalvision.engine.picture.LineChart;
import org.frugalvision.engine.prune.SensitivityScan;
import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.port.NetworkPortObjectSpec;
import org.frugalvision.nodes.table.LabelledTables;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.table.CostTable;
import org.frugalvision.nodes.table.NumberCells;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
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

/** What Pruning Sensitivity does. */
final class PruningSensitivity {

    private static final int TABLE = 1;

    private static final double DECODED = 0.1;

    /** More lines cannot be told apart in a picture. */
    private static final int MOST_CURVES = 6;

    private PruningSensitivity() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final PruningSensitivityNodeParameters parameters = in.getParameters();
        final NetworkPortObjectSpec network = in.getInPortSpec(0);
        parameters.validate();
        network.checkTrained();
        network.checkOneClass();
        LabelledTables.check(in.getInTableSpec(TABLE), null, parameters.m_imageColumn, parameters.m_labelColumn);
        out.setOutSpecs(
            new PortObjectSpec[]{spec(), CostTable.spec(), new ImagePortObjectSpec(PNGImageContent.TYPE)});
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final PruningSensitivityNodeParameters parameters = in.getParameters();
        final Network network = in.<NetworkPortObject>getInPortObject(0).network();
        final ExecutionContext context = in.getExecutionContext();
        final List<String> warnings = new ArrayList<>();
        final SensitivityScan scan = EngineCall.execute(context, run -> {
            parameters.m_device.use(run).warning().ifPresent(warnings::add);
            try (var images = LabelledTables.read(in.getInTable(TABLE), null, parameters.m_imageColumn,
                parameters.m_labelColumn, warnings, run.part(0, DECODED))) {
                return parameters.toSettings().of(network, images.first(), run.part(DECODED, 1));
            }
        });
        out.setOutData(
            new PortObject[]{table(scan, context), CostTable.create(scan.ledger(), context), picture(scan)});
        if (!warnings.isEmpty()) {
            out.setWarningMessage(String.join(" ", warnings));
        }
    }

    private static DataTableSpec spec() {
        return new DataTableSpec(NumberCells.ints("Group"),
            new DataColumnSpecCreator("Layers", StringCell.TYPE).createSpec(), NumberCells.ints("Channels"),
            NumberCells.ints("Channels left"), NumberCells.longs("Parameters"), NumberCells.longs("Multiply-adds"),
            NumberCells.doubles("Accuracy"), NumberCells.doubles("Loss of accuracy"));
    }

    private static BufferedDataTable table(final SensitivityScan scan, final ExecutionContext context) {
        final var rows = context.createDataContainer(spec());
        for (final SensitivityScan.Point point : scan.points()) {
            rows.addRowToTable(new DefaultRow(
                new RowKey("Group %d, %d left (%d)".formatted(point.group().id(), point.kept(), rows.size() + 1)),
                new IntCell(point.group().id()), new StringCell(String.join(", ", point.group().layers())),
                new IntCell(point.group().channels()), new IntCell(point.kept()), new LongCell(point.parameters()),
                new LongCell(point.multiplyAdds()), new DoubleCell(point.accuracy()),
                new DoubleCell(scan.accuracy() - point.accuracy())));
        }
        rows.close();
        return rows.getTable();
    }

    /** The most sensitive layers: accuracy against percent of channels removed. */
    private static ImagePortObject picture(final SensitivityScan scan) {
        final Map<Integer, List<SensitivityScan.Point>> groups = new LinkedHashMap<>();
        scan.points().forEach(point -> groups.computeIfAbsent(point.group().id(), id -> new ArrayList<>()).add(point));
        final List<List<SensitivityScan.Point>> curves = new ArrayList<>(groups.values());
        curves.sort((a, b) -> Double.compare(last(a), last(b)));
        final List<Curve> shown = curves.stream().limit(MOST_CURVES).map(points -> curve(points, scan)).toList();
        final byte[] png = new LineChart("Accuracy without channels of one layer (the most sensitive layers)",
            "Channels removed (percent)", "Accuracy", shown, "", List.of(), OptionalInt.empty()).png();
        return new ImagePortObject(new PNGImageContent(png), new ImagePortObjectSpec(PNGImageContent.TYPE));
    }

    private static double last(final List<SensitivityScan.Point> points) {
        return points.get(points.size() - 1).accuracy();
    }

    private static Curve curve(final List<SensitivityScan.Point> points, final SensitivityScan scan) {
        final double[] x = new double[points.size() + 1];
        final double[] y = new double[points.size() + 1];
        final double percent = 100.0 / points.get(0).group().channels();
        Arrays.setAll(x, i -> i == 0 ? 0 : 100 - percent * points.get(i - 1).kept());
        Arrays.setAll(y, i -> i == 0 ? scan.accuracy() : points.get(i - 1).accuracy());
        return new Curve(points.get(0).group().layers().get(0), x, y, false);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.resize;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.load.TargetSize;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.image.MultiBandImageValue;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.table.Columns;
import org.frugalvision.nodes.table.ImageCell;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** What the Image Resizer does. */
final class ImageResizer {

    private ImageResizer() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ImageResizerNodeParameters parameters = in.getParameters();
        final DataTableSpec table = in.getInTableSpec(0);
        parameters.validate();
        out.setOutSpecs(spec(table, Columns.image(table, parameters.m_imageColumn)));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ImageResizerNodeParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        final ExecutionContext context = in.getExecutionContext();
        final var skipped = new Skipped("Could not resize");
        final BufferedDataTable resized =
            EngineCall.execute(context, run -> resize(table, parameters, skipped, context, run));
        out.setOutData(resized);
        skipped.warning(table.size()).ifPresent(out::setWarningMessage);
    }

    private static BufferedDataTable resize(final BufferedDataTable table, final ImageResizerNodeParameters parameters,
        final Skipped skipped, final ExecutionContext context, final RunControl run)
        throws CanceledException, InvalidSettingsException {
        final TargetSize size = parameters.toSize();
        final int background = parameters.toBackground();
        final int column = Columns.image(table.getDataTableSpec(), parameters.m_imageColumn);
        final var resized = context.createDataContainer(spec(table.getDataTableSpec(), column));
        try (var rows = table.iterator()) {
            for (long i = 0; rows.hasNext(); i++) {
                run.checkCanceled();
                final DataRow row = rows.next();
                final DataCell[] cells = row.stream().toArray(DataCell[]::new);
                cells[column] = resized(row, column, size, background, skipped);
                resized.addRowToTable(new DefaultRow(row.getKey(), cells));
                run.progress((i + 1.0) / table.size(),
                    "image %s of %s".formatted(Wording.value(i + 1), Wording.value(table.size())));
            }
        } finally {
            resized.close();
        }
        return resized.getTable();
    }

    private static DataCell resized(final DataRow row, final int column, final TargetSize size, final int background,
        final Skipped skipped) {
        final DataCell cell = row.getCell(column);
        if (cell instanceof MultiBandImageValue bands) {
            return resized(cell, bands.getImage(), true, size, background);
        }
        return ImageCell.decode(row, column, skipped)
            .map(image -> resized(cell, image.image(), false, size, background)).orElseGet(DataType::getMissingCell);
    }

    private static DataCell resized(final DataCell cell, final DecodedImage image, final boolean bands,
        final TargetSize size, final int background) {
        final DecodedImage result = size.apply(image, bands, background);
        return result == image ? cell : ImageCell.of(result, bands)[0];
    }

    /** The column keeps its name and kind; what KNIME knew of its values is gone. */
    private static DataTableSpec spec(final DataTableSpec table, final int column) {
        final DataColumnSpec[] columns = table.stream().toArray(DataColumnSpec[]::new);
        final boolean bands = columns[column].getType().isCompatible(MultiBandImageValue.class);
        columns[column] = new DataColumnSpecCreator(columns[column].getName(),
            ImageCell.columns(bands).get(0).getType()).createSpec();
        return new DataTableSpec(table.getName(), columns);
    }
}

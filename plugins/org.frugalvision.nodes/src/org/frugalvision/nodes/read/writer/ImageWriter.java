// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.writer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.image.TiffImages;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.image.MultiBandImageValue;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.run.FolderPaths;
import org.frugalvision.nodes.run.OutputFile;
import org.frugalvision.nodes.run.OutputFile.Existing;
import org.frugalvision.nodes.table.Columns;
import org.frugalvision.nodes.table.ImageCell;
import org.frugalvision.nodes.table.LabelColumn;
import org.frugalvision.nodes.table.NumberCells;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** What the Image Writer does. */
final class ImageWriter {

    private static final DataTableSpec REPORT =
        new DataTableSpec("Report", new DataColumnSpecCreator("path", StringCell.TYPE).createSpec(),
            NumberCells.longs("bytes"), new DataColumnSpecCreator("problem", StringCell.TYPE).createSpec());

    private static final double PLANNED = 0.1;

    private ImageWriter() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ImageWriterNodeParameters parameters = in.getParameters();
        FolderPaths.check("Folder", parameters.m_folder);
        columns(in.getInTableSpec(0), parameters);
        out.setOutSpecs(REPORT);
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ImageWriterNodeParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        final Path folder = FolderPaths.target("Folder", parameters.m_folder);
        final ExecutionContext context = in.getExecutionContext();
        final var skipped = new Skipped("Did not write");
        final List<String> warnings = new ArrayList<>();
        final BufferedDataTable report = EngineCall.execute(context, run -> {
            if (parameters.m_folderPerClass) {
                LabelColumn.check(table, parameters.m_labelColumn, warnings);
            }
            return write(table, folder, parameters, skipped, context, run);
        });
        out.setOutData(report);
        skipped.warning(table.size()).ifPresent(warnings::add);
        if (!warnings.isEmpty()) {
            out.setWarningMessage(String.join(" ", warnings));
        }
    }

    private static BufferedDataTable write(final BufferedDataTable table, final Path folder,
        final ImageWriterNodeParameters parameters, final Skipped skipped, final ExecutionContext context,
        final RunControl run) throws CanceledException, InvalidSettingsException, KNIMEException {
        final int[] columns = columns(table.getDataTableSpec(), parameters);
        if (parameters.m_existing == Existing.FAIL) {
            refuseExisting(table, columns, folder, run.part(0, PLANNED));
        }
        final var names = new FileNames(folder, extension(table.getDataTableSpec(), columns));
        final var report = context.createDataContainer(REPORT);
        final RunControl writing = run.part(PLANNED, 1);
        try (var rows = table.iterator()) {
            for (long i = 0; rows.hasNext(); i++) {
                writing.checkCanceled();
                final DataRow row = rows.next();
                report.addRowToTable(new DefaultRow(row.getKey(),
                    write(row, columns, names.of(row, columns[1]), parameters.m_existing, skipped)));
                writing.progress((i + 1.0) / table.size(), "writing image %s of %s".formatted(Wording.value(i + 1),
                    Wording.value(table.size())));
            }
        } finally {
            report.close();
        }
        return report.getTable();
    }

    /** Asks all names before anything is written: half a folder helps nobody. */
    private static void refuseExisting(final BufferedDataTable table, final int[] columns, final Path folder,
        final RunControl run) throws CanceledException {
        final var names = new FileNames(folder, extension(table.getDataTableSpec(), columns));
        try (var rows = table.iterator()) {
            while (rows.hasNext()) {
                run.checkCanceled();
                final Path file = names.of(rows.next(), columns[1]);
                if (Files.exists(file)) {
                    throw new DataException(Wording.file(file), "the file exists already; nothing was written.",
                        "Choose \"Overwrite\" in \"If a file exists\".", "Choose an empty folder.");
                }
            }
        }
    }

    private static DataCell[] write(final DataRow row, final int[] columns, final Path file, final Existing existing,
        final Skipped skipped) throws KNIMEException {
        // a damaged PNG would be written like a good one
        if (ImageCell.decode(row, columns[0], skipped).isEmpty()) {
            return new DataCell[]{DataType.getMissingCell(), DataType.getMissingCell(), new StringCell(
                row.getCell(columns[0]).isMissing() ? "the image is missing" : "the image is not readable")};
        }
        final byte[] content = content(row.getCell(columns[0]));
        OutputFile.write(file, existing, out -> out.write(content));
        return new DataCell[]{new StringCell(file.toString()), new LongCell(content.length),
            DataType.getMissingCell()};
    }

    private static byte[] content(final DataCell image) {
        return image instanceof MultiBandImageValue bands ? TiffImages.encode(bands.getImage())
            : ((PNGImageValue)image).getImageContent().getByteArrayReference();
    }

    private static String extension(final DataTableSpec table, final int[] columns) {
        return table.getColumnSpec(columns[0]).getType().isCompatible(MultiBandImageValue.class) ? ".tif" : ".png";
    }

    /** Image and label column, -1 without folders per class. */
    private static int[] columns(final DataTableSpec table, final ImageWriterNodeParameters parameters)
        throws InvalidSettingsException {
        return new int[]{Columns.image(table, parameters.m_imageColumn),
            parameters.m_folderPerClass ? Columns.label(table, parameters.m_labelColumn) : -1};
    }
}

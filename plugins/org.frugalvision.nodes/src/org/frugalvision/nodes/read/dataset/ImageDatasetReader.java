// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.load.ArchiveLoader;
import org.frugalvision.engine.load.BenchmarkPart;
import org.frugalvision.engine.load.Colours;
import org.frugalvision.engine.load.DecodeSettings;
import org.frugalvision.engine.load.LeftOut;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.run.FilePaths;
import org.frugalvision.nodes.run.FolderPaths;
import org.frugalvision.nodes.table.ImageCell;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** What the Image Dataset Reader does. */
final class ImageDatasetReader {

    /** Larger images are left out before they are decoded. */
    private static final long MOST_PIXELS = 100_000_000;

    private static final DecodeSettings AS_STORED =
        new DecodeSettings(Colours.KEEP, Optional.empty(), 0, MOST_PIXELS);

    private ImageDatasetReader() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ImageDatasetReaderNodeParameters parameters = in.getParameters();
        if (parameters.findsFiles()) {
            FolderPaths.check("Folder", parameters.m_folder);
        } else {
            FilePaths.check("Images file", parameters.m_imagesFile);
        }
        if (parameters.namesLabelsFile()) {
            FilePaths.check("Labels file", parameters.m_labelsFile);
        }
        parameters.validate();
        out.setOutSpecs(spec(parameters, ClassNames.beforeReading(parameters)));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ImageDatasetReaderNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final List<String> warnings = new ArrayList<>();
        final BufferedDataTable table = EngineCall.execute(context, run -> {
            if (parameters.isArchive()) {
                return table(FilePaths.resolve("Images file", parameters.m_imagesFile), parameters, warnings, context,
                    run);
            }
            final List<DatasetPart> parts = DatasetPart.open(parameters);
            try {
                return table(parts, DatasetClasses.of(parts, names(parameters)), parameters, context, run);
            } finally {
                parts.forEach(DatasetPart::close);
            }
        });
        out.setOutData(table);
        if (!warnings.isEmpty()) {
            out.setWarningMessage(String.join(" ", warnings));
        }
    }

    private static BufferedDataTable table(final Path archive, final ImageDatasetReaderNodeParameters parameters,
        final List<String> warnings, final ExecutionContext context, final RunControl run) throws CanceledException {
        final var rows = context.createDataContainer(spec(parameters, List.of()));
        try {
            final var images = new ArchiveTable(rows, parameters.m_rowIdPrefix, parameters.first(),
                parameters.end(Long.MAX_VALUE));
            final LeftOut leftOut = ArchiveLoader.load(archive, BenchmarkPart.scan(parameters.m_part.parts()),
                AS_STORED, 0, images, run);
            if (images.count() == 0) {
                throw new DataException(Wording.file(archive),
                    "there is no image to read, %s not asked for. %s".formatted(Wording.count(leftOut.files(),
                        "file was", "files were"), String.join(" ", images.warnings())).strip(),
                    "Check \"Part\".", "Choose another archive.");
            }
            parameters.checkFirst(images.count());
            leftOut.warning().ifPresent(warnings::add);
            warnings.addAll(images.warnings());
            rows.close();
            return context.createSpecReplacerTable(rows.getTable(), spec(parameters, images.labels()));
        } finally {
            rows.close();
        }
    }

    private static BufferedDataTable table(final List<DatasetPart> parts, final DatasetClasses classes,
        final ImageDatasetReaderNodeParameters parameters, final ExecutionContext context, final RunControl run)
        throws CanceledException {
        final long all = parts.stream().mapToLong(part -> part.labels().count()).sum();
        parameters.checkFirst(all);
        final long first = parameters.first();
        final long end = parameters.end(all);
        final var rows = context.createDataContainer(spec(parameters, classes.names()));
        try (var encoded = new EncodedRows(parameters.hasBands(), rows)) {
            long number = 0;
            for (final DatasetPart part : parts) {
                final DataCell[] labelCells = part.labels().values().stream()
                    .map(value -> new StringCell(classes.nameOf(value, part))).toArray(DataCell[]::new);
                for (int i = 0; part.images().hasNext() && number < end; i++, number++) {
                    run.checkCanceled();
                    final var image =
                        new DecodedImage(part.images().shape(), part.images().type(), part.images().next());
                    if (number >= first) {
                        encoded.add(new RowKey(parameters.m_rowIdPrefix + number), image,
                            labelCells[part.labels().indices()[i]], run);
                    }
                    run.progress((number + 1.0) / end,
                        "image %s of %s".formatted(Wording.value(number + 1), Wording.value(end)));
                }
            }
            encoded.finish(run);
        } finally {
            rows.close();
        }
        return rows.getTable();
    }

    /** The given class names; empty without them. */
    private static List<String> names(final ImageDatasetReaderNodeParameters parameters)
        throws InvalidSettingsException, KNIMEException {
        return parameters.hasClassNamesFile()
            ? ClassNames.read(FilePaths.resolve("Class names file", parameters.m_names.m_file))
            : ClassNames.of(parameters);
    }

    private static DataTableSpec spec(final ImageDatasetReaderNodeParameters parameters, final List<String> names) {
        final var label = new DataColumnSpecCreator("label", StringCell.TYPE);
        if (!names.isEmpty()) {
            label.setDomain(new DataColumnDomainCreator(
                names.stream().map(StringCell::new).toArray(DataCell[]::new)).createDomain());
        }
        final List<DataColumnSpec> columns = new ArrayList<>(ImageCell.columns(parameters.hasBands()));
        columns.add(label.createSpec());
        if (parameters.isArchive()) {
            columns.add(new DataColumnSpecCreator("path", StringCell.TYPE).createSpec());
        }
        return new DataTableSpec("Images", columns.toArray(DataColumnSpec[]::new));
    }
}

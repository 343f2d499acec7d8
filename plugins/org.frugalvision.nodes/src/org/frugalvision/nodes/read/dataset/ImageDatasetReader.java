// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.dataset;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.ChannelOrder;
import org.frugalvision.engine.image.IdxImages;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.run.EngineCall;
import org.frugalvision.nodes.run.FilePaths;
import org.frugalvision.nodes.table.ImageCell;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageContent;
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

    private ImageDatasetReader() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ImageDatasetReaderNodeParameters parameters = in.getParameters();
        FilePaths.check("Images file", parameters.m_imagesFile);
        FilePaths.check("Labels file", parameters.m_labelsFile);
        out.setOutSpecs(spec(ClassNames.parse(parameters.m_classNames)));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ImageDatasetReaderNodeParameters parameters = in.getParameters();
        final Path imagesFile = FilePaths.resolve("Images file", parameters.m_imagesFile);
        final Path labelsFile = FilePaths.resolve("Labels file", parameters.m_labelsFile);
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = EngineCall.execute(context, run -> {
            try (var images = IdxImages.open(imagesFile, ChannelOrder.LAST)) {
                final int[] labels = images.readLabels(labelsFile);
                return table(images, labels, names(parameters, labels, labelsFile), parameters.m_rowIdPrefix, context,
                    run);
            }
        });
        out.setOutData(table);
    }

    private static BufferedDataTable table(final IdxImages images, final int[] labels, final List<String> names,
        final String rowIdPrefix, final ExecutionContext context, final RunControl run) throws CanceledException {
        final DataCell[] labelCells = names.stream().map(StringCell::new).toArray(DataCell[]::new);
        final var rows = context.createDataContainer(spec(names));
        try {
            for (int i = 0; images.hasNext(); i++) {
                run.checkCanceled();
                rows.addRowToTable(new DefaultRow(new RowKey(rowIdPrefix + i),
                    ImageCell.of(images.shape(), images.next()), labelCells[labels[i]]));
                run.progress((i + 1.0) / images.count(),
                    "image %s of %s".formatted(Wording.value(i + 1), Wording.value(images.count())));
            }
        } finally {
            rows.close();
        }
        return rows.getTable();
    }

    /** The given class names, or without them the numbers up to the highest label. */
    private static List<String> names(final ImageDatasetReaderNodeParameters parameters, final int[] labels,
        final Path labelsFile) throws InvalidSettingsException {
        final List<String> names = ClassNames.parse(parameters.m_classNames);
        final int highest = Arrays.stream(labels).max().orElse(-1);
        if (names.isEmpty()) {
            return IntStream.rangeClosed(0, highest).mapToObj(Integer::toString).toList();
        }
        if (highest >= names.size()) {
            throw new DataException(Wording.file(labelsFile),
                "it holds the label %s, but there are %s, for labels 0 to %s.".formatted(Wording.value(highest),
                    Wording.count(names.size(), "class name", "class names"), Wording.value(names.size() - 1)),
                "Give a name for every label in \"Class names\".");
        }
        return names;
    }

    private static DataTableSpec spec(final List<String> names) {
        final var image = new DataColumnSpecCreator("image", PNGImageContent.TYPE);
        final var label = new DataColumnSpecCreator("label", StringCell.TYPE);
        if (!names.isEmpty()) {
            label.setDomain(new DataColumnDomainCreator(
                names.stream().map(StringCell::new).toArray(DataCell[]::new)).createDomain());
        }
        return new DataTableSpec("Images", image.createSpec(), label.createSpec());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.folder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.load.FoundFile;
import org.frugalvision.engine.load.ImageSink;
import org.frugalvision.engine.load.Labelling;
import org.frugalvision.engine.load.LoadedImage;
import org.frugalvision.engine.load.NaturalOrder;
import org.frugalvision.engine.load.Rejection;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.read.folder.FolderReaderChoices.Source;
import org.frugalvision.nodes.table.ImageCell;
import org.frugalvision.nodes.table.NumberCells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Writes the table of the images that could be read; the others go to the rejected ones. */
final class LoadedTable implements ImageSink, AutoCloseable {

    private final ImageFolderReaderNodeParameters m_parameters;

    private final RejectedTable m_rejected;

    private final ExecutionContext m_context;

    private final BufferedDataContainer m_rows;

    private final Labelling m_grouping;

    private final TreeSet<String> m_labels = new TreeSet<>(NaturalOrder.INSTANCE);

    private long m_images;

    private long m_unlabelled;

    private String m_firstUnlabelled = "";

    LoadedTable(final ImageFolderReaderNodeParameters parameters, final RejectedTable rejected,
        final ExecutionContext context) {
        m_parameters = parameters;
        m_rejected = rejected;
        m_context = context;
        m_grouping = parameters.toGrouping();
        m_rows = context.createDataContainer(spec(parameters, List.of()));
    }

    /** The columns; {@code labels} are the possible values of the label column, none if they are not known yet. */
    static DataTableSpec spec(final ImageFolderReaderNodeParameters parameters, final Collection<String> labels) {
        final List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(new DataColumnSpecCreator("image", PNGImageContent.TYPE).createSpec());
        if (parameters.m_labelSource != Source.NONE) {
            final var label = new DataColumnSpecCreator("label", StringCell.TYPE);
            if (!labels.isEmpty()) {
                label.setDomain(new DataColumnDomainCreator(
                    labels.stream().map(StringCell::new).toArray(DataCell[]::new)).createDomain());
            }
            columns.add(label.createSpec());
        }
        if (parameters.m_groupSource != Source.NONE) {
            columns.add(new DataColumnSpecCreator("group", StringCell.TYPE).createSpec());
        }
        columns.add(new DataColumnSpecCreator("path", StringCell.TYPE).createSpec());
        columns.add(NumberCells.ints("width"));
        columns.add(NumberCells.ints("height"));
        columns.add(NumberCells.ints("channels"));
        columns.add(NumberCells.longs("bytes"));
        return new DataTableSpec("Images", columns.toArray(DataColumnSpec[]::new));
    }

    @Override
    public void image(final FoundFile file, final LoadedImage image) {
        final List<DataCell> cells = new ArrayList<>();
        cells.add(ImageCell.of(image.image().shape(), image.image().values()));
        if (m_parameters.m_labelSource != Source.NONE) {
            cells.add(text(file.label()));
            file.label().ifPresentOrElse(m_labels::add, () -> countUnlabelled(file));
        }
        if (m_parameters.m_groupSource != Source.NONE) {
            cells.add(text(m_grouping.of(file.id())));
        }
        final ImageShape original = image.original();
        cells.add(new StringCell(file.file().toAbsolutePath().normalize().toString()));
        cells.add(new IntCell(original.width()));
        cells.add(new IntCell(original.height()));
        cells.add(new IntCell(original.channels()));
        cells.add(new LongCell(file.bytes()));
        m_rows.addRowToTable(new DefaultRow(new RowKey(file.id()), cells.toArray(DataCell[]::new)));
        m_images++;
    }

    @Override
    public void rejected(final Rejection rejection) {
        m_rejected.add(rejection);
    }

    /** The finished table; its label column lists the labels that occur, in natural order. */
    BufferedDataTable table() {
        m_rows.close();
        final BufferedDataTable table = m_rows.getTable();
        return m_labels.isEmpty() ? table
            : m_context.createSpecReplacerTable(table, withLabels(table.getDataTableSpec()));
    }

    /** One sentence on images without label, if there are any. */
    Optional<String> unlabelled() {
        return m_unlabelled == 0 ? Optional.empty() : Optional.of("%s of %s no label, the first is %s.".formatted(
            Wording.value(m_unlabelled), Wording.count(m_images, "image has", "images have"),
            Wording.row(m_firstUnlabelled)));
    }

    /** Ends the table where the reading ended early. */
    @Override
    public void close() {
        m_rows.close();
    }

    /** KNIME lists the values of a column only up to 60; all classes must be known. */
    private DataTableSpec withLabels(final DataTableSpec spec) {
        final DataColumnSpec[] columns = spec.stream().toArray(DataColumnSpec[]::new);
        final int label = spec.findColumnIndex("label");
        columns[label] = spec(m_parameters, m_labels).getColumnSpec(label);
        return new DataTableSpec(spec.getName(), columns);
    }

    private void countUnlabelled(final FoundFile file) {
        if (m_unlabelled++ == 0) {
            m_firstUnlabelled = file.id();
        }
    }

    private static DataCell text(final Optional<String> text) {
        return text.<DataCell>map(StringCell::new).orElseGet(DataType::getMissingCell);
    }
}

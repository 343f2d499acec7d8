// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.frugalvision.engine.image.ClassName;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.load.FoundFile;
import org.frugalvision.engine.load.ImageSink;
import org.frugalvision.engine.load.LoadedImage;
import org.frugalvision.engine.load.NaturalOrder;
import org.frugalvision.engine.load.Rejection;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.table.ImageCell;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Writes the table of the images that could be read; the others go to the rejected ones. */
final class LoadedTable implements ImageSink<LoadedTable.Cells>, AutoCloseable {

    /** What is kept of an image: its cells, whether it was rounded, and its shape in the file. */
    record Cells(DataCell[] cells, boolean rounded, ImageShape original) {
    }

    private final FolderColumns m_columns;

    private final Map<String, List<String>> m_further;

    private final String m_separator;

    private final RejectedTable m_rejected;

    private final ExecutionContext m_context;

    private final BufferedDataContainer m_rows;

    private final TreeSet<String> m_labels = new TreeSet<>(NaturalOrder.INSTANCE);

    private final UniqueIds m_ids = new UniqueIds();

    private long m_images;

    private long m_rounded;

    private long m_unlabelled;

    private String m_firstUnlabelled = "";

    /**
     * @param further per image the values of the further columns; nothing if there are none
     * @param separator stands between the labels of an image where there are lists of them
     */
    LoadedTable(final FolderColumns columns, final Map<String, List<String>> further, final String separator,
        final RejectedTable rejected, final ExecutionContext context) {
        m_separator = separator;
        m_columns = columns;
        m_further = further;
        m_rejected = rejected;
        m_context = context;
        m_rows = context.createDataContainer(columns.spec(List.of()));
    }

    @Override
    public Cells prepare(final LoadedImage image) {
        return new Cells(ImageCell.of(image.image(), m_columns.bands()), image.rounded(), image.original());
    }

    @Override
    public void image(final FoundFile file, final Cells image) {
        final List<DataCell> cells = new ArrayList<>(List.of(image.cells()));
        m_rounded += image.rounded() ? 1 : 0;
        if (m_columns.lists()) {
            cells.add(LabelList.of(file.label(), m_separator));
        } else if (m_columns.label()) {
            cells.add(text(file.label()));
            file.label().ifPresentOrElse(m_labels::add, () -> countUnlabelled(file));
        }
        if (m_columns.group()) {
            cells.add(text(file.group()));
        }
        final ImageShape original = image.original();
        cells.add(new StringCell(file.file().toAbsolutePath().normalize().toString()));
        cells.add(new IntCell(original.width()));
        cells.add(new IntCell(original.height()));
        cells.add(new IntCell(original.channels()));
        cells.add(new LongCell(file.bytes()));
        m_further.getOrDefault(file.id(), List.of()).forEach(value -> cells.add(new StringCell(value)));
        m_rows.addRowToTable(new DefaultRow(new RowKey(m_ids.of(file.id())), cells.toArray(DataCell[]::new)));
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
            : m_context.createSpecReplacerTable(table, m_columns.withLabels(table.getDataTableSpec(), m_labels));
    }

    /** How many images there are. */
    long count() {
        return m_images;
    }

    /** One sentence on images without label, if there are any. */
    Optional<String> unlabelled() {
        return m_unlabelled == 0 ? Optional.empty() : Optional.of("%s of %s no label, the first is %s.".formatted(
            Wording.value(m_unlabelled), Wording.count(m_images, "image has", "images have"),
            Wording.row(m_firstUnlabelled)));
    }

    /** One sentence on labels that differ in capitals only, if there are any. */
    Optional<String> alike() {
        return ClassName.alike(m_labels);
    }

    /** One sentence on images of 16 bits that lost 8 of them, if there are any. */
    Optional<String> rounded() {
        return m_rounded == 0 ? Optional.empty() : Optional.of("Rounded %s of 16 bits to 8; \"All bands\" keeps them."
            .formatted(Wording.count(m_rounded, "image", "images")));
    }

    /** Ends the table where the reading ended early. */
    @Override
    public void close() {
        m_rows.close();
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

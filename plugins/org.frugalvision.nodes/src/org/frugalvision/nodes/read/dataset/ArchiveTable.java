// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.frugalvision.engine.image.ClassName;
import org.frugalvision.engine.load.FoundFile;
import org.frugalvision.engine.load.ImageSink;
import org.frugalvision.engine.load.LoadedImage;
import org.frugalvision.engine.load.NaturalOrder;
import org.frugalvision.engine.load.Rejection;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.table.ImageCell;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;

/** Writes the images of an archive into rows, those of a range only; counts what gives no image or has no label. */
final class ArchiveTable implements ImageSink<ArchiveTable.Cell> {

    /** What is kept of an image: its cell, and whether it was rounded. */
    record Cell(DataCell cell, boolean rounded) {
    }

    private final BufferedDataContainer m_rows;

    private final String m_rowIdPrefix;

    private final long m_first;

    private final long m_end;

    private final TreeSet<String> m_labels = new TreeSet<>(NaturalOrder.INSTANCE);

    private final Skipped m_unlabelled = new Skipped("Found no label for");

    private long m_images;

    private long m_rounded;

    private long m_rejected;

    private Rejection m_firstRejected;

    /** {@code first} and {@code end}, which is not read any more, count images from 0. */
    ArchiveTable(final BufferedDataContainer rows, final String rowIdPrefix, final long first, final long end) {
        m_rows = rows;
        m_rowIdPrefix = rowIdPrefix;
        m_first = first;
        m_end = end;
    }

    @Override
    public boolean wantsMore() {
        return m_images < m_end;
    }

    @Override
    public Cell prepare(final LoadedImage image) {
        return new Cell(ImageCell.of(image.image(), false)[0], image.rounded());
    }

    @Override
    public void image(final FoundFile file, final Cell image) {
        if (m_images >= m_first && m_images < m_end) {
            final String id = m_rowIdPrefix + m_images;
            final Optional<String> label = file.label();
            label.ifPresentOrElse(m_labels::add, () -> m_unlabelled.add(id, "its file lies in no folder"));
            m_rounded += image.rounded() ? 1 : 0;
            m_rows.addRowToTable(new DefaultRow(new RowKey(id), image.cell(),
                label.<DataCell>map(StringCell::new).orElseGet(DataType::getMissingCell), new StringCell(file.id())));
        }
        m_images++;
    }

    @Override
    public void rejected(final Rejection rejection) {
        // what follows the last image of the range was not asked for
        if (wantsMore() && m_rejected++ == 0) {
            m_firstRejected = rejection;
        }
    }

    /** How many images there are, also before the range. */
    long count() {
        return m_images;
    }

    /** The labels that occur, in natural order. */
    List<String> labels() {
        return List.copyOf(m_labels);
    }

    /** What users should know. */
    List<String> warnings() {
        final List<String> warnings = new ArrayList<>();
        if (m_rejected > 0) {
            warnings.add("Left out %s, the first is \"%s\": %s. The Image Folder Reader lists them all.".formatted(
                Wording.count(m_rejected, "file", "files"), m_firstRejected.id(), m_firstRejected.reason()));
        }
        ClassName.alike(m_labels).ifPresent(warnings::add);
        m_unlabelled.warning(Math.min(m_images, m_end) - m_first).ifPresent(warnings::add);
        if (m_rounded > 0) {
            warnings.add("Rounded %s of 16 bits to 8; the Image Folder Reader keeps them as \"All bands\"."
                .formatted(Wording.count(m_rounded, "image", "images")));
        }
        return warnings;
    }
}

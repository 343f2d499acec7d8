// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.prepare.augment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.augment.Augmentation;
import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.picture.ContactSheet;
import org.frugalvision.engine.picture.ContactSheet.Tile;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.table.AppendedCells;
import org.frugalvision.nodes.table.ImageCell;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;

/** Writes the rows of the result, and keeps the first images for the contact sheet. */
final class AugmentedRows {

    private static final int SHEET_ROWS = ContactSheet.MOST_TILES / ContactSheet.MOST_COLUMNS;

    private final AugmenterColumns m_columns;

    private final Augmentation m_augmentation;

    private final Seeds m_seeds;

    private final boolean m_keep;

    private final Plan m_plan;

    private final BufferedDataContainer m_rows;

    private final List<List<Tile>> m_sheet = new ArrayList<>();

    private final long m_all;

    private long m_made;

    private long m_sources;

    AugmentedRows(final AugmenterColumns columns, final ImageAugmenterNodeParameters parameters, final Plan plan,
        final BufferedDataContainer rows) {
        m_columns = columns;
        m_augmentation = parameters.toAugmentation();
        m_seeds = Seeds.of(parameters.m_seed).named("augment");
        m_keep = parameters.m_keepOriginals;
        m_plan = plan;
        m_all = plan.all();
        m_rows = rows;
    }

    void write(final BufferedDataTable table, final Skipped skipped, final RunControl run) throws CanceledException {
        try (var rows = table.iterator()) {
            for (int i = 0; rows.hasNext(); i++) {
                final DataRow row = rows.next();
                final String id = row.getKey().getString();
                if (m_keep) {
                    m_rows.addRowToTable(AppendedCells.to(row, new StringCell(id)));
                }
                final Optional<ImageCell> image = readable(row, skipped);
                if (image.isPresent()) {
                    write(row, image.get().image(), m_plan.copies()[i], run);
                }
                run.checkCanceled();
            }
        }
    }

    private Optional<ImageCell> readable(final DataRow row, final Skipped skipped) {
        if (m_columns.label().isPresent() && row.getCell(m_columns.label().getAsInt()).isMissing()) {
            skipped.add(row.getKey().getString(), "the label is missing");
            return Optional.empty();
        }
        final Optional<ImageCell> image = ImageCell.decode(row, m_columns.image(), skipped);
        image.ifPresent(cell -> m_augmentation.check(Wording.row(cell.id()), cell.shape(), cell.image().type()));
        return image;
    }

    private void write(final DataRow row, final DecodedImage image, final int copies, final RunControl run)
        throws CanceledException {
        m_sources++;
        final String id = row.getKey().getString();
        final List<Tile> tiles = new ArrayList<>(List.of(new Tile(id, image.preview())));
        for (int copy = 1; copy <= copies; copy++) {
            run.checkCanceled();
            final DecodedImage variant = m_augmentation.variant(image, m_seeds, id, copy);
            final String key = m_plan.keys().of(id, copy);
            final DataCell[] cells = row.stream().toArray(DataCell[]::new);
            cells[m_columns.image()] = ImageCell.of(variant, m_columns.bands())[0];
            m_rows.addRowToTable(AppendedCells.to(new DefaultRow(key, cells), new StringCell(id)));
            if (m_sheet.size() < SHEET_ROWS && tiles.size() < ContactSheet.MOST_COLUMNS) {
                tiles.add(new Tile(key, variant.preview()));
            }
            m_made++;
            run.progress(m_made / (double)m_all,
                "image %s of %s".formatted(Wording.value(m_made), Wording.value(m_all)));
        }
        if (copies > 0 && m_sheet.size() < SHEET_ROWS) {
            m_sheet.add(tiles);
        }
    }

    /** The picture of images and their copies. */
    byte[] sheet() {
        if (m_sources == 0) {
            throw new DataException("Images", "there is no readable image to augment.",
                "Connect a table with images.");
        }
        return ContactSheet.rows(m_sheet, m_sources + m_made);
    }

    /** How many new images there are. */
    long made() {
        return m_made;
    }
}

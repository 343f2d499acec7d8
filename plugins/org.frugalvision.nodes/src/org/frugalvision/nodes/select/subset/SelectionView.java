// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

import org.frugalvision.engine.picture.ContactSheet.Tile;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.nodes.table.Columns;
import org.frugalvision.nodes.table.ImageCell;
import org.frugalvision.nodes.table.Skipped;
import org.frugalvision.nodes.view.KeptGallery;
import org.frugalvision.nodes.view.Thumbnails;
import org.frugalvision.nodes.view.ViewPage;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;

/** The view of the Image Subset Selector: the selected images, the first choice first where the order is appended. */
final class SelectionView {

    static final String DESCRIPTION = """
            The selected images with their row IDs and, if the selection rank is appended, in the order of choice with
            rank and score; at most 120, shrunk to at most 160 pixels. They can be filtered by parts of their captions
            and zoomed; a click shows one large.
            """;

    private SelectionView() {
    }

    static ViewPage page() {
        return KeptGallery.page("Selected images");
    }

    /** The column of images, if the table has it: methods that read vectors need none. */
    static OptionalInt image(final DataTableSpec table, final String chosen) {
        try {
            return OptionalInt.of(Columns.image(table, chosen));
        } catch (final InvalidSettingsException e) {
            return OptionalInt.empty();
        }
    }

    /**
     * What the node keeps for its view.
     *
     * @param selected the selected rows
     * @param image index of their column of images; empty: there is nothing to show
     * @param ranked index of the column of ranks, before that of scores; below 0 if they are not appended
     */
    static BufferedDataTable kept(final BufferedDataTable selected, final OptionalInt image, final int ranked,
        final ExecutionContext context, final RunControl run) throws CanceledException {
        final List<DataRow> shown = new ArrayList<>();
        try (var rows = selected.iterator()) {
            while (rows.hasNext() && (ranked >= 0 || shown.size() < KeptGallery.MOST)) {
                run.checkCanceled();
                shown.add(rows.next());
                if (shown.size() == 2 * KeptGallery.MOST) {
                    first(shown, ranked);
                }
            }
        }
        first(shown, ranked);
        final List<Tile> tiles = new ArrayList<>();
        for (final DataRow row : image.isPresent() ? shown : List.<DataRow>of()) {
            run.checkCanceled();
            ImageCell.decode(row, image.getAsInt(), new Skipped("Left out")).ifPresent(
                cell -> tiles.add(new Tile(caption(row, ranked), Thumbnails.shrunk(cell.image().preview()))));
        }
        return KeptGallery.of(tiles, selected.size(), context);
    }

    /** Leaves the rows of lowest rank; rows without one, which were selected before, come first. */
    private static void first(final List<DataRow> rows, final int ranked) {
        if (ranked >= 0) {
            rows.sort(Comparator.comparingDouble(row -> number(row.getCell(ranked))));
        }
        if (rows.size() > KeptGallery.MOST) {
            rows.subList(KeptGallery.MOST, rows.size()).clear();
        }
    }

    private static String caption(final DataRow row, final int ranked) {
        final String id = row.getKey().getString();
        if (ranked < 0 || row.getCell(ranked).isMissing()) {
            return id;
        }
        final String rank = String.format(Locale.ROOT, "%.0f. %s", number(row.getCell(ranked)), id);
        return row.getCell(ranked + 1).isMissing() ? rank
            : String.format(Locale.ROOT, "%s (%.4g)", rank, number(row.getCell(ranked + 1)));
    }

    private static double number(final DataCell cell) {
        return cell.isMissing() ? 0 : ((DoubleValue)cell).getDoubleValue();
    }
}

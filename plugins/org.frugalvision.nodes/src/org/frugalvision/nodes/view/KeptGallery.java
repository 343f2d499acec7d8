// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.view;

import java.util.List;
import java.util.Map;

import org.frugalvision.engine.picture.ContactSheet.Tile;
import org.frugalvision.nodes.table.NumberCells;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.RowKey;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.port.PortObject;

/** What a node keeps for a view of small images with captions: the images, shrunk. */
public final class KeptGallery {

    /** More images than these are not kept. */
    public static final int MOST = 120;

    private static final DataTableSpec SPEC =
        new DataTableSpec(new DataColumnSpecCreator("Caption", StringCell.TYPE).createSpec(),
            new DataColumnSpecCreator("Image", PNGImageContent.TYPE).createSpec(), NumberCells.longs("All images"));

    private KeptGallery() {
    }

    /**
     * @param tiles the images; of more than {@value #MOST} the first
     * @param all how many images there are, at least those given
     * @param context of the node
     * @return to be kept by the node
     */
    public static BufferedDataTable of(final List<Tile> tiles, final long all, final ExecutionContext context) {
        final var rows = context.createDataContainer(SPEC);
        for (final Tile tile : tiles.subList(0, Math.min(tiles.size(), MOST))) {
            rows.addRowToTable(new DefaultRow(RowKey.createRowKey(rows.size()), new StringCell(tile.caption()),
                new PNGImageContent(Thumbnails.png(tile.image())).toImageCell(), new LongCell(all)));
        }
        rows.close();
        return rows.getTable();
    }

    /**
     * @param title of the page
     * @return the page of what was kept
     */
    public static ViewPage page(final String title) {
        return new ViewPage(title, "gallery", kept -> data(title, kept));
    }

    private static Map<String, Object> data(final String title, final PortObject[] kept) {
        final var gallery = new Gallery(title);
        long all = 0;
        try (var rows = ((BufferedDataTable)kept[0]).iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                gallery.tile(((StringValue)row.getCell(0)).getStringValue(),
                    ((PNGImageValue)row.getCell(1)).getImageContent().getByteArrayReference());
                all = (long)((DoubleValue)row.getCell(2)).getDoubleValue();
            }
        }
        return gallery.page(all);
    }
}

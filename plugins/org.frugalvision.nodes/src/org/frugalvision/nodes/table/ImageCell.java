// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.image.MultiBandImageCell;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.image.png.PNGImageContent;

/**
 * The decoded image of one row.
 *
 * @param id the row ID
 * @param image shape and values
 */
public record ImageCell(String id, DecodedImage image) {

    /**
     * See {@link DecodedRow#of}.
     *
     * @param row of a table
     * @param column index of the column of images
     * @param skipped receives the row if it has no readable image
     * @return the image, or nothing
     */
    public static Optional<ImageCell> decode(final DataRow row, final int column, final Skipped skipped) {
        return DecodedRow.of(row, row.getCell(column)).image(skipped);
    }

    /**
     * @param bands whether for multi-band images
     * @return the columns for the cells of {@link #of}: "image", and with bands "preview"
     */
    public static List<DataColumnSpec> columns(final boolean bands) {
        final DataColumnSpec png =
            new DataColumnSpecCreator(bands ? "preview" : "image", PNGImageContent.TYPE).createSpec();
        return bands ? List.of(new DataColumnSpecCreator("image", MultiBandImageCell.TYPE).createSpec(), png)
            : List.of(png);
    }

    /**
     * @param image 1, 3 or 4 channels of 8 bits, or any with bands
     * @param bands whether to make a multi-band image, with a preview in PNG
     * @return the cells
     */
    public static DataCell[] of(final DecodedImage image, final boolean bands) {
        final DecodedImage shown = bands ? image.preview() : image;
        final DataCell png = new PNGImageContent(PngImages.encode(shown.shape(), shown.values())).toImageCell();
        return bands ? new DataCell[]{MultiBandImageCell.of(image), png} : new DataCell[]{png};
    }

    /** @return the shape of the image */
    public ImageShape shape() {
        return image.shape();
    }

    /**
     * @param first the shape of the images before this one
     * @return the values
     * @throws DataException if this image has another shape
     */
    public byte[] valuesOf(final ImageShape first) {
        if (!shape().equals(first)) {
            throw new DataException(Wording.row(id),
                "the image has %s, but must have %s like the images before it.".formatted(shape(), first),
                shape().height() == first.height() && shape().width() == first.width()
                    ? "Choose \"Gray\" or \"RGB\" in \"Colors\" of the Image Folder Reader."
                    : "Choose \"Fixed\" in \"Size\" of the Image Folder Reader, or connect an Image Resizer.",
                "Remove the row.");
        }
        return image.values();
    }
}

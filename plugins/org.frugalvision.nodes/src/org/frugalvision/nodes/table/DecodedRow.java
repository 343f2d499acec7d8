// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import java.util.Optional;

import org.frugalvision.engine.image.PngImages;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.image.MultiBandImageValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.image.png.PNGImageValue;

/**
 * A row with its image.
 *
 * @param row of a table
 * @param decoded its image, if it is there and readable
 * @param problem why there is no image, without full stop; empty if there is one
 */
public record DecodedRow(DataRow row, Optional<ImageCell> decoded, String problem) {

    /**
     * Decodes an image. Values have 8 bits in a column of PNG images, 16 in one of multi-band images, whatever a single
     * image has, so that all go together. May be called by any thread.
     *
     * @param row of a table
     * @param cell the row's cell of the column of images
     * @return both
     */
    static DecodedRow of(final DataRow row, final DataCell cell) {
        final String id = row.getKey().getString();
        if (cell.isMissing()) {
            return new DecodedRow(row, Optional.empty(), "the image is missing");
        }
        if (cell instanceof MultiBandImageValue bands) {
            return new DecodedRow(row, Optional.of(new ImageCell(id, bands.getImage().widened())), "");
        }
        try {
            final byte[] png = ((PNGImageValue)cell).getImageContent().getByteArrayReference();
            return new DecodedRow(row, Optional.of(new ImageCell(id, PngImages.decode(png, Wording.row(id)))), "");
        } catch (final DataException e) {
            return new DecodedRow(row, Optional.empty(), "the image is not readable");
        }
    }

    /**
     * @param skipped receives the row if it has no readable image
     * @return the image, or nothing
     */
    public Optional<ImageCell> image(final Skipped skipped) {
        if (decoded.isEmpty()) {
            skipped.add(row.getKey().getString(), problem);
        }
        return decoded;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.image;

import java.io.IOException;

import org.frugalvision.engine.image.DecodedImage;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;

/** A multi-band image that is stored within its row; large ones are {@link MultiBandImageBlobCell}s. Immutable. */
public final class MultiBandImageCell extends DataCell implements MultiBandImageValue {

    /** The type of a column of multi-band images, whatever their size. */
    public static final DataType TYPE = DataType.getType(MultiBandImageCell.class);

    private static final long serialVersionUID = 1;

    /** From here on KNIME's own PNG images are stored beside the rows, too. */
    private static final int SMALLEST_BLOB = 40 * 1024;

    // KNIME stores cells by their serializer, never by that of Java
    private final transient DecodedImage m_image;

    private MultiBandImageCell(final DecodedImage image) {
        m_image = image;
    }

    /**
     * @param image any number of channels, 8 or 16 bits; not to be modified afterwards
     * @return the cell: below 40 KiB one that is stored within its row, else one that is stored beside it
     */
    public static DataCell of(final DecodedImage image) {
        return image.values().length < SMALLEST_BLOB ? new MultiBandImageCell(image)
            : new MultiBandImageBlobCell(image);
    }

    @Override
    public DecodedImage getImage() {
        return m_image;
    }

    @Override
    protected boolean equalsDataCell(final DataCell cell) {
        return m_image.sameAs(((MultiBandImageCell)cell).m_image);
    }

    @Override
    public int hashCode() {
        return m_image.contentHash();
    }

    /** @return for people, e.g. "16 x 16 pixels, 6 channels, 16 bits" */
    @Override
    public String toString() {
        return m_image.summary();
    }

    /** Stores cells, see {@link BandSerialization}. */
    public static final class Serializer implements DataCellSerializer<MultiBandImageCell> {

        @Override
        public void serialize(final MultiBandImageCell cell, final DataCellDataOutput output) throws IOException {
            BandSerialization.write(cell.m_image, output);
        }

        @Override
        public MultiBandImageCell deserialize(final DataCellDataInput input) throws IOException {
            return new MultiBandImageCell(BandSerialization.read(input));
        }
    }
}

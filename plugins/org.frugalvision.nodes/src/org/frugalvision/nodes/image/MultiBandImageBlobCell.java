// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.image;

import java.io.IOException;

import org.frugalvision.engine.image.DecodedImage;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.container.BlobDataCell;

/**
 * A multi-band image that is stored beside its row and read when somebody asks for it, so that a scene of many
 * megabytes costs nothing where only labels are looked at. Made by {@link MultiBandImageCell#of}. Immutable.
 */
public final class MultiBandImageBlobCell extends BlobDataCell implements MultiBandImageValue {

    private static final long serialVersionUID = 1;

    // KNIME stores cells by their serializer, never by that of Java
    private final transient DecodedImage m_image;

    MultiBandImageBlobCell(final DecodedImage image) {
        m_image = image;
    }

    @Override
    public DecodedImage getImage() {
        return m_image;
    }

    @Override
    protected boolean equalsDataCell(final DataCell cell) {
        return m_image.sameAs(((MultiBandImageBlobCell)cell).m_image);
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
    public static final class Serializer implements DataCellSerializer<MultiBandImageBlobCell> {

        @Override
        public void serialize(final MultiBandImageBlobCell cell, final DataCellDataOutput output) throws IOException {
            BandSerialization.write(cell.m_image, output);
        }

        @Override
        public MultiBandImageBlobCell deserialize(final DataCellDataInput input) throws IOException {
            return new MultiBandImageBlobCell(BandSerialization.read(input));
        }
    }
}

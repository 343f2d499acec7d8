// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.image;

import java.io.IOException;
import java.util.Arrays;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;
import org.frugalvision.engine.image.SampleType;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;

/** A multi-band image that is stored within its row. Immutable. */
public final class MultiBandImageCell extends DataCell implements MultiBandImageValue {

    /** The type of a column of multi-band images. */
    public static final DataType TYPE = DataType.getType(MultiBandImageCell.class);

    private static final long serialVersionUID = 1;

    // KNIME stores cells by their serializer, never by that of Java
    private final transient DecodedImage m_image;

    /**
     * @param image any number of channels, 8 or 16 bits; not to be modified afterwards
     */
    public MultiBandImageCell(final DecodedImage image) {
        m_image = image;
    }

    @Override
    public DecodedImage getImage() {
        return m_image;
    }

    @Override
    public byte[] getPreview() {
        final DecodedImage preview = m_image.preview();
        return PngImages.encode(preview.shape(), preview.values());
    }

    @Override
    protected boolean equalsDataCell(final DataCell cell) {
        final DecodedImage other = ((MultiBandImageCell)cell).m_image;
        return m_image.shape().equals(other.shape()) && m_image.type() == other.type()
            && Arrays.equals(m_image.values(), other.values());
    }

    @Override
    public int hashCode() {
        return 31 * m_image.shape().hashCode() + Arrays.hashCode(m_image.values());
    }

    /** @return for people, e.g. "16 x 16 pixels, 6 channels, 16 bits" */
    @Override
    public String toString() {
        return "%s, %d bits".formatted(m_image.shape(), m_image.type().bits());
    }

    /**
     * Stores a cell as: version 1 (byte), bits per value (byte), channels, height, width (ints), then the values, CHW,
     * the high byte first.
     */
    public static final class Serializer implements DataCellSerializer<MultiBandImageCell> {

        private static final int VERSION = 1;

        @Override
        public void serialize(final MultiBandImageCell cell, final DataCellDataOutput output) throws IOException {
            final ImageShape shape = cell.m_image.shape();
            output.writeByte(VERSION);
            output.writeByte(cell.m_image.type().bits());
            output.writeInt(shape.channels());
            output.writeInt(shape.height());
            output.writeInt(shape.width());
            output.write(cell.m_image.values());
        }

        @Override
        public MultiBandImageCell deserialize(final DataCellDataInput input) throws IOException {
            final int version = input.readByte();
            if (version != VERSION) {
                throw new IOException("The multi-band image has the form %d, of which this version of Frugal Vision "
                    .formatted(version) + "knows nothing. Install a newer one.");
            }
            final int bits = input.readByte();
            final SampleType type = Arrays.stream(SampleType.values()).filter(t -> t.bits() == bits).findFirst()
                .orElseThrow(() -> new IOException("A multi-band image cannot have %d bits.".formatted(bits)));
            try {
                final var shape = new ImageShape(input.readInt(), input.readInt(), input.readInt());
                final var values = new byte[Math.multiplyExact(shape.size(), type.bytes())];
                input.readFully(values);
                return new MultiBandImageCell(new DecodedImage(shape, type, values));
            } catch (final IllegalArgumentException | ArithmeticException e) {
                throw new IOException("The multi-band image is damaged.", e);
            }
        }
    }
}

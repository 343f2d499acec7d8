// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.image;

import java.io.IOException;
import java.util.Arrays;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.SampleType;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;

/**
 * The stored form of multi-band images: version 1 (byte), bits per value (byte), channels, height, width (ints), then
 * the values, CHW, the high byte first.
 */
final class BandSerialization {

    private static final int VERSION = 1;

    private BandSerialization() {
    }

    static void write(final DecodedImage image, final DataCellDataOutput output) throws IOException {
        final ImageShape shape = image.shape();
        output.writeByte(VERSION);
        output.writeByte(image.type().bits());
        output.writeInt(shape.channels());
        output.writeInt(shape.height());
        output.writeInt(shape.width());
        output.write(image.values());
    }

    static DecodedImage read(final DataCellDataInput input) throws IOException {
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
            return new DecodedImage(shape, type, values);
        } catch (final IllegalArgumentException | ArithmeticException e) {
            throw new IOException("The multi-band image is damaged.", e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import org.frugalvision.engine.image.Alpha;
import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.SampleType;

/**
 * What a file holds, upright.
 *
 * @param bands all bands with all their bits
 * @param alpha what the last of them is
 */
record FileImage(DecodedImage bands, Alpha alpha) {

    private static final int MOST_BANDS = 4;

    /** Grey or RGB, with alpha behind RGB if there is a fourth channel. */
    static FileImage of(final DecodedImage image) {
        return new FileImage(image, image.shape().channels() == MOST_BANDS ? Alpha.PLAIN : Alpha.NONE);
    }

    /** Whether {@link #picture} has fewer bits. */
    boolean isDeep() {
        return bands.type() == SampleType.U16;
    }

    /**
     * The picture in 8 bits: one band is grey, three are RGB, with alpha 4 channels; a second or fourth band that is
     * not alpha is left off. 16 bits are rounded to the nearest of 8.
     */
    DecodedImage picture() throws RejectedException {
        final int count = bands.shape().channels();
        if (count > MOST_BANDS) {
            throw new RejectedException("it has %d bands, more than 4".formatted(count));
        }
        final boolean clear = alpha != Alpha.NONE && count % 2 == 0;
        if (!isDeep() && (count % 2 == 1 || count == MOST_BANDS && alpha == Alpha.PLAIN)) {
            return bands;
        }
        final var shape = new ImageShape(clear ? MOST_BANDS : count < 3 ? 1 : 3, bands.shape().height(),
            bands.shape().width());
        final int area = shape.height() * shape.width();
        final var values = new byte[shape.size()];
        for (int i = 0; i < values.length; i++) {
            final int channel = i / area;
            // grey before alpha goes into all three colours
            final int band = clear && channel == 3 ? count - 1 : count < 3 ? 0 : channel;
            values[i] = (byte)(isDeep() ? (bands.value(band * area + i % area) + 128) / 257
                : bands.value(band * area + i % area));
        }
        if (alpha == Alpha.PREMULTIPLIED && clear) {
            divide(values, area);
        }
        return new DecodedImage(shape, values);
    }

    private static void divide(final byte[] values, final int area) {
        for (int i = 0; i < 3 * area; i++) {
            final int opacity = values[3 * area + i % area] & 0xFF;
            if (opacity > 0) {
                values[i] = (byte)Math.min(255, ((values[i] & 0xFF) * 255 + opacity / 2) / opacity);
            }
        }
    }
}

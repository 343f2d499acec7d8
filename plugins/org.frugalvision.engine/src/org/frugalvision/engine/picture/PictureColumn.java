// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.util.List;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;

/** Pictures one above the other. */
public final class PictureColumn {

    private PictureColumn() {
    }

    /**
     * Cost: O(pixels).
     *
     * @param pictures PNG images of the same width and number of channels, at least one
     * @return a PNG image of all of them, the first at the top
     */
    public static byte[] png(final List<byte[]> pictures) {
        final List<DecodedImage> parts =
            pictures.stream().map(picture -> PngImages.decode(picture, "Picture")).toList();
        final ImageShape first = parts.get(0).shape();
        final int height = parts.stream().mapToInt(part -> part.shape().height()).sum();
        final byte[] all = new byte[first.channels() * height * first.width()];
        int top = 0;
        for (final DecodedImage part : parts) {
            final int pixels = part.shape().height() * first.width();
            for (int channel = 0; channel < first.channels(); channel++) {
                System.arraycopy(part.values(), channel * pixels, all, (channel * height + top) * first.width(),
                    pixels);
            }
            top += part.shape().height();
        }
        return PngImages.encode(new ImageShape(first.channels(), height, first.width()), all);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * What JPEG leaves of an image at a quality: blocks of 8 x 8 are turned into cosines, which are rounded to multiples of
 * the steps of the standard (ITU-T T.81, annex K, scaled as usual by the quality), and back; nothing is written. Colour
 * images go through brightness and two colour differences of full resolution, other channels each by itself as
 * brightness; values of 16 bits are scaled to 8 and back. At the border the nearest pixel fills the blocks. Cost: O(16
 * x values).
 */
final class JpegArtefacts implements Operation {

    static final OperationInfo INFO = new OperationInfo("jpeg", "JPEG artifacts",
        "Makes the blocks and halos of a JPEG file of that quality.",
        new Magnitude("quality", 1, 100, 30, 90, OptionalDouble.empty()));

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        final int area = image.area();
        final int[] values = image.values().clone();
        final double scale = image.max() / 255.0;
        final double[][] planes = new double[image.tones()][area];
        for (int channel = 0; channel < planes.length; channel++) {
            for (int i = 0; i < area; i++) {
                planes[channel][i] = values[channel * area + i] / scale;
            }
        }
        if (image.isColour()) {
            YCbCr.from(planes);
        }
        for (int channel = 0; channel < planes.length; channel++) {
            CosineBlocks.round(planes[channel], image.shape(), image.isColour() && channel > 0, magnitude);
        }
        if (image.isColour()) {
            YCbCr.to(planes);
        }
        for (int i = 0; i < planes.length * area; i++) {
            values[i] = image.rounded(scale * planes[i / area][i % area]);
        }
        return image.with(values);
    }
}

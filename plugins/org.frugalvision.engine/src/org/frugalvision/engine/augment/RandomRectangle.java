// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.random.RandomGenerator;

import org.frugalvision.engine.augment.Erasing.Draw;
import org.frugalvision.engine.image.ImageShape;

/**
 * Covers a random rectangle of a share of the area with noise, as {@link Erasing} draws it with the aspects of the
 * paper; opacity stays. Cost: O(values).
 */
final class RandomRectangle implements Operation {

    static final OperationInfo INFO = new OperationInfo("random-erasing", "Random erasing",
        "Covers a random rectangle with noise.", "Zhong et al. 2020, arXiv:1708.04896",
        new Magnitude("share of the area", 0, 1, 0.02, 0.4, 0));

    private static final double ASPECT = 0.3;

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        final float[] pixels = new float[image.values().length];
        image.write(pixels, 0);
        final var shape = new ImageShape(image.tones(), image.shape().height(), image.shape().width());
        new Erasing(magnitude, magnitude, ASPECT, Draw.LINEAR, Fill.NOISE).apply(pixels, 0, shape, random);
        return Raster.of(pixels, 0, image.shape(), image.max());
    }
}

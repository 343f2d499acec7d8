// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.random.RandomGenerator;

/**
 * Cuts a rectangle of a share of the area out of a random place and enlarges it to the old size, bilinearly. Its sides
 * relate to each other as those of the image times an aspect that is drawn evenly in its logarithm from 3/4 to 4/3, or
 * from as much of that range as fits into the image, so that no draw is in vain. Cost: O(values).
 */
final class ResizedCrop implements Operation {

    static final OperationInfo INFO = new OperationInfo("resized-crop", "Random resized crop",
        "Cuts a random part out and enlarges it to the old size.", "Szegedy et al. 2015, arXiv:1409.4842",
        new Magnitude("share of the area", 0.01, 1, 0.5, 1, 1));

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        final double least = StrictMath.log(Math.max(3 / 4.0, magnitude));
        final double most = StrictMath.log(Math.min(4 / 3.0, 1 / magnitude));
        final double aspect = StrictMath.exp(least + random.nextDouble() * (most - least));
        final double height = Math.min(1, Math.sqrt(magnitude * aspect));
        final double width = Math.min(1, Math.sqrt(magnitude / aspect));
        return new Warp(width, 0, 0, height, (random.nextDouble() - 0.5) * (1 - width) * image.shape().width(),
            (random.nextDouble() - 0.5) * (1 - height) * image.shape().height()).apply(image, rendering);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.random.RandomGenerator;

/** Moves the image down by whole pixels. Cost: O(values). */
final class TranslateY implements Operation {

    static final OperationInfo INFO = new OperationInfo("translate-y", "Translate in y",
        "Moves the image down by a share of its height, in whole pixels.",
        new Magnitude("share of the height", -1, 1, -0.1, 0.1, 0));

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        return Gather.shifted(image, 0, (int)Math.round(magnitude * image.shape().height()), rendering.border());
    }
}

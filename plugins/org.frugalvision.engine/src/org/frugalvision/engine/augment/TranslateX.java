// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.random.RandomGenerator;

/** Moves the image to the right by whole pixels. Cost: O(values). */
final class TranslateX implements Operation {

    static final OperationInfo INFO = new OperationInfo("translate-x", "Translate in x",
        "Moves the image to the right by a share of its width, in whole pixels.",
        new Magnitude("share of the width", -1, 1, -0.1, 0.1, 0));

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        return Gather.shifted(image, (int)Math.round(magnitude * image.shape().width()), 0, rendering.border());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.random.RandomGenerator;

/** Leaves the image as it is; one of the choices of policies. */
final class Identity implements Operation {

    static final OperationInfo INFO = new OperationInfo("identity", "Identity", "Leaves the image as it is.", "",
        "Changes nothing, by itself: the baseline of every other operation.", Magnitude.NONE, false);

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        return image;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.Resize;

/**
 * Shrinks an image to at most {@value #EDGE} x {@value #EDGE} pixels per channel; an edge of at most {@value #EDGE}
 * pixels keeps its length.
 */
final class AreaAverage {

    static final int EDGE = 8;

    private AreaAverage() {
    }

    static ImageShape target(final ImageShape shape) {
        return new ImageShape(shape.channels(), Math.min(EDGE, shape.height()), Math.min(EDGE, shape.width()));
    }

    /** The result is CHW in [0,1]. Cost: O(values). */
    static float[] of(final DecodedImage image) {
        final var target = target(image.shape());
        final var exact = Resize.exact(image, target.height(), target.width());
        final var result = new float[exact.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (float)(exact[i] / 255);
        }
        return result;
    }
}

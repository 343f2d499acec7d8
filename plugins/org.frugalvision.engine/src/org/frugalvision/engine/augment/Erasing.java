// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.Optional;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.SettingsException;

/**
 * A random rectangle of an image that is covered. Area and aspect (height over width) are drawn evenly from their
 * ranges, the place evenly among those where the rectangle lies within the image; a rectangle as high or as wide as the
 * image is drawn anew, and after 100 draws the image stays as it is. Cost: O(values). Zhong et al. 2020,
 * arXiv:1708.04896; they draw the aspect as here, others evenly in its logarithm, which makes upright and lying
 * rectangles equally likely.
 *
 * @param smallest least share of the area, above 0
 * @param largest greatest share of the area, at least {@code smallest}, at most 1
 * @param aspect least aspect, above 0, at most 1; the greatest is 1 / aspect
 * @param draw how the aspect is drawn
 * @param fill what the rectangle shows
 */
public record Erasing(double smallest, double largest, double aspect, Draw draw, Fill fill) {

    private static final int ATTEMPTS = 100;

    /** How the aspect is drawn from its range. */
    public enum Draw {
        /** Evenly, so that more rectangles are upright. */
        LINEAR,
        /** Evenly in its logarithm. */
        LOGARITHMIC
    }

    /** Refuses values out of range. */
    public Erasing {
        if (!(smallest > 0 && smallest <= 1)) {
            throw new SettingsException("Smallest area", "must be greater than 0 and at most 1", smallest,
                "Start with 0.02.");
        }
        if (!(largest >= smallest && largest <= 1)) {
            throw new SettingsException("Largest area", "must be at least the smallest area and at most 1", largest,
                "Start with 0.4.");
        }
        if (!(aspect > 0 && aspect <= 1)) {
            throw new SettingsException("Smallest aspect", "must be greater than 0 and at most 1", aspect,
                "Start with 0.3.");
        }
    }

    /**
     * Covers a rectangle of one image, in place.
     *
     * @param pixels has the image's values, in [0, 1], CHW
     * @param from index of its first value
     * @param shape of the image
     * @param random draws the rectangle, and the noise in it
     */
    public void apply(final float[] pixels, final int from, final ImageShape shape, final RandomGenerator random) {
        box(shape, random).ifPresent(box -> fill.apply(pixels, from, shape, box, random));
    }

    /** A rectangle within an image, smaller in height and width; none if a hundred draws were too large. */
    Optional<Box> box(final ImageShape shape, final RandomGenerator random) {
        for (int i = 0; i < ATTEMPTS; i++) {
            final double area = smallest + random.nextDouble() * (largest - smallest);
            final int[] size = size(shape, area, aspect(random.nextDouble()));
            if (size[0] < shape.height() && size[1] < shape.width()) {
                final int top = random.nextInt(shape.height() - size[0] + 1);
                final int left = random.nextInt(shape.width() - size[1] + 1);
                return Optional.of(new Box(top, left, top + size[0], left + size[1]));
            }
        }
        return Optional.empty();
    }

    /** Height and width of a rectangle of that share of the area and that aspect. */
    static int[] size(final ImageShape shape, final double area, final double aspect) {
        final double pixels = area * shape.height() * shape.width();
        return new int[]{(int)Math.round(Math.sqrt(pixels * aspect)), (int)Math.round(Math.sqrt(pixels / aspect))};
    }

    /** The aspect at a place of its range, 0 to 1. */
    double aspect(final double place) {
        return draw == Draw.LINEAR ? aspect + place * (1 / aspect - aspect) : StrictMath.pow(aspect, 1 - 2 * place);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.Arrays;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.Seeds;

/** Images for tests. */
final class Pictures {

    static final Rendering EDGE = new Rendering(Border.EDGE, Interpolation.BILINEAR);

    static final Rendering BLACK = new Rendering(Border.BLACK, Interpolation.BILINEAR);

    private Pictures() {
    }

    /** Noise. */
    static Raster noise(final ImageShape shape, final int max, final long seed) {
        final var random = Seeds.of(seed).named("picture").generator();
        final int[] values = new int[shape.size()];
        Arrays.setAll(values, i -> random.nextInt(max + 1));
        return new Raster(shape, max, values);
    }

    /** One row of grey pixels. */
    static Raster row(final int... values) {
        return new Raster(new ImageShape(1, 1, values.length), 255, values);
    }

    /** One pixel. */
    static Raster pixel(final int... values) {
        return new Raster(new ImageShape(values.length, 1, 1), 255, values);
    }

    /** One value. */
    static Raster flat(final ImageShape shape, final int max, final int value) {
        final int[] values = new int[shape.size()];
        Arrays.fill(values, value);
        return new Raster(shape, max, values);
    }

    /** The values after an operation with black borders. */
    static int[] after(final String operation, final double magnitude, final Raster image) {
        return Operations.create(operation).apply(image, magnitude, BLACK, Seeds.of(1).generator()).values();
    }
}

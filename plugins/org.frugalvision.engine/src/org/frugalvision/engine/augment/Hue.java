// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.random.RandomGenerator;

/** Turns the hue of every pixel; value and saturation (of HSV) stay, so greys stay as they are. Cost: O(values). */
final class Hue implements Operation {

    static final OperationInfo INFO = new OperationInfo("hue", "Hue", "Turns the hue of an RGB image, grays stay.",
        new Magnitude("degrees", -180, 180, -15, 15, 0)).colourOnly();

    @Override
    public OperationInfo info() {
        return INFO;
    }

    @Override
    public Raster apply(final Raster image, final double magnitude, final Rendering rendering,
        final RandomGenerator random) {
        final int[] values = image.values().clone();
        final int area = image.area();
        for (int i = 0; i < area; i++) {
            final int red = values[i];
            final int green = values[i + area];
            final int blue = values[i + 2 * area];
            final int most = Math.max(red, Math.max(green, blue));
            final int chroma = most - Math.min(red, Math.min(green, blue));
            if (chroma > 0) {
                final double hue = hue(red, green, blue, most, chroma) + magnitude / 60;
                for (int channel = 0; channel < 3; channel++) {
                    final double sector = 5 - 2 * channel + hue;
                    final double place = sector - 6 * Math.floor(sector / 6);
                    values[i + channel * area] =
                        image.rounded(most - chroma * Math.max(0, Math.min(1, Math.min(place, 4 - place))));
                }
            }
        }
        return image.with(values);
    }

    /** In sixths of the circle. */
    private static double hue(final int red, final int green, final int blue, final int most, final int chroma) {
        if (most == red) {
            return (green - blue) / (double)chroma;
        }
        return most == green ? 2 + (blue - red) / (double)chroma : 4 + (red - green) / (double)chroma;
    }
}

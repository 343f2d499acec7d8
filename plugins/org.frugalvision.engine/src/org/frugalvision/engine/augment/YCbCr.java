// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

/** Brightness and colour differences of JPEG (ITU-T T.871): from red, green and blue and back, in place, 0 to 255. */
final class YCbCr {

    private static final double MIDDLE = 128;

    private YCbCr() {
    }

    /** Rounded, as files have them. */
    static void from(final double[][] planes) {
        for (int i = 0; i < planes[0].length; i++) {
            final double red = planes[0][i];
            final double green = planes[1][i];
            final double blue = planes[2][i];
            planes[0][i] = rounded(0.299 * red + 0.587 * green + 0.114 * blue);
            planes[1][i] = rounded(MIDDLE - 0.168736 * red - 0.331264 * green + 0.5 * blue);
            planes[2][i] = rounded(MIDDLE + 0.5 * red - 0.418688 * green - 0.081312 * blue);
        }
    }

    static void to(final double[][] planes) {
        for (int i = 0; i < planes[0].length; i++) {
            final double brightness = planes[0][i];
            final double blue = planes[1][i] - MIDDLE;
            final double red = planes[2][i] - MIDDLE;
            planes[0][i] = brightness + 1.402 * red;
            planes[1][i] = brightness - 0.344136 * blue - 0.714136 * red;
            planes[2][i] = brightness + 1.772 * blue;
        }
    }

    private static double rounded(final double value) {
        return Math.floor(Math.min(255, value) + 0.5);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

/**
 * Brings images to another size, each axis for itself. A shorter axis is averaged over areas: every new pixel is the
 * mean over its part of the old image, old pixels on a border counting with the part that lies inside. A longer axis is
 * interpolated linearly between the centres of the old pixels; beyond the outermost centres their values go on. An axis
 * of equal length stays as it is. Cost: O(old values + new values).
 */
public final class Resize {

    private Resize() {
    }

    /**
     * @param shape shape of the image
     * @param values unsigned bytes, CHW; only read
     * @param height new height
     * @param width new width
     * @return the new values as numbers from 0 to 255, CHW
     */
    public static double[] exact(final ImageShape shape, final byte[] values, final int height, final int width) {
        final var rows = new AxisWeights(shape.height(), height);
        final var columns = new AxisWeights(shape.width(), width);
        final var target = new ImageShape(shape.channels(), height, width);
        final var result = new double[target.size()];
        final var line = new double[shape.width()];
        for (int i = 0; i < shape.channels() * height; i++) {
            final int channel = i / height;
            rows.sumRows(values, channel * shape.height() * shape.width(), i % height, line);
            columns.sum(line, result, i * width);
        }
        return result;
    }

    /**
     * @param shape shape of the image
     * @param values unsigned bytes, CHW; only read
     * @param height new height
     * @param width new width
     * @return the new values, rounded to the nearest, as unsigned bytes, CHW
     */
    public static byte[] rounded(final ImageShape shape, final byte[] values, final int height, final int width) {
        final var exact = exact(shape, values, height, width);
        final var result = new byte[exact.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (byte)Math.round(exact[i]);
        }
        return result;
    }
}

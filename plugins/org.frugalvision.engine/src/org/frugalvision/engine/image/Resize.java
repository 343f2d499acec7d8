// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

/**
 * Brings images to another size, each axis for itself. A shorter axis is averaged over areas: every new pixel is the
 * mean over its part of the old image, old pixels on a border counting with the part that lies inside. A longer axis is
 * interpolated linearly between the centres of the old pixels; beyond the outermost centres their values go on. An axis
 * of equal length stays as it is. Cost: O(old values + new values).
 */
public final class Resize {

    /** Just below 255: sums of weights are not exact. */
    private static final double OPAQUE = 255 - 1e-9;

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
     * The same for images of 8 or 16 bits. High and low bytes are resized each for themselves, which is the same,
     * because every new value is a weighted sum of old ones.
     *
     * @param image only read
     * @param height new height
     * @param width new width
     * @return the new values as numbers from 0 to 255 (of 16 bits: a 257th of the value), CHW
     */
    public static double[] exact(final DecodedImage image, final int height, final int width) {
        if (image.type() == SampleType.U8) {
            return exact(image.shape(), image.values(), height, width);
        }
        final var high = new byte[image.shape().size()];
        final var low = new byte[high.length];
        for (int i = 0; i < high.length; i++) {
            high[i] = image.values()[2 * i];
            low[i] = image.values()[2 * i + 1];
        }
        final var result = exact(image.shape(), high, height, width);
        final var rest = exact(image.shape(), low, height, width);
        for (int i = 0; i < result.length; i++) {
            result[i] = (256 * result[i] + rest[i]) / 257;
        }
        return result;
    }

    /**
     * @param image only read
     * @param height new height
     * @param width new width
     * @return the image of that size; values rounded to the nearest
     */
    public static DecodedImage rounded(final DecodedImage image, final int height, final int width) {
        final var shape = new ImageShape(image.shape().channels(), height, width);
        if (image.type() == SampleType.U8) {
            return new DecodedImage(shape, rounded(image.shape(), image.values(), height, width));
        }
        final var exact = exact(image, height, width);
        final var values = new byte[2 * exact.length];
        for (int i = 0; i < exact.length; i++) {
            final long value = Math.round(257 * exact[i]);
            values[2 * i] = (byte)(value >> 8);
            values[2 * i + 1] = (byte)value;
        }
        return new DecodedImage(shape, SampleType.U16, values);
    }

    /**
     * The same for RGB with alpha: each old pixel counts with its opacity, so that colours nobody sees do not shine
     * through; where all are transparent, with equal parts.
     *
     * @param image 4 channels of 8 bits, not premultiplied; only read
     * @param height new height
     * @param width new width
     * @return the image of that size; values rounded to the nearest
     */
    public static DecodedImage roundedByOpacity(final DecodedImage image, final int height, final int width) {
        final var plain = rounded(image, height, width);
        final var old = image.shape();
        final int area = old.height() * old.width();
        final int newArea = height * width;
        final var weighted = new float[area];
        final double[] opacity = channel(image, 3, weighted, height, width);
        for (int channel = 0; channel < 3; channel++) {
            final double[] colour = channel(image, channel, weighted, height, width);
            for (int i = 0; i < newArea; i++) {
                if (opacity[i] > 0 && opacity[i] < OPAQUE) {
                    plain.values()[channel * newArea + i] = (byte)Math.round(colour[i] / opacity[i]);
                }
            }
        }
        return plain;
    }

    /** The opacity of all new pixels, or a colour of them, multiplied by it before. */
    private static double[] channel(final DecodedImage image, final int channel, final float[] values,
        final int height, final int width) {
        final var old = image.shape();
        for (int i = 0; i < values.length; i++) {
            final int opacity = image.values()[3 * values.length + i] & 0xFF;
            values[i] = channel == 3 ? opacity : opacity * (image.values()[channel * values.length + i] & 0xFF);
        }
        final var rows = new AxisWeights(old.height(), height);
        final var columns = new AxisWeights(old.width(), width);
        final var result = new double[height * width];
        final var line = new double[old.width()];
        for (int y = 0; y < height; y++) {
            rows.sumRows(values, 0, y, line);
            columns.sum(line, result, y * width);
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

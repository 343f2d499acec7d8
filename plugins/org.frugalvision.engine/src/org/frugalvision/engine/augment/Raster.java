// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.SampleType;

/**
 * One image as whole numbers from 0 to its largest possible value. Operations take one and give one; what they take
 * stays as it is. An image of 8 bits and 4 channels is RGB with opacity: what changes brightness or colour leaves the
 * opacity alone. Any other image of 3 channels is RGB, and any of another number of channels has bands, each of which
 * is treated by itself.
 *
 * @param shape its shape
 * @param max the largest possible value: 255 or 65,535
 * @param values {@code shape.size()} values, CHW; shared, not to be modified
 */
record Raster(ImageShape shape, int max, int[] values) {

    private static final int BYTE = 255;

    static Raster of(final DecodedImage image) {
        final int[] values = new int[image.shape().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = image.value(i);
        }
        return new Raster(image.shape(), max(image.type()), values);
    }

    /** From floats in [0, 1], rounded to whole numbers. */
    static Raster of(final float[] pixels, final int offset, final ImageShape shape, final int max) {
        final int[] values = new int[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (int)(pixels[offset + i] * max + 0.5f);
        }
        return new Raster(shape, max, values);
    }

    /** The largest value of a type. */
    static int max(final SampleType type) {
        return (1 << type.bits()) - 1;
    }

    DecodedImage toImage() {
        final SampleType type = max == BYTE ? SampleType.U8 : SampleType.U16;
        final byte[] bytes = new byte[values.length * type.bytes()];
        for (int i = 0; i < values.length; i++) {
            if (type == SampleType.U8) {
                bytes[i] = (byte)values[i];
            } else {
                bytes[2 * i] = (byte)(values[i] >> 8);
                bytes[2 * i + 1] = (byte)values[i];
            }
        }
        return new DecodedImage(shape, type, bytes);
    }

    /** To floats in [0, 1]. */
    void write(final float[] pixels, final int offset) {
        for (int i = 0; i < values.length; i++) {
            pixels[offset + i] = values[i] / (float)max;
        }
    }

    Raster with(final int[] others) {
        return new Raster(shape, max, others);
    }

    /** How many pixels there are. */
    int area() {
        return shape.height() * shape.width();
    }

    /** How many channels are brightness or colour, and not opacity. */
    int tones() {
        return hasOpacity() ? 3 : shape.channels();
    }

    boolean isColour() {
        return tones() == 3;
    }

    private boolean hasOpacity() {
        return max == BYTE && shape.channels() == 4;
    }

    /** The nearest possible value, halves upwards. */
    int rounded(final double value) {
        return (int)(Math.max(0, Math.min(max, value)) + 0.5);
    }

    /** The sum of a channel. */
    long sum(final int channel) {
        long sum = 0;
        for (int i = channel * area(); i < (channel + 1) * area(); i++) {
            sum += values[i];
        }
        return sum;
    }

    /** The brightness of every pixel of a colour image: 0.299 R + 0.587 G + 0.114 B in steps of 2^-16, as in Pillow. */
    int[] luma() {
        final int[] luma = new int[area()];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = (int)((19_595L * values[i] + 38_470L * values[i + luma.length]
                + 7_471L * values[i + 2 * luma.length] + 0x8000) >> 16);
        }
        return luma;
    }
}

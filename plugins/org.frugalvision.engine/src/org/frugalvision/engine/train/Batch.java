// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.Arrays;

import org.frugalvision.engine.image.FloatResize;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.Seeds;

/**
 * The images of one update.
 *
 * @param images their indices in the training set; not to be changed; an image may come several times
 * @param shape of each image
 * @param classes length of a label row
 * @param pixels their values, CHW each, image after image, in [0, 1] (images of floats: as stored); may be longer than
 *   needed; shared, so they may be changed in place
 * @param rows their label rows, image after image: weight x one-hot, or weight x the set's own label rows, unless a
 *   method changes them; may be longer than needed; shared, so they may be changed in place
 * @param seeds streams of this update, the same whenever the training comes to it; a method takes the one of its id
 */
public record Batch(int[] images, ImageShape shape, int classes, float[] pixels, float[] rows, Seeds seeds) {

    /** @return number of images */
    public int size() {
        return images.length;
    }

    /**
     * @param positions positions in this batch, in the order wanted
     * @return a batch of copies of these images alone
     */
    public Batch keep(final int... positions) {
        final int[] kept = new int[positions.length];
        final float[] values = new float[positions.length * shape.size()];
        final float[] labels = new float[positions.length * classes];
        for (int i = 0; i < positions.length; i++) {
            kept[i] = images[positions[i]];
            System.arraycopy(pixels, positions[i] * shape.size(), values, i * shape.size(), shape.size());
            System.arraycopy(rows, positions[i] * classes, labels, i * classes, classes);
        }
        return new Batch(kept, shape, classes, values, labels, seeds);
    }

    /**
     * @param height new height
     * @param width new width
     * @return the same images in that size, see {@link FloatResize}; shares the label rows
     */
    public Batch resized(final int height, final int width) {
        final FloatResize resize = new FloatResize(shape, height, width);
        final float[] values = new float[size() * resize.target().size()];
        for (int i = 0; i < size(); i++) {
            resize.apply(pixels, i * shape.size(), values, i * resize.target().size());
        }
        return new Batch(images, resize.target(), classes, values, rows, seeds);
    }

    /**
     * @param values other pixels, as long as needed; shared
     * @return the same images with these pixels; shares the label rows
     */
    public Batch withPixels(final float[] values) {
        return new Batch(images, shape, classes, values, rows, seeds);
    }

    /** The label rows alone, a copy of the length needed. */
    float[] labels() {
        return Arrays.copyOf(rows, size() * classes);
    }
}

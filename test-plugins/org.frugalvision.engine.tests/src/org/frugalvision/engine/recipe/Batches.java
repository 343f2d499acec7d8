// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.Arrays;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.Batch;

/** Batches for tests. */
final class Batches {

    private Batches() {
    }

    /** Images of one value each, image i of class i modulo the classes; room for one image more, filled with -1. */
    static Batch of(final ImageShape shape, final int classes, final long seed, final float... values) {
        final float[] pixels = new float[(values.length + 1) * shape.size()];
        final float[] rows = new float[(values.length + 1) * classes];
        Arrays.fill(pixels, -1);
        Arrays.fill(rows, -1);
        for (int i = 0; i < values.length; i++) {
            Arrays.fill(pixels, i * shape.size(), (i + 1) * shape.size(), values[i]);
            Arrays.fill(rows, i * classes, (i + 1) * classes, 0);
            rows[i * classes + i % classes] = 1;
        }
        return new Batch(new int[values.length], shape, classes, pixels, rows,
            Seeds.of(seed).named("recipe").child("update 1"));
    }

    /** The same with values from 0 to 1. */
    static Batch of(final ImageShape shape, final int images, final long seed) {
        final float[] values = new float[images];
        for (int i = 0; i < images; i++) {
            values[i] = (float)i / images;
        }
        return of(shape, 4, seed, values);
    }

    /** The values of one channel of one image, row after row. */
    static float[] plane(final Batch batch, final int image, final int channel) {
        final int plane = batch.shape().height() * batch.shape().width();
        final int from = image * batch.shape().size() + channel * plane;
        return Arrays.copyOfRange(batch.pixels(), from, from + plane);
    }

    static float[] row(final Batch batch, final int image) {
        return Arrays.copyOfRange(batch.rows(), image * batch.classes(), (image + 1) * batch.classes());
    }
}

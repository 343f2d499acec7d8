// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.explain;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * What some images are in a layer of a network, and the classes for which they are explained.
 *
 * @param network the network, which can be asked for more
 * @param pixels of the images, CHW each
 * @param values the maps, CHW each
 * @param classes the explained class of each image
 */
record LayerMaps(CutNetwork network, float[] pixels, float[] values, int[] classes) {

    int images() {
        return classes.length;
    }

    /** Of an image. */
    ImageShape shape() {
        return network.input();
    }

    /** Places of an image. */
    int area() {
        return shape().height() * shape().width();
    }

    ImageShape mapShape() {
        return network.maps();
    }

    /** Maps of an image. */
    int count() {
        return mapShape().channels();
    }

    /** Of a map. */
    int places() {
        return mapShape().height() * mapShape().width();
    }

    /** The gradient of the score of each image's class by its maps; a new array like {@link #values}. */
    float[] gradients() throws CanceledException {
        return network.gradients(values, classes);
    }

    /**
     * The score of an image's class when all its bands are multiplied by a mask.
     *
     * @param masks one after the other, each of the size of the image
     * @param count how many
     * @return one score for each
     */
    float[] scoresThrough(final int image, final float[] masks, final int count, final RunControl run)
        throws CanceledException {
        final int size = shape().size();
        final float[] scores = new float[count];
        for (int first = 0; first < count; first += network.batchSize()) {
            run.checkCanceled();
            final int some = Math.min(network.batchSize(), count - first);
            final float[] masked = new float[some * size];
            for (int i = 0; i < masked.length; i++) {
                masked[i] = pixels[image * size + i % size] * masks[(first + i / size) * area() + i % area()];
            }
            final float[] all = network.scores(masked, some);
            for (int i = 0; i < some; i++) {
                scores[first + i] = all[i * (all.length / some) + classes[image]];
            }
            run.progress((first + some) / (double)count, "maps");
        }
        return scores;
    }
}

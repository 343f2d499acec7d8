// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.resample;

import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.frugalvision.engine.run.RandomOrder;

/**
 * Brings classes to numbers of images. A class that has more loses images drawn at random, all equally likely; in one
 * that has fewer, all images are there equally often or once more, and who is there once more is drawn at random.
 */
final class ClassSizes {

    private ClassSizes() {
    }

    /**
     * Times of each image; {@code sizeOf} tells the number of images of a class, and is asked about classes that have
     * images. Cost: O(images x classes that change).
     */
    static int[] times(final LabelledPool pool, final IntUnaryOperator sizeOf, final RandomGenerator random) {
        final int[] times = new int[pool.labels().length];
        for (final int label : pool.present()) {
            final int[] members =
                IntStream.range(0, times.length).filter(i -> pool.labels()[i] == label).toArray();
            final int size = sizeOf.applyAsInt(label);
            RandomOrder.shuffle(members, random);
            for (int rank = 0; rank < members.length; rank++) {
                times[members[rank]] = size / members.length + (rank < size % members.length ? 1 : 0);
            }
        }
        return times;
    }
}

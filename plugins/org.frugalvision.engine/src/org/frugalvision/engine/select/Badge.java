// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;

/**
 * Takes images whose gradients, under the class that the network predicts, are long and different from each other: the
 * longest first (ties: lowest index), then each at random with a probability that grows with the square of the distance
 * to the nearest taken one (k-means++); where all distances are 0, evenly among the rest. Biases are left out, and no
 * gradient is written out ({@link LastLayerGradients}). Cost: O(budget x images x (classes + features)). Ash et al.
 * 2020, arXiv:1906.03671.
 */
record Badge() implements SubsetSelector {

    static final SelectorInfo INFO = new SelectorInfo("badge", "BADGE",
        "Takes images from which a network would learn much and each something else.",
        "Ash et al. 2020, arXiv:1906.03671", Set.of(Need.PROBABILITIES, Need.EMBEDDINGS),
        "distance of the image's gradient to the nearest of the images chosen before; of the first one, its length",
        "O(budget x images x (classes + features)) time",
        "The one of its kind that pays beside known images; not for a first training set: 100 of 4,900 "
            + "Fashion-MNIST images (LeNet, 320 updates, 3 seeds, a network trained on 100 other random images) "
            + "gave a test accuracy of 0.613, 100 random ones 0.694; trained together with these 100 it was 0.787, "
            + "against 0.767. In a pool with a tenth of five classes it was 0.744, against 0.697; in one where "
            + "every image stands five times 0.758, against 0.749 of random ones and 0.709 of entropy.",
        SelectorInfo.Trait.DRAWS_AT_RANDOM);

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final LastLayerGradients gradients = gradients(pool.get(Need.PROBABILITIES), pool.get(Need.EMBEDDINGS));
        final int[] indices = new int[budget];
        final double[] scores = new double[budget];
        final boolean[] taken = new boolean[gradients.size()];
        final double[] norms = new double[gradients.size()];
        Arrays.setAll(norms, gradients::norm);
        indices[0] = Highest.of(norms, taken);
        scores[0] = norms[indices[0]];
        final double[] squares = new double[gradients.size()];
        Arrays.fill(squares, Double.POSITIVE_INFINITY);
        for (int k = 0;; k++) {
            run.checkCanceled();
            taken[indices[k]] = true;
            run.progress((k + 1.0) / budget,
                "%s of %s selected".formatted(Wording.value(k + 1), Wording.value(budget)));
            if (k + 1 == budget) {
                return new Selection(indices, scores);
            }
            final int last = indices[k];
            Ranges.forAll(squares.length, (from, to) -> {
                for (int i = from; i < to; i++) {
                    squares[i] = taken[i] ? 0 : Math.min(squares[i], gradients.squareDistance(i, last));
                }
            });
            indices[k + 1] = drawn(squares, taken, random);
            scores[k + 1] = Math.sqrt(squares[indices[k + 1]]);
        }
    }

    static LastLayerGradients gradients(final double[][] probabilities, final float[][] embeddings) {
        return new LastLayerGradients(probabilities,
            Arrays.stream(probabilities).mapToInt(Surprise::predicted).toArray(), embeddings, false);
    }

    /** One of those not taken, with a probability in proportion to its value; evenly if all are 0. */
    static int drawn(final double[] values, final boolean[] taken, final RandomGenerator random) {
        final double sum = Arrays.stream(values).sum();
        final double[] shares = new double[values.length];
        double left = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = taken[i] ? 0 : sum > 0 ? values[i] : 1;
            left += shares[i];
        }
        double place = random.nextDouble() * left;
        int last = -1;
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > 0) {
                last = i;
                place -= shares[i];
                if (place < 0) {
                    return i;
                }
            }
        }
        return last;
    }
}

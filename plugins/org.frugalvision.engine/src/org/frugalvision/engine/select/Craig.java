// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Takes images whose gradients, weighted, stand for those of all: one by one the image that brings all gradients
 * closest to the nearest chosen one ({@link GreedyCover} over a constant less the distance); the weight of an image is
 * the number of images whose nearest chosen one it is (ties: chosen earlier), so weights sum to the number of images.
 * Gradients are those of the last layer under the images' labels. Cost: as for facility location; the authors choose
 * class by class, which is cheaper. Mirzasoleiman, Bilmes and Leskovec 2020, arXiv:1906.01827. Deviation from DeepCore
 * (Guo, Zhao and Bai 2022): its weights are one too high.
 */
record Craig() implements SubsetSelector {

    static final SelectorInfo INFO = new SelectorInfo("craig", "CRAIG",
        "Takes images whose gradients stand for those of all, each with the number of images it stands for as its "
            + "weight.",
        "Mirzasoleiman, Bilmes, Leskovec 2020, arXiv:1906.01827",
        Set.of(Need.LABELS, Need.PROBABILITIES, Need.EMBEDDINGS),
        "by how much the image brought all gradients closer to the nearest chosen one",
        "O(budget x images x (classes + features)) time, times the images looked at again for each choice; no matrix is"
            + " kept",
        "Made for updates on whole gradients, not for a first training set: 100 of the 5,000 Fashion-MNIST "
            + "images with their weights (LeNet, 320 updates, 3 seeds, gradients of a LeNet trained on 100 random "
            + "images) gave a test accuracy of 0.551, 100 random ones 0.698. On a whole pool it is also by far the "
            + "slowest; the authors go class by class, which was not compared.",
        SelectorInfo.Trait.GIVES_WEIGHTS, SelectorInfo.Trait.SUBMODULAR);

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        return choose(new GradientSimilarity(new LastLayerGradients(pool.get(Need.PROBABILITIES),
            pool.get(Need.LABELS), pool.get(Need.EMBEDDINGS), true)), budget, run);
    }

    static Selection choose(final Similarity similarity, final int budget, final RunControl run)
        throws CanceledException {
        final Selection chosen = new GreedyCover(similarity).choose(budget, run);
        return new Selection(chosen.indices(), chosen.scores(), weights(similarity, chosen.indices()));
    }

    private static double[] weights(final Similarity similarity, final int[] chosen) {
        final double[] nearest = new double[similarity.size()];
        final int[] owners = new int[nearest.length];
        final double[] column = new double[nearest.length];
        Arrays.fill(nearest, Double.NEGATIVE_INFINITY);
        for (int k = 0; k < chosen.length; k++) {
            similarity.column(chosen[k], column);
            for (int i = 0; i < column.length; i++) {
                if (column[i] > nearest[i]) {
                    nearest[i] = column[i];
                    owners[i] = k;
                }
            }
        }
        final double[] weights = new double[chosen.length];
        for (final int owner : owners) {
            weights[owner]++;
        }
        return weights;
    }

    /** A constant, twice the longest gradient, less the distance of two gradients. */
    private static final class GradientSimilarity implements Similarity {

        private final LastLayerGradients m_gradients;

        private final double m_constant;

        GradientSimilarity(final LastLayerGradients gradients) {
            m_gradients = gradients;
            double longest = 0;
            for (int i = 0; i < gradients.size(); i++) {
                longest = Math.max(longest, gradients.norm(i));
            }
            m_constant = 2 * longest;
        }

        @Override
        public int size() {
            return m_gradients.size();
        }

        @Override
        public void column(final int j, final int from, final int to, final double[] similarities) {
            for (int i = from; i < to; i++) {
                similarities[i] = Math.max(0, m_constant - Math.sqrt(m_gradients.squareDistance(i, j)));
            }
        }

        @Override
        public double own(final int j) {
            return m_constant;
        }

        @Override
        public double bound(final int j) {
            return m_constant * size();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;

/**
 * Takes images whose gradients, weighted, add up to the mean gradient of all (orthogonal matching pursuit): one by one
 * the image whose gradient has the largest inner product with what is missing, ties: lowest index; after each, the
 * weights that minimise |mean - sum of weight x gradient|^2 + 0.5 |weights|^2 with none below 0 are found anew.
 * Gradients are those of the last layer under the images' labels. Where no image brings the sum closer, the best of
 * those left follow with weight 0. Weights are scaled so that they sum to the number of images. Cost: O(budget x images
 * x classes x features + budget^2 x (features + rounds)). Killamsetty et al. 2021, arXiv:2103.00123; their code counts
 * gradients of a short last batch too much, which is a slip.
 */
record GradMatch() implements SubsetSelector {

    private static final double LAMBDA = 0.5;

    private static final int MOST_ROUNDS = 1000;

    private static final double LEAST_CHANGE = 1e-10;

    /** While more images are to come; weights are of the size of 1 / budget. */
    private static final double COARSE = 1e-7;

    static final SelectorInfo INFO = new SelectorInfo("grad-match", "GradMatch",
        "Takes images whose gradients, weighted, add up to the gradient of all.",
        "Killamsetty et al. 2021, arXiv:2103.00123", Set.of(Need.LABELS, Need.PROBABILITIES, Need.EMBEDDINGS),
        "inner product of the image's gradient with what was missing before",
        "O(budget x images x classes x features + budget x budget x rounds) time; no matrix of gradients is kept",
        "Not for choosing from a whole pool by the gradients of a network that knows little: 100 of 4,900 "
            + "Fashion-MNIST images (LeNet, 320 updates, 3 seeds, a network trained on 100 other random images) "
            + "gave a test accuracy of 0.394, 100 random ones 0.694; trained together with these 100 it was 0.699, "
            + "against 0.767.",
        SelectorInfo.Trait.GIVES_WEIGHTS);

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final Selection chosen = choose(new LastLayerGradients(pool.get(Need.PROBABILITIES), pool.get(Need.LABELS),
            pool.get(Need.EMBEDDINGS), true), LAMBDA, budget, run);
        final double sum = Arrays.stream(chosen.weights()).sum();
        return new Selection(chosen.indices(), chosen.scores(), Arrays.stream(chosen.weights())
            .map(weight -> sum > 0 ? weight / sum * pool.size() : (double)pool.size() / budget).toArray());
    }

    /** Weights are those of the mean. */
    static Selection choose(final LastLayerGradients gradients, final double lambda, final int budget,
        final RunControl run) throws CanceledException {
        final LastLayerGradients.Sum mean = gradients.mean();
        final int[] indices = new int[budget];
        final double[] scores = new double[budget];
        final double[] targets = new double[budget];
        final double[][] products = new double[budget][budget];
        final boolean[] taken = new boolean[gradients.size()];
        final double[] missing = new double[gradients.size()];
        double[] weights = new double[0];
        for (int k = 0; k < budget; k++) {
            run.checkCanceled();
            final LastLayerGradients.Sum rest = mean.copy();
            for (int j = 0; j < k; j++) {
                rest.add(indices[j], -weights[j]);
            }
            Arrays.setAll(missing, rest::product);
            final int best = Highest.of(missing, taken);
            taken[best] = true;
            indices[k] = best;
            scores[k] = missing[best];
            targets[k] = mean.product(best);
            for (int j = 0; j <= k; j++) {
                products[k][j] = gradients.product(best, indices[j]);
                products[j][k] = products[k][j];
            }
            weights = weights(products, targets, k + 1, lambda, k + 1 < budget ? COARSE : LEAST_CHANGE,
                Arrays.copyOf(weights, k + 1));
            run.progress((k + 1.0) / budget,
                "%s of %s selected".formatted(Wording.value(k + 1), Wording.value(budget)));
        }
        return new Selection(indices, scores, weights);
    }

    /** Weight by weight the best one, none below 0, until nothing changes; from given ones on, which are changed. */
    private static double[] weights(final double[][] products, final double[] targets, final int count,
        final double lambda, final double leastChange, final double[] weights) {
        final double[] sums = new double[count];
        for (int j = 0; j < count; j++) {
            add(weights[j], products[j], sums);
        }
        double change = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS && change > leastChange; round++) {
            change = 0;
            for (int j = 0; j < count; j++) {
                final double square = products[j][j] + lambda;
                final double others = sums[j] - products[j][j] * weights[j];
                final double step = (square > 0 ? Math.max(0, (targets[j] - others) / square) : 0) - weights[j];
                if (step != 0) {
                    weights[j] += step;
                    add(step, products[j], sums);
                    change = Math.max(change, Math.abs(step));
                }
            }
        }
        return weights;
    }

    private static void add(final double factor, final double[] row, final double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += factor * row[i];
        }
    }
}

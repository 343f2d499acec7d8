// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.run.Wording;

/**
 * Takes images whose gradients, weighted, add up to that of all, the more gladly the less the network is sure of them:
 * it makes |b - sum of w g|^2 - beta x sum of w u small, g the gradients of the last layer under the predicted class, b
 * their sum, u the entropies, and weights w at least 0. Greedy: one by one the image that makes it smallest with its
 * best weight (ties: lowest index). Iterative thresholding: 50 steps against the gradient, after each of which the
 * largest weights are kept, as many as the budget; images that are missing then follow as greedy would begin. Beta is
 * the uncertainty times 0.1 |b|^2 / (budget x mean entropy). Weights are scaled so that they sum to the number of
 * images. Cost: O(budget x images x classes x features), or 50 times that for one image. Shen, Jiang, Zhang and Koyejo
 * 2022, arXiv:2211.00246. Deviations: the objective is ours, as the text could not be had; correlations are divided by
 * the lengths of gradients, or long ones would always come first.
 *
 * @param solver how it is made small
 * @param uncertainty how much being unsure counts, 0 to 100
 */
record SparseApproximation(Solver solver, double uncertainty) implements SubsetSelector {

    static final SparseApproximation DEFAULT = new SparseApproximation(Solver.GREEDY, 1);

    private static final int STEPS = 50;

    static final SelectorInfo INFO = new SelectorInfo("sparse-approximation", "Sparse loss approximation",
        "Takes images whose gradients add up to that of all, and of which a network is not sure.",
        "Shen, Jiang, Zhang, Koyejo 2022, arXiv:2211.00246", Set.of(Need.PROBABILITIES, Need.EMBEDDINGS),
        "how well the image's gradient goes with what was missing before, by its length; of thresholding, its weight",
        "O(budget x images x classes x features) time, thresholding O(50 x images x classes x features); no matrix of "
            + "gradients is kept",
        "Worse than chance here, though the sum of gradients is met far better than by random images: "
            + BesideKnown.accuracy("0.735"),
        SelectorInfo.Trait.GIVES_WEIGHTS);

    /** How weights are found. */
    public enum Solver {
        /** Image by image. */
        GREEDY,
        /** All at once. */
        ITERATIVE_THRESHOLDING
    }

    /** Refuses values out of range. */
    SparseApproximation {
        if (!(uncertainty >= 0 && uncertainty <= 100)) {
            throw new SettingsException("Weight of being unsure (0 = none)", "must be at least 0 and at most 100",
                uncertainty, "Start with 1.");
        }
    }

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final double[][] probabilities = pool.get(Need.PROBABILITIES);
        final LastLayerGradients gradients = new LastLayerGradients(probabilities,
            Arrays.stream(probabilities).mapToInt(Surprise::predicted).toArray(), pool.get(Need.EMBEDDINGS), true);
        final double[] entropies = Arrays.stream(probabilities).mapToDouble(Surprise::entropy).toArray();
        final LastLayerGradients.Sum all = gradients.sum();
        final double mean = Arrays.stream(entropies).average().orElseThrow();
        final double beta = mean > 0 ? uncertainty * 0.1 * all.square() / (budget * mean) : 0;
        final double[] bonus = Arrays.stream(entropies).map(u -> beta * u / 2).toArray();
        final Selection chosen = solver == Solver.GREEDY ? greedy(gradients, bonus, budget, run)
            : thresholding(gradients, bonus, budget, 1 / largest(gradients, run), STEPS, run);
        final double sum = Arrays.stream(chosen.weights()).sum();
        return new Selection(chosen.indices(), chosen.scores(), Arrays.stream(chosen.weights())
            .map(weight -> sum > 0 ? weight / sum * pool.size() : (double)pool.size() / budget).toArray());
    }

    /** @param bonus what is added to the product of each gradient with what is missing */
    static Selection greedy(final LastLayerGradients gradients, final double[] bonus, final int budget,
        final RunControl run) throws CanceledException {
        final LastLayerGradients.Sum missing = gradients.sum();
        final boolean[] taken = new boolean[gradients.size()];
        final double[] gains = new double[taken.length];
        final int[] indices = new int[budget];
        final double[] scores = new double[budget];
        final double[] weights = new double[budget];
        for (int k = 0; k < budget; k++) {
            run.checkCanceled();
            Ranges.forAll(gains.length, (from, to) -> {
                for (int i = from; i < to; i++) {
                    gains[i] = gradients.norm(i) > 0 ? (missing.product(i) + bonus[i]) / gradients.norm(i) : 0;
                }
            });
            indices[k] = Highest.of(gains, taken);
            scores[k] = gains[indices[k]];
            taken[indices[k]] = true;
            weights[k] = scores[k] > 0 ? scores[k] / gradients.norm(indices[k]) : 0;
            missing.add(indices[k], -weights[k]);
            run.progress((k + 1.0) / budget,
                "%s of %s selected".formatted(Wording.value(k + 1), Wording.value(budget)));
        }
        return new Selection(indices, scores, weights);
    }

    static Selection thresholding(final LastLayerGradients gradients, final double[] bonus, final int budget,
        final double step, final int steps, final RunControl run) throws CanceledException {
        double[] weights = new double[gradients.size()];
        for (int s = 0; s < steps; s++) {
            run.checkCanceled();
            final LastLayerGradients.Sum missing = gradients.sum();
            for (int i = 0; i < weights.length; i++) {
                if (weights[i] > 0) {
                    missing.add(i, -weights[i]);
                }
            }
            final double[] moved = new double[weights.length];
            final double[] before = weights;
            Ranges.forAll(moved.length, (from, to) -> {
                for (int i = from; i < to; i++) {
                    moved[i] = Math.max(0, before[i] + 2 * step * (missing.product(i) + bonus[i]));
                }
            });
            weights = new double[moved.length];
            for (final int kept : Highest.select(moved, budget).indices()) {
                weights[kept] = moved[kept];
            }
            run.progress((s + 1.0) / steps, "weights are made better");
        }
        final double[] last = weights;
        final double[] first = greedy(gradients, bonus);
        final int[] indices = IntStream.range(0, last.length).boxed()
            .sorted((a, b) -> last[a] != last[b] ? Double.compare(last[b], last[a])
                : Double.compare(first[b], first[a]))
            .limit(budget).mapToInt(Integer::intValue).toArray();
        final double[] chosen = IntStream.of(indices).mapToDouble(i -> last[i]).toArray();
        return new Selection(indices, chosen.clone(), chosen);
    }

    /** What greedy would go by at its first image. */
    private static double[] greedy(final LastLayerGradients gradients, final double[] bonus) {
        final LastLayerGradients.Sum all = gradients.sum();
        return IntStream.range(0, gradients.size())
            .mapToDouble(i -> gradients.norm(i) > 0 ? (all.product(i) + bonus[i]) / gradients.norm(i) : 0).toArray();
    }

    /** Twice the largest eigenvalue of the products of all gradients, a little more, by 20 power iterations. */
    private static double largest(final LastLayerGradients gradients, final RunControl run) throws CanceledException {
        double[] vector = new double[gradients.size()];
        Arrays.fill(vector, 1 / Math.sqrt(vector.length));
        double length = 1;
        for (int s = 0; s < 20 && length > 0; s++) {
            run.checkCanceled();
            final LastLayerGradients.Sum sum = gradients.nothing();
            for (int i = 0; i < vector.length; i++) {
                sum.add(i, vector[i]);
            }
            final double[] next = IntStream.range(0, vector.length).mapToDouble(sum::product).toArray();
            length = Math.sqrt(Arrays.stream(next).map(value -> value * value).sum());
            final double by = length;
            vector = Arrays.stream(next).map(value -> by > 0 ? value / by : 0).toArray();
        }
        return Math.max(1e-12, 2.2 * length);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.run.Wording;

/**
 * Takes, one by one, the image whose label would tell most about the network beside those of the images taken before
 * (BatchBALD): the joint entropy of their labels over the passes with dropout, less the sum of the mean entropies of
 * the passes; ties: lowest index. Joint probabilities are exact up to 200 combinations of labels; of more, 200 are
 * drawn at evenly spread places of their distribution, so there is no chance in it. Passes can tell only so much, so
 * after a number of images the joint starts anew. Cost: O(budget x images x 200 x passes x classes). Kirsch, van
 * Amersfoort and Gal 2019, arXiv:1906.08158. Deviation: theirs draws at random, and chooses one batch.
 *
 * @param batch how many images are judged together, 1 to 100; 1 is BALD
 */
record BatchBald(int batch) implements SubsetSelector {

    static final BatchBald DEFAULT = new BatchBald(10);

    private static final int MOST_COMBINATIONS = 200;

    static final SelectorInfo INFO = new SelectorInfo("batch-bald", "BatchBALD (dropout)",
        "Takes the images whose labels would, together, tell most about a network that predicts with dropout.",
        "Kirsch, van Amersfoort, Gal 2019, arXiv:1906.08158", Set.of(Need.DROPOUT),
        "by how much the label of the image would raise what is told, in nats",
        "O(budget x images x 200 x passes x classes) time, and the passes through the network",
        "No better than chance here: " + BesideKnown.accuracy("0.754")
            + " Dropout must be a layer of the network; a network without one is refused.");

    /** Refuses values out of range. */
    BatchBald {
        if (batch < 1 || batch > 100) {
            throw new SettingsException("Images judged together", "must be at least 1 and at most 100", batch,
                "Start with 10.");
        }
    }

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final double[][][] passes = pool.get(Need.DROPOUT);
        final double[] conditional = Arrays.stream(passes).mapToDouble(Bald::conditional).toArray();
        final boolean[] taken = new boolean[passes.length];
        final int[] indices = new int[budget];
        final double[] scores = new double[budget];
        final double[] gains = new double[passes.length];
        double[][] joint = nothing(passes[0].length);
        for (int k = 0; k < budget; k++) {
            run.checkCanceled();
            if (k % batch == 0) {
                joint = nothing(passes[0].length);
            }
            final double[][] before = joint;
            final double[] weights = shares(before);
            Ranges.forAll(gains.length, (from, to) -> {
                for (int i = from; i < to; i++) {
                    gains[i] = taken[i] ? 0 : gain(before, weights, passes[i]) - conditional[i];
                }
            });
            indices[k] = Highest.of(gains, taken);
            scores[k] = gains[indices[k]];
            taken[indices[k]] = true;
            joint = with(before, weights, passes[indices[k]]);
            run.progress((k + 1.0) / budget,
                "%s of %s selected".formatted(Wording.value(k + 1), Wording.value(budget)));
        }
        return new Selection(indices, scores);
    }

    /** One combination of no labels, of probability 1 in each pass. */
    private static double[][] nothing(final int passes) {
        final double[][] joint = new double[1][passes];
        Arrays.fill(joint[0], 1);
        return joint;
    }

    /** How much each combination stands for; they sum to 1. Drawn ones stand for as much each. */
    private static double[] shares(final double[][] joint) {
        final double[] shares = Arrays.stream(joint).mapToDouble(row -> Arrays.stream(row).average().orElseThrow())
            .toArray();
        final boolean drawn = joint.length == MOST_COMBINATIONS;
        return drawn ? Arrays.stream(shares).map(share -> 1.0 / MOST_COMBINATIONS).toArray() : shares;
    }

    /** What the label of an image adds to the joint entropy: its mean entropy given each combination. */
    static double gain(final double[][] joint, final double[] shares, final double[][] passes) {
        double gain = 0;
        for (int m = 0; m < joint.length; m++) {
            final double[] given = given(joint[m], passes);
            gain += shares[m] * Surprise.entropy(given);
        }
        return gain;
    }

    /** The probabilities of the labels of an image given a combination. */
    private static double[] given(final double[] combination, final double[][] passes) {
        final double[] given = new double[passes[0].length];
        double sum = 0;
        for (int t = 0; t < passes.length; t++) {
            sum += combination[t];
            for (int k = 0; k < given.length; k++) {
                given[k] += combination[t] * passes[t][k];
            }
        }
        for (int k = 0; k < given.length; k++) {
            given[k] = sum > 0 ? given[k] / sum : 1.0 / given.length;
        }
        return given;
    }

    private static double[][] with(final double[][] joint, final double[] shares, final double[][] passes) {
        final int classes = passes[0].length;
        final double[][] all = new double[joint.length * classes][];
        final double[] places = new double[all.length];
        for (int m = 0; m < joint.length; m++) {
            final double[] given = given(joint[m], passes);
            for (int k = 0; k < classes; k++) {
                final double[] row = joint[m].clone();
                for (int t = 0; t < row.length; t++) {
                    row[t] *= passes[t][k];
                }
                all[m * classes + k] = row;
                places[m * classes + k] = shares[m] * given[k];
            }
        }
        return all.length < MOST_COMBINATIONS ? all : drawn(all, places);
    }

    private static double[][] drawn(final double[][] all, final double[] shares) {
        final double[][] drawn = new double[MOST_COMBINATIONS][];
        final double sum = Arrays.stream(shares).sum();
        double end = 0;
        int last = 0;
        for (int m = 0, k = 0; m < all.length && k < drawn.length; m++) {
            end += shares[m] / sum;
            for (; k < drawn.length && (k + 0.5) / drawn.length < end; k++) {
                drawn[k] = all[m];
                last = k + 1;
            }
        }
        Arrays.fill(drawn, last, drawn.length, all[all.length - 1]);
        return drawn;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Ranks images by how likely their label is wrong. The threshold of a class is the mean probability of the class over
 * the images labelled with it. An image is suspicious if, of the classes whose threshold its probabilities reach, the
 * most probable one is not its label. Suspicious images come first, both parts by the probability of the most probable
 * other class less that of the label; ties: lowest class, lowest index. Suggests for a suspicious image that class, for
 * another one its most probable class. Probabilities should come from a network that was not trained on the images they
 * are of. Cost: O(images x (classes + log images)). Northcutt, Jiang and Chuang 2021, arXiv:1911.00068 (their ranking
 * by normalised margin, within the images off the diagonal of the confident joint).
 */
record ConfidentLearning() implements SubsetSelector {

    /** Above the difference of any two probabilities. */
    private static final double SUSPICIOUS = 2;

    static final SelectorInfo INFO = new SelectorInfo("confident-learning", "Suspicious labels (confident learning)",
        "Takes the images whose label is most likely wrong, and tells the label that a network would give them.",
        "Northcutt, Jiang, Chuang 2021, arXiv:1911.00068", Set.of(Need.LABELS, Need.PROBABILITIES),
        "probability of the most probable other class less that of the label; 2 more for images above the threshold of "
            + "another class",
        "O(images x classes) time",
        "For looking at, not for training. Let a network predict that was not trained on the images; one that was has "
            + "learned the wrong labels, too. Of 25 wrong labels among 500 images, judged by two LeNets that had "
            + "learned the other half each (workflow 16), at least 20 stand in the first tenth; a random tenth "
            + "finds 2 or 3. Of 250 among 5,000 images 74 % (3 seeds, SD 1) stand there.",
        SelectorInfo.Trait.SUGGESTS_LABELS);

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final int[] labels = pool.get(Need.LABELS);
        final double[][] probabilities = pool.get(Need.PROBABILITIES);
        run.checkCanceled();
        final double[] thresholds = thresholds(labels, probabilities);
        final double[] scores = new double[labels.length];
        final int[] suggestions = new int[labels.length];
        for (int i = 0; i < scores.length; i++) {
            final int confident = confident(probabilities[i], thresholds);
            final boolean suspicious = confident >= 0 && confident != labels[i];
            final double[] others = probabilities[i].clone();
            others[labels[i]] = 0;
            suggestions[i] = suspicious ? confident : Surprise.predicted(probabilities[i]);
            scores[i] = others[Surprise.predicted(others)] - probabilities[i][labels[i]]
                + (suspicious ? SUSPICIOUS : 0);
        }
        final Selection chosen = Highest.select(scores, budget);
        return chosen.suggesting(Arrays.stream(chosen.indices()).map(i -> suggestions[i]).toArray());
    }

    /** Infinite for a class without images. */
    static double[] thresholds(final int[] labels, final double[][] probabilities) {
        final double[] sums = new double[probabilities[0].length];
        final int[] counts = new int[sums.length];
        for (int i = 0; i < labels.length; i++) {
            sums[labels[i]] += probabilities[i][labels[i]];
            counts[labels[i]]++;
        }
        for (int k = 0; k < sums.length; k++) {
            sums[k] = counts[k] == 0 ? Double.POSITIVE_INFINITY : sums[k] / counts[k];
        }
        return sums;
    }

    /** The most probable of the classes whose threshold is reached; -1 if there is none. */
    private static int confident(final double[] row, final double[] thresholds) {
        int confident = -1;
        for (int k = 0; k < row.length; k++) {
            if (row[k] >= thresholds[k] && (confident < 0 || row[k] > row[confident])) {
                confident = k;
            }
        }
        return confident;
    }
}

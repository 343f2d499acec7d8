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
 * Takes, one by one, the image whose gradient points most along that of the query images, which stand for validation;
 * ties: lowest index. After each, the query images are thought to have learned from it: their scores move against its
 * gradient by one step (first order), and their gradient is made anew. Gradients are those of the last layer under the
 * images' labels, never written out but for the mean of the query ({@link LastLayerGradients}). Cost: O(budget x
 * (images + query images) x classes x features). Killamsetty et al. 2021, arXiv:2012.10630. Deviation from DeepCore
 * (Guo, Zhao and Bai 2022): its code never makes the gradient anew, which is a slip.
 *
 * @param step how far they learn, 0 to 10; 0 ranks by the first gradient alone
 */
record Glister(double step) implements SubsetSelector {

    static final Glister DEFAULT = new Glister(0.1);

    static final SelectorInfo INFO = new SelectorInfo("glister", "Glister",
        "Takes the images from which a network would learn most of what the query images ask for.",
        "Killamsetty, Sivasubramanian, Ramakrishnan, Iyer 2021, arXiv:2012.10630",
        Set.of(Need.LABELS, Need.PROBABILITIES, Need.EMBEDDINGS, Need.QUERY),
        "inner product of the image's gradient with that of the query images",
        "O(budget x (images + query images) x classes x features) time; no matrix of gradients is kept",
        "Worse than chance here: " + BesideKnown.accuracy("0.738")
            + " The query must be labeled images that were not used otherwise.");

    /** Refuses values out of range. */
    Glister {
        if (!(step >= 0 && step <= 10)) {
            throw new SettingsException("Step (0 = none)", "must be at least 0 and at most 10", step,
                "Start with 0.1.");
        }
    }

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final Pool query = pool.get(Need.QUERY);
        final LastLayerGradients gradients = new LastLayerGradients(pool.get(Need.PROBABILITIES),
            pool.get(Need.LABELS), pool.get(Need.EMBEDDINGS), true);
        return choose(gradients, new Learned(query.get(Need.PROBABILITIES), query.get(Need.LABELS),
            query.get(Need.EMBEDDINGS)), budget, run);
    }

    private Selection choose(final LastLayerGradients gradients, final Learned query, final int budget,
        final RunControl run) throws CanceledException {
        final boolean[] taken = new boolean[gradients.size()];
        final double[] gains = new double[taken.length];
        final int[] indices = new int[budget];
        final double[] scores = new double[budget];
        for (int k = 0; k < budget; k++) {
            run.checkCanceled();
            final double[][] mean = query.mean();
            Arrays.setAll(gains, i -> taken[i] ? 0 : gradients.product(i, mean));
            indices[k] = Highest.of(gains, taken);
            scores[k] = gains[indices[k]];
            taken[indices[k]] = true;
            if (step > 0) {
                query.learn(gradients.error(indices[k]), gradients.embedding(indices[k]), step);
            }
            run.progress((k + 1.0) / budget,
                "%s of %s selected".formatted(Wording.value(k + 1), Wording.value(budget)));
        }
        return new Selection(indices, scores);
    }

    /** The query images, which learn. */
    private static final class Learned {

        private final double[][] m_scores;

        private final int[] m_labels;

        private final float[][] m_embeddings;

        Learned(final double[][] probabilities, final int[] labels, final float[][] embeddings) {
            m_scores = Arrays.stream(probabilities)
                .map(row -> Arrays.stream(row).map(p -> Math.log(Math.max(1e-8, p))).toArray())
                .toArray(double[][]::new);
            m_labels = labels;
            m_embeddings = embeddings;
        }

        /** The mean gradient: classes x (features + 1), the last column for the biases. */
        double[][] mean() {
            final double[][] mean = new double[m_scores[0].length][m_embeddings[0].length + 1];
            for (int j = 0; j < m_scores.length; j++) {
                final double[] error = softmax(m_scores[j]);
                error[m_labels[j]]--;
                for (int k = 0; k < error.length; k++) {
                    final double factor = error[k] / m_scores.length;
                    for (int f = 0; f < m_embeddings[j].length; f++) {
                        mean[k][f] += factor * m_embeddings[j][f];
                    }
                    mean[k][m_embeddings[j].length] += factor;
                }
            }
            return mean;
        }

        void learn(final double[] error, final float[] embedding, final double step) {
            for (int j = 0; j < m_scores.length; j++) {
                final double likeness = 1 + InnerProduct.of(embedding, m_embeddings[j]);
                for (int k = 0; k < error.length; k++) {
                    m_scores[j][k] -= step * error[k] * likeness;
                }
            }
        }

        private static double[] softmax(final double[] scores) {
            final double highest = Arrays.stream(scores).max().orElseThrow();
            final double[] powers = Arrays.stream(scores).map(score -> Math.exp(score - highest)).toArray();
            final double sum = Arrays.stream(powers).sum();
            return Arrays.stream(powers).map(power -> power / sum).toArray();
        }
    }
}

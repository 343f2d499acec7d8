// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Takes, one by one, the image that raises most what the images taken tell about the query images beside what the
 * private images tell (SIMILAR); similarity is 1/2 + 1/2 cosine of vectors; ties: lowest index. With V the pool, Q the
 * query images, P the private images and A those taken:
 * <ul>
 * <li>FLCMI: sum over V of max(min(max over A of s, eta max over Q of s) - nu max over P of s, 0); submodular, by
 * {@link LazyGreedy}; once nothing adds anything, lowest indices follow;</li>
 * <li>LogDetCMI: what P leaves of ln det S(A), less what P and Q together leave of it, similarities to Q times eta and
 * to P times nu, a ridge of 1 on the diagonals.</li>
 * </ul>
 * No matrix of all pairs is kept. Cost: FLCMI O(looks x images x features), LogDetCMI O(budget x images x (features +
 * budget + other images)) and at most 100,000,000 numbers. Kothawade et al. 2021, arXiv:2107.00717. Deviation: vectors
 * are embeddings, not gradients of the last layer.
 *
 * @param function how what they tell is measured
 * @param eta how much the query counts, 0.01 to 100
 * @param nu how much the private images count, 0.01 to 100
 */
record ConditionalMutualInformation(Function function, double eta, double nu) implements SubsetSelector {

    static final ConditionalMutualInformation DEFAULT = new ConditionalMutualInformation(Function.FLCMI, 1, 1);

    static final SelectorInfo INFO = new SelectorInfo("similar-conditional-mutual-information",
        "SIMILAR: like the query, unlike the private images (FLCMI, LogDetCMI)",
        "Takes the images that are most like the query images where the private images are not, such as known "
            + "foreign ones.",
        "Kothawade, Beck, Killamsetty, Iyer 2021, arXiv:2107.00717",
        Set.of(Need.VECTORS, Need.QUERY, Need.PRIVATE),
        "by how much the image raised what those chosen tell about the query images beside the private images",
        "FLCMI as facility location, LogDetCMI O(budget x images x (features + budget + other images)) time and 4 "
            + "bytes "
            + "x (2 x budget + 2 x private + query images) x images in memory, at most 400 MB; no matrix of all pairs "
            + "is kept, so results are those of the whole pool",
        "With known images of frequent classes as the private ones it finds most of a rare class: 18, 26 and 22 of the"
            + " 36 rare ones among 40 chosen of 4,000 (3 seeds).",
        SelectorInfo.Trait.SUBMODULAR);

    /** How what is told is measured. */
    public enum Function {
        /** Facility location. */
        FLCMI,
        /** Log-determinant. */
        LOG_DET_CMI
    }

    /** Refuses values out of range. */
    ConditionalMutualInformation {
        MutualInformation.checkFactor("Weight of the query (eta)", eta);
        MutualInformation.checkFactor("Weight of the private images (nu)", nu);
    }

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final float[][] vectors = pool.get(Need.VECTORS);
        final float[][] query = OtherVectors.of(pool, Need.QUERY);
        final float[][] others = OtherVectors.of(pool, Need.PRIVATE);
        final CosineSimilarity similarity = new CosineSimilarity(vectors);
        final CrossCosine unlike = new CrossCosine(vectors, others);
        if (function == Function.FLCMI) {
            return LazyGreedy.choose(objective(similarity, new CrossCosine(vectors, query), unlike), budget, run);
        }
        Explained.checkSize("LogDetCMI", pool.size(), 2L * (budget + others.length) + query.length);
        final Explained left = new Explained(similarity, MutualInformation.RIDGE);
        left.condition(unlike, new CosineSimilarity(others), scales(others.length, 0), run);
        final Explained told = new Explained(similarity, MutualInformation.RIDGE);
        final float[][] both = Arrays.copyOf(others, others.length + query.length);
        System.arraycopy(query, 0, both, others.length, query.length);
        told.condition(new CrossCosine(vectors, both), new CosineSimilarity(both),
            scales(others.length, query.length), run);
        return Explained.chooseTold(left, told, budget, run);
    }

    Objective objective(final Similarity pool, final CrossSimilarity query, final CrossSimilarity others) {
        return ConditionalGain.cover(pool, others, Arrays.stream(query.highest()).map(s -> eta * s).toArray(), nu);
    }

    private double[] scales(final int others, final int query) {
        final double[] scales = new double[others + query];
        Arrays.fill(scales, 0, others, nu);
        Arrays.fill(scales, others, scales.length, eta);
        return scales;
    }
}

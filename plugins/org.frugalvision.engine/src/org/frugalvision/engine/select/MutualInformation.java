// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;

/**
 * Takes, one by one, the image that raises most what the images taken tell about the query images (SIMILAR); similarity
 * is 1/2 + 1/2 cosine of vectors; ties: lowest index. With V the pool, Q the query images and A those taken:
 * <ul>
 * <li>FLQMI: sum over Q of max over A of s, and eta times the sum over A of max over Q of s;</li>
 * <li>FLVMI: sum over V of min(max over A of s, eta max over Q of s); once nothing adds anything, lowest indices
 * follow;</li>
 * <li>GCMI: 2 x sum over A and Q of s;</li>
 * <li>COM: eta times the sum over A of f(sum over Q of s), and the sum over Q of f(sum over A of s), f(x) = ln(1 +
 * x);</li>
 * <li>LogDetMI: ln det S(A) - ln det(S(A) - eta^2 S(A, Q) S(Q)^-1 S(Q, A)), a ridge of 1 on the diagonals.</li>
 * </ul>
 * All but LogDetMI are submodular and use {@link LazyGreedy}. No matrix of all pairs is kept. Cost: O(looks x query
 * images x features), FLVMI O(looks x images x features), LogDetMI O(budget x images x (features + budget + query
 * images)) and at most 100,000,000 numbers. Kothawade et al. 2021, arXiv:2107.00717. Deviation: vectors are embeddings,
 * not gradients of the last layer.
 *
 * @param function how what they tell is measured
 * @param eta how much the query counts, 0.01 to 100
 */
record MutualInformation(Function function, double eta) implements SubsetSelector {

    static final MutualInformation DEFAULT = new MutualInformation(Function.FLQMI, 1);

    static final double RIDGE = 1;

    static final SelectorInfo INFO = new SelectorInfo("similar-mutual-information",
        "SIMILAR: like the query (FLQMI, FLVMI, GCMI, COM, LogDetMI)",
        "Takes the images that are, together, most like the query images, such as the few known images of a rare "
            + "class.",
        "Kothawade, Beck, Killamsetty, Iyer 2021, arXiv:2107.00717", Set.of(Need.VECTORS, Need.QUERY),
        "by how much the image raised what those chosen tell about the query images",
        "O(images x query images x features) time for each look; FLVMI looks at all pairs of images. No matrix is "
            + "kept, so results are those of the whole pool; LogDetMI keeps 4 bytes x (2 x budget + query images) x "
            + "images, at most 400 MB",
        "The choice for rare classes of which some images are known: among 40 chosen of some 4,000 "
            + "Fashion-MNIST images, of which 36 are rare, with 10 known rare ones as the query (LeNet that "
            + "knows 84 images), FLQMI found 13, 7 and 19 rare ones (3 seeds), GCMI 7, 10 and 14, COM 8, 10 and "
            + "14, FLVMI 17, 22 and 21, LogDetMI 20, 17 and 25; random choice, entropy and BADGE found 0 or 1.",
        SelectorInfo.Trait.SUBMODULAR);

    /** How what is told is measured. */
    public enum Function {
        /** Facility location over the query images. */
        FLQMI,
        /** Facility location over the pool. */
        FLVMI,
        /** Graph cut. */
        GCMI,
        /** Concave over modular. */
        COM,
        /** Log-determinant. */
        LOG_DET_MI
    }

    /** Refuses values out of range. */
    MutualInformation {
        checkFactor("Weight of the query (eta)", eta);
    }

    static void checkFactor(final String title, final double factor) {
        if (!(factor >= 0.01 && factor <= 100)) {
            throw new SettingsException(title, "must be at least 0.01 and at most 100", factor, "Start with 1.");
        }
    }

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final float[][] vectors = pool.get(Need.VECTORS);
        final float[][] query = OtherVectors.of(pool, Need.QUERY);
        if (function == Function.LOG_DET_MI) {
            Explained.checkSize("LogDetMI", pool.size(), 2L * budget + query.length);
        }
        return choose(new CosineSimilarity(vectors), new CrossCosine(vectors, query), new CosineSimilarity(query),
            RIDGE, budget, run);
    }

    Selection choose(final Similarity pool, final CrossSimilarity query, final Similarity among, final double ridge,
        final int budget, final RunControl run) throws CanceledException {
        if (function == Function.LOG_DET_MI) {
            final double[] scales = new double[query.others()];
            Arrays.fill(scales, eta);
            final Explained told = new Explained(pool, ridge);
            told.condition(query, among, scales, run);
            return Explained.chooseTold(new Explained(pool, ridge), told, budget, run);
        }
        if (function == Function.GCMI) {
            run.checkCanceled();
            return Highest.select(Arrays.stream(query.sums()).map(sum -> 2 * sum).toArray(), budget);
        }
        return LazyGreedy.choose(objective(pool, query, Math::log1p), budget, run);
    }

    /** What images are worth by a submodular function. */
    Objective objective(final Similarity pool, final CrossSimilarity query, final DoubleUnaryOperator concave) {
        return switch (function) {
            case FLQMI -> new QueryCover(query, eta);
            case FLVMI -> new GreedyCover(pool, new double[pool.size()],
                Arrays.stream(query.highest()).map(s -> eta * s).toArray());
            default -> new ConcaveOverModular(query, concave, eta);
        };
    }
}

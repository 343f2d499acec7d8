// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Takes, one by one, the image that adds most to what the private images tell (SIMILAR): unlike them, and unlike each
 * other; similarity is 1/2 + 1/2 cosine of vectors; ties: lowest index. With V the pool, P the private images and A
 * those taken:
 * <ul>
 * <li>FLCG: sum over V of max(max over A of s - nu max over P of s, 0);</li>
 * <li>GCCG: sum over V and A of s - sum over A and A of s - 2 nu sum over A and P of s;</li>
 * <li>LogDetCG: ln det(S(A) - nu^2 S(A, P) S(P)^-1 S(P, A)), a ridge of 1 on the diagonals.</li>
 * </ul>
 * All are submodular. No matrix of all pairs is kept. Cost: as {@link FacilityLocation}, {@link GraphCut} and
 * {@link LogDeterminant}, and O(images x private images x features). Kothawade et al. 2021, arXiv:2107.00717.
 * Deviation: vectors are embeddings, not gradients of the last layer.
 *
 * @param function how what they tell is measured
 * @param nu how much the private images count, 0.01 to 100
 */
record ConditionalGain(Function function, double nu) implements SubsetSelector {

    static final ConditionalGain DEFAULT = new ConditionalGain(Function.FLCG, 1);

    static final SelectorInfo INFO = new SelectorInfo("similar-conditional-gain",
        "SIMILAR: unlike the private images (FLCG, GCCG, LogDetCG)",
        "Takes the images that stand for the others and are unlike the private images, such as those that are there "
            + "already.",
        "Kothawade, Beck, Killamsetty, Iyer 2021, arXiv:2107.00717", Set.of(Need.VECTORS, Need.PRIVATE),
        "by how much the image raised what those chosen tell beside the private images",
        "that of facility location, graph cut or log-determinant, and O(images x private images x features) time; no "
            + "matrix is kept, so results are those of the whole pool",
        "With the known images as the private ones as good as the best here: "
            + BesideKnown.accuracy("0.790 (SD 0.018)"), SelectorInfo.Trait.SUBMODULAR);

    /** How what is told is measured. */
    public enum Function {
        /** Facility location. */
        FLCG,
        /** Graph cut. */
        GCCG,
        /** Log-determinant. */
        LOG_DET_CG
    }

    /** Refuses values out of range. */
    ConditionalGain {
        MutualInformation.checkFactor("Weight of the private images (nu)", nu);
    }

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final float[][] vectors = pool.get(Need.VECTORS);
        final float[][] others = OtherVectors.of(pool, Need.PRIVATE);
        if (function == Function.LOG_DET_CG) {
            Explained.checkSize("LogDetCG", pool.size(), (long)budget + others.length);
        }
        return choose(new CosineSimilarity(vectors), new CrossCosine(vectors, others), new CosineSimilarity(others),
            MutualInformation.RIDGE, budget, run);
    }

    Selection choose(final Similarity pool, final CrossSimilarity others, final Similarity among, final double ridge,
        final int budget, final RunControl run) throws CanceledException {
        return switch (function) {
            case FLCG -> LazyGreedy.choose(cover(pool, others, GreedyCover.uncapped(pool.size()), nu), budget, run);
            case GCCG -> GraphCut.DEFAULT.choose(pool,
                Arrays.stream(others.sums()).map(sum -> -2 * nu * sum).toArray(), budget, run);
            case LOG_DET_CG -> {
                final double[] scales = new double[others.others()];
                Arrays.fill(scales, nu);
                final Explained explained = new Explained(pool, ridge);
                explained.condition(others, among, scales, run);
                yield LogDeterminant.choose(explained, budget, run);
            }
        };
    }

    /** What counts only where the private images are farther. */
    static Objective cover(final Similarity pool, final CrossSimilarity others, final double[] caps,
        final double nu) {
        return new GreedyCover(pool, Arrays.stream(others.highest()).map(s -> nu * s).toArray(), caps);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;

/**
 * Takes, one by one, the image that has the most images within a radius that are within that of none taken or selected
 * already; once all are, lowest indices follow; ties: lowest index. Distances are Euclidean between vectors of length
 * 1. A radius of 0 is chosen: the largest at which 95 % of at most 1,000 images, spread evenly over the pool, have only
 * images of their own group within it, groups by {@link KMeans}. By {@link LazyGreedy}; no matrix is kept. Cost:
 * O(images x images x features) for the first image, then O(images x features) for each look. Yehuda, Dekel, Hacohen
 * and Weinshall 2022, arXiv:2205.11520.
 *
 * @param ballRadius 0 (chosen) to 2
 * @param groups how many groups the radius is chosen by, 2 to 1,000; best the number of classes
 */
record ProbCover(double ballRadius, int groups) implements SubsetSelector {

    static final ProbCover DEFAULT = new ProbCover(0, 10);

    private static final int MOST_CENTRES = 1000;

    private static final double IMPURE = 0.05;

    /** What cosines of single precision may be off. */
    private static final double SLACK = 1e-6;

    static final SelectorInfo INFO = new SelectorInfo("probcover", "ProbCover",
        "Takes the images around which most others lie that none chosen before is near to.",
        "Yehuda, Dekel, Hacohen, Weinshall 2022, arXiv:2205.11520", Set.of(Need.VECTORS, Need.SELECTED),
        "how many images came within the radius of a chosen one for the first time",
        "O(images x images x features) time; no matrix is kept",
        "A little better than chance beside known images: " + BesideKnown.accuracy("0.764 (SD 0.013)")
            + " Not by pixels: 50 first images chosen by small versions of them gave 0.564, random ones 0.627.",
        SelectorInfo.Trait.DRAWS_AT_RANDOM, SelectorInfo.Trait.SUBMODULAR);

    /** Refuses values out of range. */
    ProbCover {
        if (!(ballRadius >= 0 && ballRadius <= 2)) {
            throw new SettingsException("Radius (0 = chosen)", "must be at least 0 and at most 2", ballRadius,
                "Start with 0.");
        }
        if (groups < 2 || groups > 1000) {
            throw new SettingsException("Groups", "must be at least 2 and at most 1,000", groups,
                "Enter the number of classes.");
        }
    }

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final float[][] vectors = pool.get(Need.VECTORS);
        final CosineSimilarity similarity = new CosineSimilarity(vectors);
        final double least = ballRadius > 0 ? 1 - ballRadius * ballRadius / 4 - SLACK
            : least(similarity, vectors, random, run.part(0, 0.2));
        final double[] covered = Arrays.stream(new CrossCosine(vectors, OtherVectors.selected(pool)).highest())
            .map(highest -> highest >= least ? 1 : 0).toArray();
        return new GreedyCover(new Ball(similarity, least), covered, GreedyCover.uncapped(vectors.length))
            .choose(budget, run.part(0.2, 1));
    }

    /** The similarity at the radius. */
    private double least(final CosineSimilarity similarity, final float[][] vectors, final RandomGenerator random,
        final RunControl run) throws CanceledException {
        final float[][] units = Arrays.stream(vectors).map(CosineSimilarity::unit).toArray(float[][]::new);
        final int[] group = new KMeans(units, Math.min(groups, units.length), random, run).groups();
        final int count = Math.min(MOST_CENTRES, units.length);
        final double[] column = new double[units.length];
        final double[] nearest = new double[count];
        for (int k = 0; k < count; k++) {
            run.checkCanceled();
            final int centre = (int)((long)units.length * k / count);
            similarity.column(centre, column);
            nearest[k] = IntStream.range(0, column.length).filter(i -> group[i] != group[centre])
                .mapToDouble(i -> column[i]).max().orElse(0);
        }
        Arrays.sort(nearest);
        return Math.min(1 - SLACK, nearest[count - 1 - (int)(IMPURE * count)] + SLACK);
    }

    /** 1 for images within the radius, 0 for others. */
    private record Ball(Similarity similarity, double least) implements Similarity {

        @Override
        public int size() {
            return similarity.size();
        }

        @Override
        public void column(final int j, final int from, final int to, final double[] similarities) {
            similarity.column(j, from, to, similarities);
            for (int i = from; i < to; i++) {
                similarities[i] = i == j || similarities[i] >= least ? 1 : 0;
            }
        }

        @Override
        public double own(final int j) {
            return 1;
        }

        @Override
        public double bound(final int j) {
            return size();
        }
    }
}

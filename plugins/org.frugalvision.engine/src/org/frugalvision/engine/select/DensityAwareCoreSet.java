// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Cuts the images into 4 equal groups by how densely they lie, and takes more from sparse groups: budgets are in
 * proportion to 1 / mean density, within a group k-center greedy decides, from images selected already on. The density
 * of an image is 1 / mean distance to the 10 nearest of 1,500 images spread evenly over the pool; an image without a
 * distance to them is as dense as any. Sparse groups first; ties: lowest index. Cost: O((1,500 + budget) x images x
 * features). Kim and Shin 2022, In defense of core-set: A density-aware core-set selection for active learning (KDD).
 * Deviations: theirs finds neighbours by hashing and groups by natural breaks.
 */
record DensityAwareCoreSet() implements SubsetSelector {

    private static final int GROUPS = 4;

    private static final int NEIGHBOURS = 10;

    private static final int REFERENCES = 1500;

    static final SelectorInfo INFO = new SelectorInfo("dacs", "Density-aware core-set (DACS)",
        "Takes images that are far from each other, and more of them where images lie sparsely.",
        "Kim, Shin 2022, In defense of core-set: A density-aware core-set selection for active learning (KDD)",
        Set.of(Need.VECTORS, Need.SELECTED),
        "distance to the nearest image selected already or chosen before from the same group; of its first one where "
            + "there is none, to the mean of the group",
        "O((1,500 + budget) x images x features) time",
        "Between k-center greedy and the most typical images: 100 of 4,900 Fashion-MNIST images (LeNet, 320 "
            + "updates, 3 seeds, a network trained on 100 other random images) gave a test accuracy of 0.712, 100 "
            + "random ones 0.694; trained together with these 100 it was 0.755, against 0.767.");

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final float[][] vectors = pool.get(Need.VECTORS);
        final int references = Math.min(REFERENCES, vectors.length);
        final double[] densities = densities(vectors,
            IntStream.range(0, references).map(i -> (int)((long)vectors.length * i / references)).toArray(), NEIGHBOURS,
            run.part(0, 0.5));
        final int[][] groups = groups(densities, GROUPS);
        final int[] budgets = budgets(densities, groups, budget);
        final int[] indices = new int[budget];
        final double[] scores = new double[budget];
        int taken = 0;
        for (int g = 0; g < groups.length; g++) {
            if (budgets[g] > 0) {
                final Selection part = KCenterGreedy.DEFAULT.select(pool.subset(groups[g]), budgets[g], random,
                    run.part(0.5 + 0.5 * taken / budget, 0.5 + 0.5 * (taken + budgets[g]) / budget));
                for (int i = 0; i < budgets[g]; i++) {
                    indices[taken] = groups[g][part.indices()[i]];
                    scores[taken++] = part.scores()[i];
                }
            }
        }
        return new Selection(indices, scores);
    }

    /** 1 / mean distance to the nearest references but the image itself. */
    static double[] densities(final float[][] vectors, final int[] references, final int neighbours,
        final RunControl run) throws CanceledException {
        final double[] densities = new double[vectors.length];
        for (int i = 0; i < densities.length; i++) {
            run.checkCanceled();
            run.progress((double)i / densities.length, "images are compared with others");
            final int image = i;
            final double mean = IntStream.of(references).filter(reference -> reference != image)
                .mapToDouble(reference -> Math.sqrt(KCenterGreedy.square(vectors[image], vectors[reference])))
                .sorted().limit(neighbours).average().orElse(0);
            densities[i] = 1 / Math.max(1e-12, mean);
        }
        return densities;
    }

    /** Equal groups, the sparsest first. */
    static int[][] groups(final double[] densities, final int count) {
        final int[] order = IntStream.range(0, densities.length).boxed()
            .sorted((a, b) -> Double.compare(densities[a], densities[b])).mapToInt(Integer::intValue).toArray();
        return IntStream.range(0, count).mapToObj(g -> Arrays.copyOfRange(order,
            (int)((long)order.length * g / count), (int)((long)order.length * (g + 1) / count))).toArray(int[][]::new);
    }

    /**
     * In proportion to 1 / mean density, none above the size of its group; what is left by rounding goes to the largest
     * remainder, and what a full group cannot take to the next one.
     */
    static int[] budgets(final double[] densities, final int[][] groups, final int budget) {
        final double[] shares = Arrays.stream(groups)
            .mapToDouble(group -> group.length == 0 ? 0
                : 1 / IntStream.of(group).mapToDouble(i -> densities[i]).average().orElseThrow())
            .toArray();
        final double sum = Arrays.stream(shares).sum();
        final int[] budgets = new int[groups.length];
        final double[] owed = new double[groups.length];
        for (int g = 0; g < groups.length; g++) {
            owed[g] = budget * shares[g] / sum;
            budgets[g] = (int)Math.min(groups[g].length, Math.floor(owed[g]));
        }
        for (int left = budget - Arrays.stream(budgets).sum(); left > 0; left--) {
            final boolean[] full = new boolean[groups.length];
            for (int g = 0; g < groups.length; g++) {
                full[g] = budgets[g] == groups[g].length;
            }
            final int next = Highest.of(IntStream.range(0, groups.length).mapToDouble(g -> owed[g] - budgets[g])
                .toArray(), full);
            budgets[next]++;
        }
        return budgets;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Makes as many groups of images as were selected already and shall be chosen together, at most 500 ({@link KMeans}),
 * and takes from each the most typical image: that of the smallest mean distance to its 20 nearest images of the group.
 * The group with the fewest images selected so far comes first, larger ones before smaller ones; ties: lowest index.
 * Needs neither labels nor a network. Cost: O(rounds x groups x images x features + images^2 / groups x features).
 * Hacohen, Dekel and Weinshall 2022, arXiv:2202.02794; their vectors come from self-supervised learning.
 */
record TypiClust() implements SubsetSelector {

    private static final int MOST_GROUPS = 500;

    private static final int NEIGHBOURS = 20;

    static final SelectorInfo INFO = new SelectorInfo("typiclust", "TypiClust",
        "Groups the images and takes those in the densest place of each group.",
        "Hacohen, Dekel, Weinshall 2022, arXiv:2202.02794", Set.of(Need.VECTORS, Need.SELECTED),
        "0 less the mean distance to the nearest images of the image's group",
        "O(30 x groups x images x features) time at most, and that of comparing all images of a group",
        "A good first training set without labels; it adds nothing beside known images: 100 of 4,900 "
            + "Fashion-MNIST images (LeNet, 320 updates, 3 seeds, a network trained on 100 other random images) "
            + "gave a test accuracy of 0.732, 100 random ones 0.694; trained together with these 100 it was 0.763, "
            + "against 0.767. 50 first images chosen by small versions of their pixels gave 0.668 (SD 0.019), random "
            + "ones 0.627.",
        SelectorInfo.Trait.DRAWS_AT_RANDOM);

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final float[][] vectors = pool.get(Need.VECTORS);
        final float[][] before = OtherVectors.selected(pool);
        final float[][] all =
            Stream.concat(Arrays.stream(vectors), Arrays.stream(before)).toArray(float[][]::new);
        final int[] groups =
            new KMeans(all, Math.min(before.length + budget, MOST_GROUPS), random, run.part(0, 0.5)).groups();
        final double[] scores = new double[all.length];
        int done = 0;
        for (final int[] group : ClassMembers.of(groups)) {
            final float[][] own = Arrays.stream(group).mapToObj(i -> all[i]).toArray(float[][]::new);
            final NearestNeighbours neighbours = new NearestNeighbours(own, NEIGHBOURS);
            for (int i = 0; i < group.length; i++) {
                run.checkCanceled();
                run.progress(0.5 + 0.5 * done++ / all.length, "images are compared with their neighbors");
                scores[group[i]] = -neighbours.meanDistance(i, neighbours.of(i));
            }
        }
        final int[] counts = new int[MOST_GROUPS];
        Arrays.stream(groups, vectors.length, groups.length).forEach(group -> counts[group]++);
        return ByTurns.choose(Arrays.copyOf(groups, vectors.length), counts, scores, budget);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Arrays;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;

/**
 * Takes, one by one, the image that is least like those taken or selected already: by the sum of its distances to them,
 * or by the distance to the nearest. The distance is 1/2 - 1/2 cosine of vectors; the first image, where there is none
 * before it, is that of the largest sum of distances to all; ties: lowest index. Cost: O((images selected already +
 * budget) x images x features), memory O(images). Dasgupta, Kumar and Ravi 2013, Summarization through submodularity
 * and dispersion (ACL).
 *
 * @param distances which distances count
 */
record Disparity(Distances distances) implements SubsetSelector {

    static final Disparity DEFAULT = new Disparity(Distances.SUM);

    static final SelectorInfo INFO = new SelectorInfo("disparity", "Disparity",
        "Takes the image that is least like those taken so far.",
        "Dasgupta, Kumar, Ravi 2013, Summarization through submodularity and dispersion (ACL)",
        Set.of(Need.VECTORS, Need.SELECTED),
        "sum of its distances to the images before it, or distance to the nearest of them; of the first one where "
            + "there "
            + "is none, the mean distance to all",
        "O(budget x images x features) time; no matrix is kept", "Worse than chance here, because "
            + "what differs most is unusual: " + BesideKnown.accuracy("0.712"));

    /** Which distances count. */
    public enum Distances {
        /** All. */
        SUM,
        /** The smallest. */
        LEAST
    }

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final float[][] vectors = pool.get(Need.VECTORS);
        final CrossSimilarity before = new CrossCosine(vectors, OtherVectors.selected(pool));
        final double[] apart = distances == Distances.SUM
            ? Arrays.stream(before.sums()).map(sum -> before.others() - sum).toArray()
            : Arrays.stream(before.highest()).map(highest -> 1 - highest).toArray();
        return choose(new CosineSimilarity(vectors), apart, before.others() == 0, budget, run);
    }

    /**
     * @param apart distances of each image to those before; changed
     * @param first whether there are none before
     */
    Selection choose(final Similarity similarity, final double[] apart, final boolean first, final int budget,
        final RunControl run) throws CanceledException {
        final int size = similarity.size();
        final double[] column = new double[size];
        final boolean[] taken = new boolean[size];
        final int[] indices = new int[budget];
        final double[] scores = new double[budget];
        for (int k = 0; k < budget; k++) {
            run.checkCanceled();
            final boolean alone = first && k == 0;
            if (alone) {
                Arrays.setAll(apart, i -> 1 - similarity.bound(i) / size);
            }
            indices[k] = Highest.of(apart, taken);
            scores[k] = apart[indices[k]];
            taken[indices[k]] = true;
            similarity.column(indices[k], column);
            for (int i = 0; i < size; i++) {
                final double distance = 1 - column[i];
                apart[i] = alone ? distance
                    : distances == Distances.SUM ? apart[i] + distance : Math.min(apart[i], distance);
            }
            run.progress((k + 1.0) / budget,
                "%s of %s selected".formatted(Wording.value(k + 1), Wording.value(budget)));
        }
        return new Selection(indices, scores);
    }
}

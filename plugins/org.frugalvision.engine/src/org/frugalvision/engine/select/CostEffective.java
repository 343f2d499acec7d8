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
 * Takes images that a network is not sure of, to be labelled by people, and beside them images that it is very sure of,
 * with its own label (CEAL): a share of the budget, at most, goes to images whose entropy is below a threshold, surest
 * first; the rest to those of the highest entropy, which come first. Suggests a label for the sure ones alone. Ties:
 * lowest index. Cost: O(images x (classes + log images)). Wang et al. 2017, arXiv:1701.03551. Deviation: theirs adds
 * all sure images beside the budget; here the budget holds both, as a selection has as many images as were asked for.
 *
 * @param sureShare the most of the budget that goes to sure images, 0 to 0.9
 * @param sureBelow entropy in nats below which an image is sure, above 0, at most 1
 */
record CostEffective(double sureShare, double sureBelow) implements SubsetSelector {

    static final CostEffective DEFAULT = new CostEffective(0.5, 5e-5);

    static final SelectorInfo INFO = new SelectorInfo("ceal", "Cost-effective active learning (CEAL)",
        "Takes images that a network is least sure of, and some that it is surest of with its own label.",
        "Wang et al. 2017, arXiv:1701.03551", Set.of(Need.PROBABILITIES),
        "entropy in nats; of sure images, 0 less the entropy", "O(images x classes) time",
        "A little worse than chance here, because sure images teach little: " + BesideKnown.accuracy("0.743"),
        SelectorInfo.Trait.SUGGESTS_LABELS);

    /** Refuses values out of range. */
    CostEffective {
        if (!(sureShare >= 0 && sureShare <= 0.9)) {
            throw new SettingsException("Share of sure images (0 = none)", "must be at least 0 and at most 0.9",
                sureShare, "Start with 0.5.");
        }
        if (!(sureBelow > 0 && sureBelow <= 1)) {
            throw new SettingsException("Sure below an entropy of (nats)", "must be above 0 and at most 1", sureBelow,
                "Start with 0.00005.");
        }
    }

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final double[][] probabilities = pool.get(Need.PROBABILITIES);
        run.checkCanceled();
        final double[] entropies = Arrays.stream(probabilities).mapToDouble(Surprise::entropy).toArray();
        final int[] order = Highest.select(entropies, entropies.length).indices();
        final int sure = (int)Math.min((int)(sureShare * budget),
            Arrays.stream(entropies).filter(entropy -> entropy < sureBelow).count());
        final int[] surest =
            Highest.select(Arrays.stream(entropies).map(entropy -> -entropy).toArray(), sure).indices();
        final int[] indices =
            IntStream.concat(IntStream.of(order).limit(budget - sure), IntStream.of(surest)).toArray();
        final double[] scores = new double[budget];
        final int[] suggestions = new int[budget];
        for (int k = 0; k < budget; k++) {
            final boolean asked = k < budget - sure;
            scores[k] = asked ? entropies[indices[k]] : -entropies[indices[k]];
            suggestions[k] = asked ? -1 : Surprise.predicted(probabilities[indices[k]]);
        }
        return new Selection(indices, scores).suggesting(suggestions);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Set;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;

/**
 * {@link KCenterGreedy} on the principal components of the vectors of the pool, from the central image on, or from
 * images selected already. Cost: O(images x features^2 + features^3 + (images selected already + budget) x images x
 * components). Sener and Savarese 2018, arXiv:1708.00489; on 50 components: Zhan et al. 2022, arXiv:2203.13450, whose
 * code computes with half precision, which is a slip.
 *
 * @param components how many, 1 to 1,000; all if there are fewer
 */
record KCenterOnComponents(int components) implements SubsetSelector {

    static final KCenterOnComponents DEFAULT = new KCenterOnComponents(50);

    static final SelectorInfo INFO = new SelectorInfo("k-center-pca", "k-center greedy on principal components",
        "Takes the image that is farthest from all images taken so far, in the directions in which images differ most.",
        "Zhan et al. 2022, arXiv:2203.13450; Sener, Savarese 2018, arXiv:1708.00489",
        Set.of(Need.VECTORS, Need.SELECTED),
        "distance to the nearest image chosen before; of the first one where there is none, to the mean of all",
        "O(images x features x features + budget x images x components) time", "No better than chance here: "
            + BesideKnown.accuracy("0.754"));

    /** Refuses values out of range. */
    KCenterOnComponents {
        if (components < 1 || components > 1000) {
            throw new SettingsException("Principal components", "must be at least 1 and at most 1,000", components,
                "Start with 50.");
        }
    }

    @Override
    public Selection select(final Pool pool, final int budget, final RandomGenerator random, final RunControl run)
        throws CanceledException {
        final float[][] vectors = pool.get(Need.VECTORS);
        final PrincipalComponents principal = new PrincipalComponents(vectors, components);
        return KCenterGreedy.DEFAULT.choose(principal.of(vectors), principal.of(OtherVectors.selected(pool)), budget,
            random, run);
    }
}

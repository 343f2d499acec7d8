// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.Arrays;

import org.frugalvision.engine.run.CanceledException;

/** Says which channels matter least. Stateless; a record whose components are its settings. */
public interface ChannelCriterion {

    /**
     * @param group a group of channels
     * @param context the network, and what is known about it; asking it may cost passes, which it counts
     * @return one score for each channel, not NaN; the lowest goes first, infinite ones never
     * @throws CanceledException if the work was canceled
     */
    double[] scores(ChannelGroup group, PruningContext context) throws CanceledException;

    /**
     * @param group a group of channels
     * @param kept the channels that stay, ascending
     * @param context as for the scores
     * @return what the weights that read each of them are multiplied by
     * @throws CanceledException if the work was canceled
     */
    default double[] factors(final ChannelGroup group, final int[] kept, final PruningContext context)
        throws CanceledException {
        final double[] ones = new double[kept.length];
        Arrays.fill(ones, 1);
        return ones;
    }
}

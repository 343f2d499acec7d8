// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.cost.CostLedger;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * What it costs to remove channels of one group alone, without fine-tuning.
 *
 * @param accuracy of the whole network
 * @param points one for each group and share; groups in their order, shares ascending; copied
 * @param ledger what the scan cost
 */
public record SensitivityScan(double accuracy, List<Point> points, CostLedger ledger) {

    /** Copies the points. */
    public SensitivityScan {
        points = List.copyOf(points);
    }

    /**
     * A network that lost channels of one group.
     *
     * @param group the group
     * @param kept channels that stay in it
     * @param parameters of the network
     * @param multiplyAdds of the network, for one image
     * @param accuracy of the network
     */
    public record Point(ChannelGroup group, int kept, long parameters, long multiplyAdds, double accuracy) {
    }

    /**
     * Removes 1 / n, 2 / n, ... (n - 1) / n of the channels of each group, those with the lowest scores; at least one
     * stays. Cost: O(groups x shares x images x multiply-adds).
     *
     * @param network the network
     * @param groups groups of it
     * @param scores of their channels
     * @param images labelled images, at least one
     * @param parts n, at least 2
     * @param threads computing threads; 0: all cores but one
     * @param run progress, and cancel within one batch
     * @return the scan
     * @throws CanceledException if the work was canceled
     */
    public static SensitivityScan of(final Network network, final List<ChannelGroup> groups,
        final List<double[]> scores, final ImageSet images, final int parts, final int threads, final RunControl run)
        throws CanceledException {
        final Accuracy whole = Accuracy.of(network, images, threads, run.part(0, 0));
        CostLedger ledger = CostLedger.of(List.of(whole.cost()));
        final List<Point> points = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            for (int part = 1; part < parts; part++) {
                final ChannelGroup group = groups.get(i);
                final int kept = Math.max(1, (int)Math.rint(group.channels() * (1 - (double)part / parts)));
                final Network smaller = Shrinking.of(network,
                    Removal.lowest(List.of(group), List.of(scores.get(i)), new int[]{kept}), false);
                final Accuracy accuracy = Accuracy.of(smaller, images, threads, run.part(1, 1));
                ledger = ledger.plus(accuracy.cost());
                points.add(new Point(group, kept, smaller.spec().parameters(), smaller.spec().multiplyAdds(),
                    accuracy.share()));
            }
            run.progress((i + 1.0) / groups.size(), "Layer %,d of %,d".formatted(i + 1, groups.size()));
        }
        return new SensitivityScan(whole.share(), points, ledger);
    }

    /** For each group, by how much each share lowers the accuracy. */
    double[][] losses(final int groups) {
        final int shares = points.size() / groups;
        final double[][] losses = new double[groups][shares];
        for (int i = 0; i < groups; i++) {
            final int first = i * shares;
            Arrays.setAll(losses[i], k -> accuracy - points.get(first + k).accuracy());
        }
        return losses;
    }
}

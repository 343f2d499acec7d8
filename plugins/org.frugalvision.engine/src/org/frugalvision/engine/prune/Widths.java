// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.frugalvision.engine.prune.CriterionInfo.Trait;

/** Widths of all groups from the whole network to the smallest one. */
@FunctionalInterface
interface Widths {

    /**
     * @param progress 0: everything stays; 1: as much as possible goes
     * @return for each group how many channels stay
     */
    int[] at(double progress);

    /** The same share of each group. */
    static Widths uniform(final List<ChannelGroup> groups, final WidthRules rules) {
        return progress -> groups.stream()
            .mapToInt(group -> rules.kept(group, group.channels() * (1 - progress))).toArray();
    }

    /** The lowest scores of all groups; of equal ones the first group, then the first channel. */
    static Widths global(final List<ChannelGroup> groups, final List<double[]> scores, final CriterionInfo criterion,
        final WidthRules rules) {
        final List<Scored> all = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            final double unit = criterion.has(Trait.COMPARABLE) ? 1 : rootMeanSquare(scores.get(i));
            for (final double score : scores.get(i)) {
                all.add(new Scored(score / unit, i));
            }
        }
        all.sort(Comparator.comparingDouble(Scored::score));
        return progress -> {
            final int[] wanted = groups.stream().mapToInt(ChannelGroup::channels).toArray();
            all.subList(0, (int)Math.rint(progress * all.size())).stream()
                .filter(scored -> scored.score() < Double.POSITIVE_INFINITY)
                .forEach(scored -> wanted[scored.group()]--);
            return IntStream.range(0, wanted.length).map(i -> rules.kept(groups.get(i), wanted[i])).toArray();
        };
    }

    /** As much of each group as costs a common accuracy; between the shares that were tried, in proportion. */
    static Widths sensitive(final List<ChannelGroup> groups, final double[][] losses, final WidthRules rules) {
        double most = 0;
        for (final double[] curve : losses) {
            for (final double loss : curve) {
                most = Math.max(most, loss);
            }
        }
        final double largest = Math.max(most, 1e-9);
        return progress -> IntStream.range(0, losses.length).map(i -> rules.kept(groups.get(i), progress == 1 ? 0
            : groups.get(i).channels() * (1 - share(losses[i], progress * largest)))).toArray();
    }

    /** The largest share that costs no more than a loss; shares are 1 / n, 2 / n, ... and 1 costs too much. */
    private static double share(final double[] losses, final double bearable) {
        double before = 0;
        for (int i = 0; i < losses.length; i++) {
            final double loss = Math.max(before, losses[i]);
            if (loss > bearable) {
                final double part = loss == before ? 0 : (bearable - before) / (loss - before);
                return (i + part) / (losses.length + 1);
            }
            before = loss;
        }
        return (double)losses.length / (losses.length + 1);
    }

    private static double rootMeanSquare(final double[] scores) {
        double sum = 0;
        for (final double score : scores) {
            sum += score < Double.POSITIVE_INFINITY ? score * score : 0;
        }
        return sum == 0 ? 1 : Math.sqrt(sum / scores.length);
    }

    /**
     * A channel.
     *
     * @param score its score
     * @param group its group
     */
    record Scored(double score, int group) {
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How much less accurate a classifier is on a fresh test set, made by the same protocol, than on the original one that
 * everybody tuned on (Recht et al. 2019, arXiv:1902.10811). The sets have no image in common.
 *
 * @param original counts of the original test set
 * @param fresh counts of the fresh one, of the same classes in the same order
 */
public record AccuracyDrop(ClassCounts original, ClassCounts fresh) {

    /** @return original less fresh accuracy, in [-1,1]; above 0: the fresh set is harder */
    public double drop() {
        return original.accuracy().value() - fresh.accuracy().value();
    }

    /**
     * @param method makes the interval of each accuracy
     * @return interval of the drop, see {@link Interval#ofDifference}
     */
    public Interval interval(final Function<Proportion, Interval> method) {
        return Interval.ofDifference(original.accuracy(), fresh.accuracy(), method);
    }

    /**
     * @return the drop in standard errors of the pooled accuracy; empty where all images or none are predicted right
     */
    public OptionalDouble z() {
        final Proportion before = original.accuracy();
        final Proportion after = fresh.accuracy();
        final double pooled = new Proportion(before.part() + after.part(), before.whole() + after.whole()).value();
        final double variance = pooled * (1 - pooled) * (1.0 / before.whole() + 1.0 / after.whole());
        return variance == 0 ? OptionalDouble.empty() : OptionalDouble.of(drop() / Math.sqrt(variance));
    }

    /**
     * @return how likely a drop or rise of this size would be if nothing had changed, two-sided; empty with {@link #z}
     */
    public OptionalDouble p() {
        return z().stream().map(Normal::twoSided).findFirst();
    }

    /**
     * @return half the sum over the classes of how much their shares of the images differ, in [0,1]: the share of the
     *   images that would have to be of another class
     */
    public double classShift() {
        return classes().mapToDouble(c -> Math.abs(original.share(c) - fresh.share(c))).sum() / 2;
    }

    /**
     * @return the drop that would be left if the fresh set had the classes of the original one in the same shares: its
     *   recalls weighted by the original shares; empty if a class of the original set has no fresh image
     */
    public OptionalDouble dropAtEqualShares() {
        return comparable() ? OptionalDouble.of(original.accuracy().value()
            - occurring().mapToDouble(c -> original.share(c) * freshRecall(c)).sum()) : OptionalDouble.empty();
    }

    /**
     * @return interval of that drop by the normal approximation, which needs some images of every class; empty with it
     */
    public Optional<Interval> intervalAtEqualShares() {
        final Proportion before = original.accuracy();
        final double variance = before.value() * (1 - before.value()) / before.whole()
            + occurring().mapToDouble(c -> square(original.share(c)) * freshRecall(c) * (1 - freshRecall(c))
                / fresh.images()[c]).sum();
        final double half = Normal.ENDS * Math.sqrt(variance);
        return dropAtEqualShares().stream().mapToObj(drop -> new Interval(drop - half, drop + half)).findFirst();
    }

    private boolean comparable() {
        return occurring().allMatch(c -> fresh.images()[c] > 0);
    }

    private IntStream classes() {
        return IntStream.range(0, original.images().length);
    }

    private IntStream occurring() {
        return classes().filter(c -> original.images()[c] > 0);
    }

    private double freshRecall(final int c) {
        return (double)fresh.right()[c] / fresh.images()[c];
    }

    private static double square(final double value) {
        return value * value;
    }
}

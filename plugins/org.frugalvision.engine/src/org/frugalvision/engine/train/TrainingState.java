// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.cost.CostEntry;

/**
 * How far a training is, between two epochs.
 *
 * @param epochs what the epochs so far brought; copied
 * @param spent what they took
 * @param warmUp what the first batches told; zeros before the first epoch
 * @param oneClass whether the last epoch predicted one class for all images
 * @param ending why it has ended, if it has
 */
record TrainingState(List<EpochMetrics> epochs, Spent spent, WarmUp warmUp, boolean oneClass,
    Optional<Ending> ending) {

    TrainingState {
        epochs = List.copyOf(epochs);
    }

    /**
     * What was spent.
     *
     * @param work passes through the network, validation and the methods of the recipe included
     * @param others work of the methods of the recipe by other means; copied
     * @param seconds time used
     * @param cpuSeconds processor time used
     * @param peakBytes largest resident memory of the process
     */
    record Spent(Work work, List<CostEntry> others, double seconds, double cpuSeconds, long peakBytes) {

        Spent {
            others = List.copyOf(others);
        }
    }

    /** Before the first epoch. */
    TrainingState() {
        this(List.of(), new Spent(Work.NONE, List.of(), 0, 0, 0), WarmUp.NONE, false, Optional.empty());
    }

    TrainingState after(final EpochMetrics epoch, final Spent spentSoFar, final WarmUp told,
        final boolean predictedOneClass, final Optional<Ending> end) {
        final List<EpochMetrics> longer = new ArrayList<>(epochs);
        longer.add(epoch);
        final Spent larger = new Spent(spentSoFar.work(), spentSoFar.others(), spentSoFar.seconds(),
            spentSoFar.cpuSeconds(), Math.max(spent.peakBytes(), spentSoFar.peakBytes()));
        return new TrainingState(longer, larger, told, predictedOneClass, end);
    }

    /** The same for more epochs: done only if they are not what ended it. */
    TrainingState prolonged() {
        return new TrainingState(epochs, spent, warmUp, oneClass,
            ending.filter(reason -> reason != Ending.ALL_EPOCHS));
    }

    long images() {
        return epochs.stream().mapToLong(EpochMetrics::images).sum();
    }

    long updates() {
        return epochs.stream().mapToLong(EpochMetrics::updates).sum();
    }
}

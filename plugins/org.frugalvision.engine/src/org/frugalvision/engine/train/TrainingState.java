// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a training is, between two epochs.
 *
 * @param epochs what the epochs so far brought; copied
 * @param seconds time used
 * @param cpuSeconds processor time used
 * @param peakBytes largest resident memory of the process
 * @param warmUp what the first batches told; zeros before the first epoch
 * @param ending why it has ended, if it has
 */
record TrainingState(List<EpochMetrics> epochs, double seconds, double cpuSeconds, long peakBytes,
    WarmUp warmUp, Optional<Ending> ending) {

    TrainingState {
        epochs = List.copyOf(epochs);
    }

    /** Before the first epoch. */
    TrainingState() {
        this(List.of(), 0, 0, 0, new WarmUp(0, 0), Optional.empty());
    }

    TrainingState after(final EpochMetrics epoch, final double secondsUsed, final double cpuSecondsUsed,
        final long bytes, final WarmUp told, final Optional<Ending> end) {
        final List<EpochMetrics> longer = new ArrayList<>(epochs);
        longer.add(epoch);
        return new TrainingState(longer, secondsUsed, cpuSecondsUsed, Math.max(peakBytes, bytes), told, end);
    }

    long images() {
        return epochs.stream().mapToLong(EpochMetrics::images).sum();
    }

    long updates() {
        return epochs.stream().mapToLong(EpochMetrics::updates).sum();
    }
}

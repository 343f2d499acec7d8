// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.frugalvision.engine.network.Labelling;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.Wording;

/** What is to be looked at after a training: one sentence for each fault, with its remedy. */
final class TrainingWarnings {

    /** A training of fewer updates has hardly begun. */
    private static final long FEW_UPDATES = 100;

    /** A loss that still falls by more than this share from one epoch to the next has not come to its end. */
    private static final double STILL_FALLING = 0.05;

    /** Below this loss all training images are known by heart, however fast it goes on falling. */
    private static final double NOTHING_LEFT = 0.01;

    private TrainingWarnings() {
    }

    static List<String> of(final Network network, final LabelledImages images, final TrainingState state) {
        final List<String> warnings = new ArrayList<>();
        withoutImages(network.classes(), images.seen(network.classes().size())).ifPresent(warnings::add);
        course(network.labelling(), state).ifPresent(warnings::add);
        return warnings;
    }

    /** Classes that the network can predict but has never seen. */
    static Optional<String> withoutImages(final List<String> classes, final boolean... seen) {
        final List<String> missing = IntStream.range(0, classes.size()).filter(k -> !seen[k])
            .mapToObj(classes::get).toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("No training image is of " + (missing.size() == 1 ? "class " : "the classes ")
            + Wording.some(missing)
            + ": add images, or remove what is not needed from the possible values of the label column.");
    }

    /** The worst fault in how the training went. */
    private static Optional<String> course(final Labelling labelling, final TrainingState state) {
        final List<EpochMetrics> epochs = state.epochs();
        final double first = epochs.get(0).loss();
        final double last = epochs.get(epochs.size() - 1).loss();
        if (last > 2 * first) {
            return Optional.of(String.format(Locale.ROOT,
                "The training diverged: the loss rose from %.3f to %.3f; lower Learning rate.", first, last));
        }
        if (state.oneClass()) {
            return Optional.of("The network predicted " + (labelling == Labelling.ONE ? "one class" : "the same labels")
                + " for all training images: lower Learning rate, train"
                + " longer, or look at the labels.");
        }
        if (state.updates() < FEW_UPDATES) {
            return Optional.of("The training made %s only: raise Epochs or lower Batch size."
                .formatted(Wording.count(state.updates(), "update", "updates")));
        }
        final double before = epochs.size() < 2 ? last : epochs.get(epochs.size() - 2).loss();
        if (last > NOTHING_LEFT && last < (1 - STILL_FALLING) * before
            && state.ending().equals(Optional.of(Ending.ALL_EPOCHS))) {
            return Optional.of(String.format(Locale.ROOT,
                "The loss was still falling at the end, from %.3f to %.3f in the last epoch: raise Epochs.", before,
                last));
        }
        return Optional.empty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.protocol;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.SampleType;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.predict.SmallestChanges.Attack;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.select.Answers;
import org.frugalvision.engine.select.Need;
import org.frugalvision.engine.select.NetworkAnswers;
import org.frugalvision.engine.select.SelectorInfo;
import org.frugalvision.engine.select.Selectors;
import org.frugalvision.engine.select.Thumbnails;

/** What selection methods are told in a comparison. */
final class PoolAnswers {

    private static final Set<Need<?>> OF_IMAGES = Set.of(Need.CLASSES, Need.THUMBNAILS, Need.VECTORS, Need.SELECTED);

    private static final Set<Need<?>> OF_A_NETWORK = Set.of(Need.PROBABILITIES, Need.EMBEDDINGS, Need.BOUNDARIES,
        Need.DROPOUT, Need.DEEP_FOOL, Need.ITERATIVE);

    /** As the Image Subset Selector usually has it. */
    private static final int DROPOUT_PASSES = 10;

    private static final int U8_LARGEST = 255;

    private static final int U16_LARGEST = 65_535;

    private PoolAnswers() {
    }

    /**
     * A network that is asked about images, once, and whose classes labels are told by.
     *
     * @param network a trained network
     * @param answers what it says
     * @param seed decides what its passes with dropout drop
     */
    record Judge(Network network, NetworkAnswers answers, long seed) {

        static Judge of(final Network network, final ImageSet images, final long seed) {
            return new Judge(network, new NetworkAnswers(network, images, InferenceSettings.DEFAULT), seed);
        }

        /** Lets it answer all that methods ask a network. */
        void put(final Answers to) {
            to.put(Need.EMBEDDINGS, answers.embeddings()).put(Need.VECTORS, answers.embeddings())
                .put(Need.PROBABILITIES, answers.probabilities()).put(Need.BOUNDARIES, answers.boundaries())
                .put(Need.DROPOUT, answers.dropout(DROPOUT_PASSES, seed))
                .put(Need.DEEP_FOOL, answers.changes(Attack.DEEP_FOOL))
                .put(Need.ITERATIVE, answers.changes(Attack.ITERATIVE));
        }
    }

    /**
     * Refuses methods that must know what nobody tells them.
     *
     * @param title visible name of the setting with the methods
     * @param network whether there is a trained network
     * @param labels whether all labels may be looked at
     * @param rounds whether there are images chosen before, with labels
     */
    static void check(final String title, final List<Choice> methods, final boolean network, final boolean labels,
        final boolean rounds) {
        final Set<Need<?>> known = new HashSet<>(OF_IMAGES);
        if (network) {
            known.addAll(OF_A_NETWORK);
        }
        if (labels) {
            known.add(Need.LABELS);
        }
        if (rounds) {
            known.add(Need.LABELLED);
        }
        for (final Choice method : methods) {
            final SelectorInfo info = Selectors.info(method.method());
            final Set<Need<?>> missing = new HashSet<>(info.needs());
            missing.removeAll(known);
            if (!missing.isEmpty()) {
                throw new SettingsException(title, "must need nothing that is not known here, such as "
                    + missing.stream().map(Need::toString).sorted().collect(Collectors.joining(", ")), info.label(),
                    "Choose another method.", "Connect a trained network to choose with.");
            }
        }
    }

    /**
     * @param images in the order of the pool
     * @param judge tells probabilities and embeddings, if there is one; then labels count its classes
     * @param labels whether the labels may be looked at
     */
    static Answers of(final ImageSet images, final Optional<Judge> judge, final boolean labels,
        final RunControl run) {
        final Answers answers = new Answers(IntStream.range(0, images.size()).mapToObj(images::id).toList(), run);
        answers.put(Need.CLASSES, control -> judge.map(asked -> asked.network().classes()).orElse(images.classes()));
        answers.put(Need.THUMBNAILS, control -> thumbnails(images, control));
        answers.put(Need.VECTORS, control -> thumbnails(images, control));
        answers.put(Need.SELECTED, new Answers(List.of(), run).asOthers());
        if (labels) {
            answers.put(Need.LABELS,
                control -> judge.isPresent() ? judge.get().network().labels(images) : images.labels());
        }
        judge.ifPresent(asked -> asked.put(answers));
        return answers;
    }

    /** Answers by a network that has learned from some of the images about all others. */
    static Answers ofRound(final ImageSet unlabelled, final ImageSet labelled, final Network network, final long seed,
        final RunControl run) {
        final Answers known = of(labelled, Optional.of(Judge.of(network, labelled, seed)), true, run);
        return of(unlabelled, Optional.of(Judge.of(network, unlabelled, seed)), false, run)
            .put(Need.SELECTED, known.asOthers()).put(Need.LABELLED, known.asOthers());
    }

    private static float[][] thumbnails(final ImageSet images, final RunControl run) throws CanceledException {
        final var thumbnails = new Thumbnails();
        final float[] values = new float[images.shape().size()];
        for (int i = 0; i < images.size(); i++) {
            run.checkCanceled();
            images.readPixels(i, values, 0);
            thumbnails.add(images.id(i),
                new DecodedImage(images.shape(), images.type(), stored(values, images.type())));
        }
        return thumbnails.compute(run);
    }

    private static byte[] stored(final float[] values, final SampleType type) {
        final byte[] bytes = new byte[values.length * type.bytes()];
        for (int i = 0; i < values.length; i++) {
            if (type == SampleType.U8) {
                bytes[i] = (byte)Math.round(values[i] * U8_LARGEST);
            } else {
                final int value = Math.round(values[i] * U16_LARGEST);
                bytes[2 * i] = (byte)(value >> 8);
                bytes[2 * i + 1] = (byte)value;
            }
        }
        return bytes;
    }

    /** Numbers of the pool that are not among these. */
    static int[] others(final int size, final int[] chosen) {
        final boolean[] taken = new boolean[size];
        Arrays.stream(chosen).forEach(i -> taken[i] = true);
        return IntStream.range(0, size).filter(i -> !taken[i]).toArray();
    }
}

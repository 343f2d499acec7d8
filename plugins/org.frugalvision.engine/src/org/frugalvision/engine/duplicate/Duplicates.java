// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.duplicate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;

/**
 * Finds the duplicates among images. Every image has at most one match, so a thousand copies give a thousand matches
 * and not half a million pairs.
 */
public final class Duplicates {

    private final DuplicateSettings m_settings;

    private final List<ImageSignature> m_originals = new ArrayList<>();

    /** Index of every original among its images. */
    private final List<Integer> m_indices = new ArrayList<>();

    private final Map<String, Integer> m_firstOfPixels = new HashMap<>();

    private final List<ImageSignature> m_all;

    private Duplicates(final DuplicateSettings settings, final List<ImageSignature> all) {
        m_settings = settings;
        m_all = all;
    }

    /**
     * Duplicates within one set. Image by image: one with the pixels of an earlier image matches the first such image;
     * otherwise one near to earlier images that have no match themselves matches the nearest of them (smallest
     * distance, then smallest grey difference, then lowest index); otherwise it is an original. Cost: O(images) for
     * equal pixels, O(images x originals) comparisons of 64 bits for near duplicates.
     *
     * @param images their signatures
     * @param settings what counts as a duplicate
     * @param run progress and cancellation, at every image
     * @return the matches by index of the image; {@code original} is always lower
     * @throws CanceledException if the work was canceled
     */
    public static List<Match> within(final List<ImageSignature> images, final DuplicateSettings settings,
        final RunControl run) throws CanceledException {
        final var known = new Duplicates(settings, images);
        final var matches = new ArrayList<Match>();
        for (int i = 0; i < images.size(); i++) {
            report(run, i, images.size());
            final var match = known.match(i, images.get(i));
            match.ifPresent(matches::add);
            known.add(i, match.isEmpty());
        }
        return List.copyOf(matches);
    }

    /**
     * Images that also occur in a reference, such as test images in the training images. Equal pixels come before
     * nearness, ties as in {@link #within}. Cost: O(images + reference) for equal pixels, O(images x reference)
     * comparisons of 64 bits for near duplicates.
     *
     * @param images their signatures
     * @param reference signatures of the reference
     * @param settings what counts as a duplicate
     * @param run progress and cancellation, at every image
     * @return the matches by index of the image; {@code original} is an index into the reference
     * @throws CanceledException if the work was canceled
     */
    public static List<Match> between(final List<ImageSignature> images, final List<ImageSignature> reference,
        final DuplicateSettings settings, final RunControl run) throws CanceledException {
        final var known = new Duplicates(settings, reference);
        for (int i = 0; i < reference.size(); i++) {
            known.add(i, true);
        }
        final var matches = new ArrayList<Match>();
        for (int i = 0; i < images.size(); i++) {
            report(run, i, images.size());
            known.match(i, images.get(i)).ifPresent(matches::add);
        }
        return List.copyOf(matches);
    }

    private static void report(final RunControl run, final int image, final int images) throws CanceledException {
        run.checkCanceled();
        run.progress((image + 1.0) / images,
            "comparing image %s of %s".formatted(Wording.value(image + 1), Wording.value(images)));
    }

    private void add(final int index, final boolean original) {
        m_firstOfPixels.putIfAbsent(m_all.get(index).pixels(), index);
        if (original) {
            m_originals.add(m_all.get(index));
            m_indices.add(index);
        }
    }

    private Optional<Match> match(final int index, final ImageSignature image) {
        final Integer same = m_firstOfPixels.get(image.pixels());
        if (same != null) {
            return Optional.of(Match.of(index, image, same, m_all.get(same)));
        }
        final int nearest = m_settings.near() ? nearest(image) : -1;
        return nearest < 0 ? Optional.empty()
            : Optional.of(Match.of(index, image, m_indices.get(nearest), m_originals.get(nearest)));
    }

    private int nearest(final ImageSignature image) {
        int best = -1;
        int bestDistance = m_settings.maximumDistance();
        double bestDifference = Double.POSITIVE_INFINITY;
        for (int i = 0; i < m_originals.size(); i++) {
            final var original = m_originals.get(i);
            final int distance = image.distance(original);
            if (distance <= bestDistance) {
                final double difference = image.greyDifference(original);
                if (difference <= m_settings.maximumGreyDifference()
                    && (distance < bestDistance || difference < bestDifference)) {
                    best = i;
                    bestDistance = distance;
                    bestDifference = difference;
                }
            }
        }
        return best;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.split;

import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RandomOrder;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.run.Wording;

/**
 * Parts images at random so that every class has nearly its share in every part, and at least one image in every part
 * where it has enough images. Images of one group (one animal, one camera, one video) stay together on demand: frames
 * of one video in both training and test make a network look better than it is.
 */
public final class Partitioner {

    private Partitioner() {
    }

    /**
     * Parts images by class. Every image is in exactly one part and every part has exactly the wanted size. Cost:
     * O(images + classes^2).
     *
     * @param labels classes of the images, from 0; all 0 for a plain random partition
     * @param sizes of the parts
     * @param seed decides every random choice
     * @param run is asked for cancellation
     * @return the parts
     * @throws CanceledException if the work was canceled
     * @throws DataException if there are fewer than two images
     * @throws SettingsException if there are too few images for the parts
     */
    public static Partition byClass(final int[] labels, final PartSizes sizes, final long seed, final RunControl run)
        throws CanceledException {
        check(labels);
        run.checkCanceled();
        final int[] wanted = sizes.of(labels.length);
        final var random = random(seed);
        final var parts = new int[labels.length];
        final int[] order = byLabel(labels, random);
        if (sizes instanceof PartSizes.Folds) {
            // dealing like cards: folds of a class, and folds as a whole, differ by at most one image
            for (int i = 0; i < order.length; i++) {
                parts[order[i]] = i % wanted.length;
            }
        } else {
            final int[] quotas = StratifiedQuotas.of(Counts.of(labels), wanted[0]);
            for (final int image : order) {
                parts[image] = quotas[labels[image]]-- > 0 ? 0 : 1;
            }
        }
        return new Partition(parts, wanted);
    }

    /**
     * Parts images so that no group is in two parts; sizes and class shares are met as well as the groups allow, see
     * {@link GroupAssignment}. Cost: O(groups x (parts x classes + log groups)).
     *
     * @param labels classes of the images, from 0; all 0 to ignore them
     * @param groups of the images, from 0, without gaps
     * @param sizes of the parts
     * @param seed decides among groups of equal size
     * @param run is asked for cancellation at every group
     * @return the parts
     * @throws CanceledException if the work was canceled
     * @throws DataException if there are fewer than two images, or fewer groups than parts
     * @throws SettingsException if there are too few images for the parts
     */
    public static Partition byGroup(final int[] labels, final int[] groups, final PartSizes sizes, final long seed,
        final RunControl run) throws CanceledException {
        check(labels);
        final int[] wanted = sizes.of(labels.length);
        final int count = Counts.span(groups);
        if (count < wanted.length) {
            throw new DataException("Input", "there must be at least %s for %s parts, but there %s %s."
                .formatted(Wording.count(wanted.length, "group", "groups"), Wording.value(wanted.length),
                    count == 1 ? "is" : "are", Wording.value(count)),
                "Choose another column of groups.", "Choose none to part single images.");
        }
        final var assignment = new GroupAssignment(Counts.of(groups, labels, Counts.span(labels)), wanted);
        final int[] partOfGroup = assignment.assign(RandomOrder.of(count, random(seed)), run);
        final var parts = new int[labels.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = partOfGroup[groups[i]];
        }
        return new Partition(parts, wanted);
    }

    private static void check(final int[] labels) {
        if (labels.length < 2) {
            throw new DataException("Input", "there must be at least 2 images to part, but there %s %s."
                .formatted(labels.length == 1 ? "is" : "are", Wording.value(labels.length)), "Connect a larger table.");
        }
    }

    private static RandomGenerator random(final long seed) {
        return Seeds.of(seed).named("partition").generator();
    }

    /** All images, by class, in random order within each. */
    private static int[] byLabel(final int[] labels, final RandomGenerator random) {
        final int[] ends = Counts.of(labels);
        for (int label = 1; label < ends.length; label++) {
            ends[label] += ends[label - 1];
        }
        final int[] shuffled = RandomOrder.of(labels.length, random);
        final var order = new int[labels.length];
        for (final int image : shuffled) {
            order[--ends[labels[image]]] = image;
        }
        return order;
    }
}

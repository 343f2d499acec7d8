// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Images of one shape with labels, ids and weights, in a fixed order. Immutable and thread-safe. Made by an {@link
 * ImageSetBuilder}. Indices are 0..size-1; others end in an {@link IndexOutOfBoundsException}.
 */
public interface ImageSet {

    /** The label of an image whose class is not known. */
    int UNLABELLED = -1;

    /** @return number of images, may be 0 */
    int size();

    /** @return the shape of every image */
    ImageShape shape();

    /** @return how values are stored */
    SampleType type();

    /** @return class names in the order of labels; without duplicates, not modifiable, empty if no image is labelled */
    List<String> classes();

    /**
     * @param i index of an image
     * @return index into {@link #classes()}, or {@link #UNLABELLED}
     */
    int label(int i);

    /**
     * @param i index of an image
     * @return how much the image counts in training, finite and not negative; 1 unless told otherwise
     */
    double weight(int i);

    /**
     * @param i index of an image
     * @return what identifies the image from file to report: its row key; unique by the care of whoever built the set
     */
    String id(int i);

    /**
     * Copies the values of an image, CHW, as floats in [0,1] (see {@link SampleType}). Cost: O(shape size).
     *
     * @param i index of an image
     * @param target receives {@code shape().size()} values
     * @param offset first index in {@code target}
     */
    void readPixels(int i, float[] target, int offset);

    /**
     * Some of the images in a given order; a view that shares the values. An index may occur more than once. Cost:
     * O(indices).
     *
     * @param indices indices of this set; copied
     * @return the subset, with the same classes
     */
    ImageSet subset(int... indices);

    /**
     * @param <T> type of the values
     * @param column what is asked
     * @return its values, one entry per image; shared, not to be modified; empty if the set does not tell
     */
    default <T> Optional<T> column(final Column<T> column) {
        return Optional.empty();
    }

    /** @return labels of all images, a new array */
    default int[] labels() {
        final var labels = new int[size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = label(i);
        }
        return labels;
    }

    /**
     * Identifies the content: shape, classes and, image by image, id, label, weight and values. Sets of equal content
     * have equal fingerprints on every machine. Cost: O(all values), once; 9 GB of images take minutes.
     *
     * @param run asked after every image whether to go on; what was done until then is lost
     * @return 64 hexadecimal digits
     * @throws CanceledException if the work was canceled
     */
    String fingerprint(RunControl run) throws CanceledException;

    /** @return the same, for sets that are not so large that anybody would cancel it */
    default String fingerprint() {
        try {
            return fingerprint(RunControl.none());
        } catch (CanceledException e) {
            throw new IllegalStateException("Nobody can cancel this.", e);
        }
    }

    /**
     * Frees what the set keeps in a temporary file, at once instead of when it is garbage; nothing happens if it keeps
     * none. The set and its subsets must not be read afterwards.
     */
    void discard();
}

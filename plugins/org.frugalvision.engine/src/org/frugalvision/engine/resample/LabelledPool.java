// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.resample;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Images by their classes.
 *
 * @param labels class of each image, an index of {@code classes}; not copied, not to be modified
 * @param classes names of the classes, also of those without images; copied
 */
public record LabelledPool(int[] labels, List<String> classes) {

    /** Copies the names. */
    public LabelledPool {
        classes = List.copyOf(classes);
    }

    /** @return how many images each class has. Cost: O(images + classes) */
    public int[] counts() {
        final int[] counts = new int[classes.size()];
        Arrays.stream(labels).forEach(label -> counts[label]++);
        return counts;
    }

    /**
     * @param times how often each image is there
     * @return how many images each class has then
     */
    public int[] counts(final int[] times) {
        final int[] counts = new int[classes.size()];
        for (int i = 0; i < labels.length; i++) {
            counts[labels[i]] += times[i];
        }
        return counts;
    }

    /** Classes that have images, lowest first. */
    int[] present() {
        final int[] counts = counts();
        return IntStream.range(0, counts.length).filter(c -> counts[c] > 0).toArray();
    }

    /** The least number of images of a class that has any. */
    int smallest() {
        return Arrays.stream(counts()).filter(count -> count > 0).min().orElseThrow();
    }

    /** The greatest number of images of a class. */
    int largest() {
        return Arrays.stream(counts()).max().orElseThrow();
    }
}

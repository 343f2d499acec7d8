// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;

/**
 * The labels of a file, which are values and not indices: one class per value that occurs. Takes no more memory for
 * labels of a billion than for those of ten.
 *
 * @param values the values that occur, each once: numbers in ascending order, text in the order of Unicode
 * @param indices per image the index of its value; shared, not to be modified
 * @param numbers whether the values are whole numbers
 */
public record Labels(List<String> values, int[] indices, boolean numbers) {

    /** Whole numbers in ascending order. */
    public static final Comparator<String> BY_NUMBER = Comparator.comparing(BigInteger::new);

    /** Copies the values. */
    public Labels {
        values = List.copyOf(values);
    }

    /**
     * Cost: O(labels log classes).
     *
     * @param labels the value of every image, as text
     * @param numbers whether the values are whole numbers
     * @return the labels
     */
    static Labels of(final List<String> labels, final boolean numbers) {
        final var known = new TreeMap<String, Integer>(numbers ? BY_NUMBER : Comparator.naturalOrder());
        labels.forEach(label -> known.put(label, 0));
        int index = 0;
        for (final var entry : known.entrySet()) {
            entry.setValue(index++);
        }
        return new Labels(List.copyOf(known.keySet()), labels.stream().mapToInt(known::get).toArray(), numbers);
    }

    /**
     * @param labels the number of the class of every image
     * @return the labels
     */
    public static Labels of(final int... labels) {
        return of(Arrays.stream(labels).mapToObj(Integer::toString).toList(), true);
    }

    /** @return number of labels */
    public int count() {
        return indices.length;
    }

    /**
     * @param i number of an image, from 0
     * @return its value as text
     */
    public String value(final int i) {
        return values.get(indices[i]);
    }

    /** Refuses another number of labels than there are images. */
    static void checkCount(final ByteSource labels, final long count, final ByteSource images, final int expected) {
        if (count != expected) {
            throw new DataException(Wording.file(labels.file()), "it holds %s, but \"%s\" holds %s.".formatted(
                Wording.count(count, "label", "labels"), images.file().getFileName(),
                Wording.count(expected, "image", "images")), "Choose the labels file that belongs to the images.");
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

import org.frugalvision.engine.run.Fingerprint;

/**
 * Something that may be known about every image of a set beside label and weight. Values are arrays with one entry per
 * image, shared and not to be modified.
 *
 * @param <T> type of the values of all images together
 */
public final class Column<T> {

    /** Where each image comes from, such as a camera, a person or a file. */
    public static final Column<String[]> SOURCE = texts("source");

    /** The loss that each image keeps, however long one trains: that of a network trained on other images. */
    public static final Column<double[]> IRREDUCIBLE_LOSS = numbers("irreducible loss");

    /**
     * A label row of each image, one value at least 0 per class in the order of {@link ImageSet#classes()}: the
     * probabilities of the classes, or 1 for every class that the image belongs to.
     */
    public static final Column<float[][]> LABEL_ROWS = new Column<>("label rows", rows -> rows.length,
        (rows, indices) -> Arrays.stream(indices).mapToObj(i -> rows[i]).toArray(float[][]::new),
        rows -> Arrays.stream(rows).map(Arrays::toString).toArray(String[]::new));

    /**
     * The classes that each image belongs to, as ascending indices of {@link ImageSet#classes()}; an empty array for
     * an image without label. Images that tell it have no {@link ImageSet#label} beside it.
     */
    public static final Column<int[][]> LABELS = new Column<>("labels", sets -> sets.length,
        (sets, indices) -> Arrays.stream(indices).mapToObj(i -> sets[i]).toArray(int[][]::new),
        sets -> Arrays.stream(sets).map(Arrays::toString).toArray(String[]::new));

    private final String m_name;

    private final ToIntFunction<T> m_length;

    private final BiFunction<T, int[], T> m_slice;

    private final Function<T, String[]> m_words;

    private Column(final String name, final ToIntFunction<T> length, final BiFunction<T, int[], T> slice,
        final Function<T, String[]> words) {
        m_name = name;
        m_length = length;
        m_slice = slice;
        m_words = words;
    }

    private static Column<String[]> texts(final String name) {
        return new Column<>(name, values -> values.length,
            (values, indices) -> Arrays.stream(indices).mapToObj(i -> values[i]).toArray(String[]::new),
            values -> values);
    }

    private static Column<double[]> numbers(final String name) {
        return new Column<>(name, values -> values.length,
            (values, indices) -> Arrays.stream(indices).mapToDouble(i -> values[i]).toArray(),
            values -> Arrays.stream(values).mapToObj(Double::toString).toArray(String[]::new));
    }

    /** @return what it tells, for people and in fingerprints */
    @Override
    public String toString() {
        return m_name;
    }

    int length(final T values) {
        return m_length.applyAsInt(values);
    }

    T slice(final T values, final int[] indices) {
        return m_slice.apply(values, indices);
    }

    void addTo(final Fingerprint fingerprint, final T values) {
        fingerprint.add(m_name);
        final String[] words = m_words.apply(values);
        IntStream.range(0, words.length).forEach(i -> fingerprint.add(words[i]));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many images of each class were predicted as each class. Only the pairs that occur take memory, so labels that
 * nobody predicts may be as many as the images. Immutable. Memory: O(classes + pairs that occur).
 */
public final class Confusion {

    private final int m_classes;

    /** Truth x classes + prediction, ascending. */
    private final long[] m_pairs;

    private final long[] m_counts;

    private final long[] m_support;

    private final long[] m_predicted;

    private final long[] m_right;

    /** Receives the pairs that occur. */
    @FunctionalInterface
    public interface PairConsumer {

        /**
         * @param truth index of the true class
         * @param predicted index of the predicted class
         * @param images number of images, at least 1
         */
        void accept(int truth, int predicted, long images);
    }

    private Confusion(final int classes, final TreeMap<Long, Long> counts) {
        m_classes = classes;
        m_pairs = counts.keySet().stream().mapToLong(Long::longValue).toArray();
        m_counts = counts.values().stream().mapToLong(Long::longValue).toArray();
        m_support = new long[classes];
        m_predicted = new long[classes];
        m_right = new long[classes];
        forEach((truth, predicted, images) -> {
            m_support[truth] += images;
            m_predicted[predicted] += images;
            m_right[truth] += truth == predicted ? images : 0;
        });
    }

    /** Of counts by truth x classes + prediction; copied. */
    static Confusion of(final int classes, final Map<Long, Long> counts) {
        return new Confusion(classes, new TreeMap<>(counts));
    }

    /** The key of a pair. */
    static long pair(final int classes, final int truth, final int predicted) {
        return (long)truth * classes + predicted;
    }

    /** @return number of classes */
    public int classes() {
        return m_classes;
    }

    /**
     * @param truth index of the true class
     * @param predicted index of the predicted class
     * @return number of images
     */
    public long count(final int truth, final int predicted) {
        final int place = Arrays.binarySearch(m_pairs, pair(m_classes, truth, predicted));
        return place < 0 ? 0 : m_counts[place];
    }

    /**
     * @param consumer receives the pairs that occur, by truth and then by prediction
     */
    public void forEach(final PairConsumer consumer) {
        for (int i = 0; i < m_pairs.length; i++) {
            consumer.accept((int)(m_pairs[i] / m_classes), (int)(m_pairs[i] % m_classes), m_counts[i]);
        }
    }

    /** @return number of images */
    public long images() {
        return Arrays.stream(m_support).sum();
    }

    /**
     * @param c index of a class
     * @return images of that class
     */
    public long support(final int c) {
        return m_support[c];
    }

    /**
     * @param c index of a class
     * @return images predicted as that class
     */
    public long predicted(final int c) {
        return m_predicted[c];
    }

    /**
     * @param c index of a class
     * @return images of that class predicted as that class
     */
    public long right(final int c) {
        return m_right[c];
    }
}

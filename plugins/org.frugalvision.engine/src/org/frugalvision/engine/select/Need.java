// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

/**
 * Something a method wants to know about the images of a pool. Answers are arrays with one entry per image, shared and
 * not to be modified.
 *
 * @param <T> type of the answer
 */
public final class Need<T> {

    /** The class index of every image. */
    public static final Need<int[]> LABELS = new Need<>("labels");

    /**
     * Every image, averaged over areas to at most 8 x 8 pixels per channel, as one vector (CHW) of values in [0,1]. See
     * {@link PoolBuilder}.
     */
    public static final Need<float[][]> THUMBNAILS = new Need<>("thumbnails");

    private final String m_name;

    private Need(final String name) {
        m_name = name;
    }

    /** @return its name in descriptions */
    @Override
    public String toString() {
        return m_name;
    }
}

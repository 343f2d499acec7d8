// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

/** Brings images of floats from one size to another, by the rule of {@link Resize}. Immutable. */
public final class FloatResize {

    private final ImageShape m_from;

    private final ImageShape m_to;

    private final AxisWeights m_rows;

    private final AxisWeights m_columns;

    /**
     * @param from shape of the images
     * @param height new height
     * @param width new width
     */
    public FloatResize(final ImageShape from, final int height, final int width) {
        m_from = from;
        m_to = new ImageShape(from.channels(), height, width);
        m_rows = new AxisWeights(from.height(), height);
        m_columns = new AxisWeights(from.width(), width);
    }

    /** @return shape of the new images */
    public ImageShape target() {
        return m_to;
    }

    /**
     * Cost: O(old values + new values).
     *
     * @param values holds an image, CHW; not changed
     * @param from index of its first value
     * @param target receives the new image, CHW
     * @param to index of its first value
     */
    public void apply(final float[] values, final int from, final float[] target, final int to) {
        final var line = new double[m_from.width()];
        final var resized = new double[m_to.width()];
        for (int row = 0; row < m_to.channels() * m_to.height(); row++) {
            final int channel = row / m_to.height();
            m_rows.sumRows(values, from + channel * m_from.height() * m_from.width(), row % m_to.height(), line);
            m_columns.sum(line, resized, 0);
            for (int x = 0; x < resized.length; x++) {
                target[to + row * resized.length + x] = (float)resized[x];
            }
        }
    }
}

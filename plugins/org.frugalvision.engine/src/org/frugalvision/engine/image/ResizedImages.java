// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.util.List;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * The images of another set in another size, see {@link Resize}; nothing is stored, so each reading resizes anew.
 * Values are not rounded to the 8 or 16 bits of the other set. Thread-safe.
 */
public final class ResizedImages implements ImageSet {

    private final ImageSet m_images;

    private final ImageShape m_shape;

    private final AxisWeights m_rows;

    private final AxisWeights m_columns;

    private final ContentFingerprint m_fingerprint = new ContentFingerprint(this);

    /**
     * @param images the images; shared
     * @param height new height
     * @param width new width
     */
    public ResizedImages(final ImageSet images, final int height, final int width) {
        m_images = images;
        m_shape = new ImageShape(images.shape().channels(), height, width);
        m_rows = new AxisWeights(images.shape().height(), height);
        m_columns = new AxisWeights(images.shape().width(), width);
    }

    @Override
    public int size() {
        return m_images.size();
    }

    @Override
    public ImageShape shape() {
        return m_shape;
    }

    @Override
    public SampleType type() {
        return m_images.type();
    }

    @Override
    public List<String> classes() {
        return m_images.classes();
    }

    @Override
    public int label(final int i) {
        return m_images.label(i);
    }

    @Override
    public double weight(final int i) {
        return m_images.weight(i);
    }

    @Override
    public String id(final int i) {
        return m_images.id(i);
    }

    /** Cost: O(old values + new values). */
    @Override
    public void readPixels(final int i, final float[] target, final int offset) {
        final var old = m_images.shape();
        final var values = new float[old.size()];
        m_images.readPixels(i, values, 0);
        final var line = new double[old.width()];
        final var resized = new double[m_shape.width()];
        for (int row = 0; row < m_shape.channels() * m_shape.height(); row++) {
            final int channel = row / m_shape.height();
            m_rows.sumRows(values, channel * old.height() * old.width(), row % m_shape.height(), line);
            m_columns.sum(line, resized, 0);
            for (int x = 0; x < resized.length; x++) {
                target[offset + row * resized.length + x] = (float)resized[x];
            }
        }
    }

    @Override
    public ImageSet subset(final int... indices) {
        return new ResizedImages(m_images.subset(indices), m_shape.height(), m_shape.width());
    }

    @Override
    public String fingerprint(final RunControl run) throws CanceledException {
        return m_fingerprint.get(run);
    }

    /** Does nothing: the values belong to the other set. */
    @Override
    public void discard() {
        // see above
    }
}

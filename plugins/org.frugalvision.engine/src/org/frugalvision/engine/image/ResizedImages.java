// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * The images of another set in another size, see {@link Resize}; nothing is stored, so each reading resizes anew.
 * Values are not rounded to the 8 or 16 bits of the other set. Thread-safe.
 */
public final class ResizedImages implements ImageSet {

    private final ImageSet m_images;

    private final ImageShape m_shape;

    private final FloatResize m_resize;

    private final ContentFingerprint m_fingerprint = new ContentFingerprint(this);

    /**
     * @param images the images; shared
     * @param height new height
     * @param width new width
     */
    public ResizedImages(final ImageSet images, final int height, final int width) {
        m_images = images;
        m_shape = new ImageShape(images.shape().channels(), height, width);
        m_resize = new FloatResize(images.shape(), height, width);
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

    @Override
    public <T> Optional<T> column(final Column<T> column) {
        return m_images.column(column);
    }

    /** Cost: O(old values + new values). */
    @Override
    public void readPixels(final int i, final float[] target, final int offset) {
        final var values = new float[m_images.shape().size()];
        m_images.readPixels(i, values, 0);
        m_resize.apply(values, 0, target, offset);
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

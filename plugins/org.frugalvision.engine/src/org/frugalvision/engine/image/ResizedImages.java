// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;


import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * The images of another set in another size, see {@link Resize}; nothing is stored, so each reading resizes anew.
 * Values are not rounded to the 8 or 16 bits of the other set. Thread-safe.
 */
public final class ResizedImages extends ImageView {

    private final ImageShape m_shape;

    private final FloatResize m_resize;

    private final ContentFingerprint m_fingerprint = new ContentFingerprint(this);

    /**
     * @param images the images; shared
     * @param height new height
     * @param width new width
     */
    public ResizedImages(final ImageSet images, final int height, final int width) {
        super(images);
        m_shape = new ImageShape(images.shape().channels(), height, width);
        m_resize = new FloatResize(images.shape(), height, width);
    }

    @Override
    public ImageShape shape() {
        return m_shape;
    }

    /** Cost: O(old values + new values). */
    @Override
    public void readPixels(final int i, final float[] target, final int offset) {
        final var values = new float[images().shape().size()];
        images().readPixels(i, values, 0);
        m_resize.apply(values, 0, target, offset);
    }

    @Override
    public ImageSet subset(final int... indices) {
        return new ResizedImages(images().subset(indices), m_shape.height(), m_shape.width());
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

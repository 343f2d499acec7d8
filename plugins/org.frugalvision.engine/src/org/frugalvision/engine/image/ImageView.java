// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.util.List;
import java.util.Optional;

/** A set that shows another one with something changed: what a subclass does not say is as there. */
abstract class ImageView implements ImageSet {

    private final ImageSet m_images;

    /** @param images shared */
    ImageView(final ImageSet images) {
        m_images = images;
    }

    final ImageSet images() {
        return m_images;
    }

    @Override
    public final int size() {
        return m_images.size();
    }

    @Override
    public ImageShape shape() {
        return m_images.shape();
    }

    @Override
    public final SampleType type() {
        return m_images.type();
    }

    @Override
    public final List<String> classes() {
        return m_images.classes();
    }

    @Override
    public final int label(final int i) {
        return m_images.label(i);
    }

    @Override
    public final double weight(final int i) {
        return m_images.weight(i);
    }

    @Override
    public final String id(final int i) {
        return m_images.id(i);
    }

    @Override
    public <T> Optional<T> column(final Column<T> column) {
        return m_images.column(column);
    }

    @Override
    public void readPixels(final int i, final float[] target, final int offset) {
        m_images.readPixels(i, target, offset);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/** Some images of another set, in an order of its own. */
final class ImageSubset implements ImageSet {

    private final ImageSet m_whole;

    private final int[] m_indices;

    private final ContentFingerprint m_fingerprint = new ContentFingerprint(this);

    ImageSubset(final ImageSet whole, final int[] indices) {
        for (final int index : indices) {
            Objects.checkIndex(index, whole.size());
        }
        m_whole = whole;
        m_indices = indices;
    }

    @Override
    public int size() {
        return m_indices.length;
    }

    @Override
    public ImageShape shape() {
        return m_whole.shape();
    }

    @Override
    public SampleType type() {
        return m_whole.type();
    }

    @Override
    public List<String> classes() {
        return m_whole.classes();
    }

    @Override
    public int label(final int i) {
        return m_whole.label(m_indices[i]);
    }

    @Override
    public double weight(final int i) {
        return m_whole.weight(m_indices[i]);
    }

    @Override
    public String id(final int i) {
        return m_whole.id(m_indices[i]);
    }

    @Override
    public <T> Optional<T> column(final Column<T> column) {
        return m_whole.column(column).map(values -> column.slice(values, m_indices));
    }

    @Override
    public void readPixels(final int i, final float[] target, final int offset) {
        m_whole.readPixels(m_indices[i], target, offset);
    }

    /** Indices are resolved at once, so that a subset of a subset of a subset stays one step away from the values. */
    @Override
    public ImageSet subset(final int... indices) {
        final var resolved = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            resolved[i] = m_indices[Objects.checkIndex(indices[i], m_indices.length)];
        }
        return new ImageSubset(m_whole, resolved);
    }

    @Override
    public String fingerprint(final RunControl run) throws CanceledException {
        return m_fingerprint.get(run);
    }

    /** Does nothing: the values belong to the whole set, which others may still read. */
    @Override
    public void discard() {
        // see above
    }
}

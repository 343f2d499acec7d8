// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Fingerprint;
import org.frugalvision.engine.run.RunControl;

/**
 * Another set of which one thing more is known. Immutable.
 *
 * @param <C> type of the values
 */
public final class ColumnedImages<C> implements ImageSet {

    private final ImageSet m_images;

    private final Column<C> m_column;

    private final C m_values;

    /**
     * @param images the images; shared
     * @param column what is known
     * @param values one entry per image; shared
     */
    public ColumnedImages(final ImageSet images, final Column<C> column, final C values) {
        if (column.length(values) != images.size()) {
            throw new IllegalArgumentException("The column " + column + " has " + column.length(values)
                + " values for " + images.size() + " images.");
        }
        m_images = images;
        m_column = column;
        m_values = values;
    }

    @Override
    public int size() {
        return m_images.size();
    }

    @Override
    public ImageShape shape() {
        return m_images.shape();
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

    /** The cast holds because a column is equal to itself only, and so has values of one type. */
    @Override
    @SuppressWarnings("unchecked")
    public <T> Optional<T> column(final Column<T> column) {
        return column == (Column<?>)m_column ? Optional.of((T)m_values) : m_images.column(column);
    }

    @Override
    public void readPixels(final int i, final float[] target, final int offset) {
        m_images.readPixels(i, target, offset);
    }

    @Override
    public ImageSet subset(final int... indices) {
        return new ColumnedImages<>(m_images.subset(indices), m_column, m_column.slice(m_values, indices));
    }

    @Override
    public String fingerprint(final RunControl run) throws CanceledException {
        final Fingerprint fingerprint = new Fingerprint().add(m_images.fingerprint(run));
        m_column.addTo(fingerprint, m_values);
        return fingerprint.hex();
    }

    /** Discards the other set. */
    @Override
    public void discard() {
        m_images.discard();
    }
}

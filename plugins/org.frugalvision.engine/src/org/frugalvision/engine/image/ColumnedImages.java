// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.util.Optional;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Fingerprint;
import org.frugalvision.engine.run.RunControl;

/**
 * Another set of which one thing more is known. Immutable.
 *
 * @param <C> type of the values
 */
public final class ColumnedImages<C> extends ImageView {

    private final Column<C> m_column;

    private final C m_values;

    /**
     * @param images the images; shared
     * @param column what is known
     * @param values one entry per image; shared
     */
    public ColumnedImages(final ImageSet images, final Column<C> column, final C values) {
        super(images);
        if (column.length(values) != images.size()) {
            throw new IllegalArgumentException("The column " + column + " has " + column.length(values)
                + " values for " + images.size() + " images.");
        }
        m_column = column;
        m_values = values;
    }

    /** The cast holds because a column is equal to itself only, and so has values of one type. */
    @Override
    @SuppressWarnings("unchecked")
    public <T> Optional<T> column(final Column<T> column) {
        return column == (Column<?>)m_column ? Optional.of((T)m_values) : images().column(column);
    }

    @Override
    public ImageSet subset(final int... indices) {
        return new ColumnedImages<>(images().subset(indices), m_column, m_column.slice(m_values, indices));
    }

    @Override
    public String fingerprint(final RunControl run) throws CanceledException {
        final Fingerprint fingerprint = new Fingerprint().add(images().fingerprint(run));
        m_column.addTo(fingerprint, m_values);
        return fingerprint.hex();
    }

    /** Discards the other set. */
    @Override
    public void discard() {
        images().discard();
    }
}

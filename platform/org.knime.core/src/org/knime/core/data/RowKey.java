// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import org.knime.core.node.util.CheckUtils;

/** The name of a row, unique within its table; immutable. */
public final class RowKey implements RowKeyValue {

    private final String m_text;

    /** @throws IllegalArgumentException if the text is null */
    public RowKey(final String text) {
        m_text = CheckUtils.checkArgumentNotNull(text, "Row key must not be null.");
    }

    /** The key that KNIME gives to the row with this index: Row0, Row1, ... */
    public static RowKey createRowKey(final long index) {
        return new RowKey("Row" + index);
    }

    @Override
    public String getString() {
        return m_text;
    }

    @Override
    public String toString() {
        return m_text;
    }

    @Override
    public boolean equals(final Object object) {
        return object instanceof RowKey && m_text.equals(((RowKey)object).m_text);
    }

    @Override
    public int hashCode() {
        return m_text.hashCode();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.StringValue;

/** Which columns of labels a node takes. */
public enum LabelKind {

    /** One label per row: strings. */
    STRINGS("strings") {
        @Override
        public boolean fits(final DataColumnSpec column) {
            return column.getType().isCompatible(StringValue.class);
        }
    },

    /** Any number of labels per row, also none: lists or sets of strings. */
    LISTS("lists of strings") {
        @Override
        public boolean fits(final DataColumnSpec column) {
            return LabelLists.in(column);
        }
    },

    /** Both. */
    STRINGS_OR_LISTS("strings or lists of strings") {
        @Override
        public boolean fits(final DataColumnSpec column) {
            return STRINGS.fits(column) || LISTS.fits(column);
        }
    };

    private final String m_plural;

    LabelKind(final String plural) {
        m_plural = plural;
    }

    /**
     * @param column of a table
     * @return whether the node takes it
     */
    public abstract boolean fits(DataColumnSpec column);

    /** What such columns hold, for a sentence. */
    String plural() {
        return m_plural;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.collection.ListDataValue;

/** Reads the vectors of rows, such as embeddings; all must have the length of the first. */
public final class VectorCells {

    private int m_length = -1;

    /**
     * @param row of a table
     * @param column index of a column of lists; not missing
     * @return its numbers
     * @throws DataException if they are none, not finite, or not as many as those of the first row
     */
    public float[] of(final DataRow row, final int column) {
        final ListDataValue list = (ListDataValue)row.getCell(column);
        final String where = Wording.row(row.getKey().getString());
        final float[] vector = new float[list.size()];
        for (int k = 0; k < vector.length; k++) {
            final DataCell cell = list.get(k);
            vector[k] = cell instanceof DoubleValue number ? (float)number.getDoubleValue() : Float.NaN;
            if (!Float.isFinite(vector[k])) {
                throw new DataException(where,
                    "value %s of the embedding is no finite number.".formatted(Wording.value(k + 1)),
                    "Choose a column of lists of numbers.");
            }
        }
        m_length = m_length < 0 ? vector.length : m_length;
        if (vector.length == 0 || vector.length != m_length) {
            throw new DataException(where,
                "the embedding has %s, but must have %s like those before it.".formatted(
                    Wording.count(vector.length, "value", "values"), Wording.value(Math.max(1, m_length))),
                "Use embeddings of one network.");
        }
        return vector;
    }
}

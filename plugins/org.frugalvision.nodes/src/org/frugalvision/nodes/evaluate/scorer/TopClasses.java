// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.scorer;

import java.util.Arrays;
import java.util.OptionalDouble;

import org.frugalvision.nodes.table.Classes;
import org.frugalvision.nodes.table.TopColumns;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;

/**
 * Counts how often the true class is among the most probable ones, if the table has columns for them. Columns whose
 * first class is not always the predicted one belong to another prediction.
 */
final class TopClasses {

    private final int[] m_columns;

    private long m_images;

    private long m_found;

    private boolean m_ofAnother;

    /** @param prediction name of the prediction column */
    TopClasses(final DataTableSpec table, final String prediction) {
        m_columns = TopColumns.of(table, prediction);
    }

    /** One more row that is scored. */
    void add(final DataRow row, final String truth, final String predicted) {
        if (m_columns.length > 0) {
            final DataCell first = row.getCell(m_columns[0]);
            m_ofAnother |= first.isMissing() || !Classes.nameOf(first).equals(predicted);
            m_images++;
            m_found += Arrays.stream(m_columns).mapToObj(row::getCell)
                .anyMatch(cell -> !cell.isMissing() && Classes.nameOf(cell).equals(truth)) ? 1 : 0;
        }
    }

    /** How many classes a row has; 0 without columns. */
    int count() {
        return m_ofAnother ? 0 : m_columns.length;
    }

    /** The share of the images whose true class is among them. */
    OptionalDouble accuracy() {
        return count() == 0 || m_images == 0 ? OptionalDouble.empty()
            : OptionalDouble.of((double)m_found / m_images);
    }
}

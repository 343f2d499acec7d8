// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.predictor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.message.Message;

/** The columns that a prediction appends: the class, then one probability per class, named as KNIME names them. */
final class PredictionColumns {

    private static final String LABEL = "label";

    private final DataTableSpec m_spec;

    private final DataCell[] m_classes;

    private final boolean m_probabilities;

    private PredictionColumns(final DataTableSpec spec, final DataCell[] classes, final boolean probabilities) {
        m_spec = spec;
        m_classes = classes;
        m_probabilities = probabilities;
    }

    static PredictionColumns appendedTo(final DataTableSpec table, final String name, final List<String> classes,
        final boolean probabilities) throws InvalidSettingsException {
        final var cells = classes.stream().map(StringCell::new).toArray(DataCell[]::new);
        final var prediction = new DataColumnSpecCreator(name, StringCell.TYPE);
        prediction.setDomain(new DataColumnDomainCreator(cells).createDomain());
        final var columns = new ArrayList<DataColumnSpec>();
        columns.add(prediction.createSpec());
        if (probabilities) {
            for (final String label : classes) {
                final var column = new DataColumnSpecCreator("P (%s=%s)".formatted(LABEL, label), DoubleCell.TYPE);
                column.setDomain(
                    new DataColumnDomainCreator(new DoubleCell(0), new DoubleCell(1)).createDomain());
                columns.add(column.createSpec());
            }
        }
        for (final DataColumnSpec column : columns) {
            if (table.containsName(column.getName())) {
                throw Message.fromSummaryWithResolution(
                    "The table must not have a column \"%s\" already, because the prediction appends one."
                        .formatted(column.getName()),
                    "Rename or remove that column of the input table.").toInvalidSettingsException();
            }
        }
        return new PredictionColumns(
            new DataTableSpecCreator(table).addColumns(columns.toArray(DataColumnSpec[]::new)).createSpec(), cells,
            probabilities);
    }

    DataTableSpec spec() {
        return m_spec;
    }

    /** The row with the class of highest probability; of equal ones the first. */
    DataRow predicted(final DataRow row, final double[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            if (probabilities[i] > probabilities[best]) {
                best = i;
            }
        }
        final var cells = new DataCell[appended()];
        cells[0] = m_classes[best];
        for (int i = 1; i < cells.length; i++) {
            cells[i] = new DoubleCell(probabilities[i - 1]);
        }
        return appended(row, cells);
    }

    /** The row with missing cells. */
    DataRow missing(final DataRow row) {
        final var cells = new DataCell[appended()];
        Arrays.fill(cells, DataType.getMissingCell());
        return appended(row, cells);
    }

    private static DataRow appended(final DataRow row, final DataCell[] more) {
        final var cells = new DataCell[row.getNumCells() + more.length];
        for (int i = 0; i < row.getNumCells(); i++) {
            cells[i] = row.getCell(i);
        }
        System.arraycopy(more, 0, cells, row.getNumCells(), more.length);
        return new DefaultRow(row.getKey(), cells);
    }

    private int appended() {
        return m_probabilities ? m_classes.length + 1 : 1;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.predictor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.frugalvision.engine.image.ClassName;
import org.frugalvision.nodes.table.Classes;
import org.frugalvision.nodes.table.Columns;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;

/**
 * The predictions of the first level of a hierarchy. Rows of the class that is refined go through the network of the
 * second level; all others keep what the first one said.
 */
final class EarlierPrediction {

    private final DataColumnSpec m_column;

    private final int m_index;

    private final String m_refined;

    private long m_asked;

    private EarlierPrediction(final DataColumnSpec column, final int index, final String refined) {
        m_column = column;
        m_index = index;
        m_refined = refined;
    }

    /** Empty if there is only one level. */
    static Optional<EarlierPrediction> of(final DataTableSpec table, final CnnPredictorNodeParameters parameters)
        throws InvalidSettingsException {
        if (!parameters.m_refine) {
            return Optional.empty();
        }
        final int index =
            Columns.prediction(table, parameters.m_earlierColumn, CnnPredictorNodeParameters.EARLIER);
        return Optional.of(new EarlierPrediction(table.getColumnSpec(index), index,
            ClassName.of(parameters.m_refinedClass)));
    }

    /** What the first level said, perhaps nothing; empty if this network shall say it. */
    Optional<DataCell> kept(final DataRow row) {
        final DataCell cell = row.getCell(m_index);
        if (cell.isMissing()) {
            return Optional.of(DataType.getMissingCell());
        }
        final String name = Classes.nameOf(cell);
        if (name.equals(m_refined)) {
            m_asked++;
            return Optional.empty();
        }
        return Optional.of(new StringCell(name));
    }

    /** The possible values are those of both levels, but not the class that is refined. */
    Told around(final Told own) {
        return new Told() {

            @Override
            public DataColumnSpec column(final String name) {
                final var column = new DataColumnSpecCreator(name, StringCell.TYPE);
                Classes.known(m_column).ifPresent(known -> column.setDomain(new DataColumnDomainCreator(
                    Stream.concat(known.stream().filter(value -> !value.equals(m_refined)),
                        Classes.known(own.column(name)).stream().flatMap(List::stream)).distinct()
                        .map(StringCell::new).toArray(DataCell[]::new)).createDomain()));
                return column.createSpec();
            }

            @Override
            public DataCell of(final double[] probabilities) {
                return own.of(probabilities);
            }
        };
    }

    /** Tells that no row was of the class. */
    Optional<String> warning() {
        return m_asked > 0 ? Optional.empty() : Optional.of(
            "No row has the class \"%s\" in the column \"%s\", so nothing was predicted.".formatted(m_refined,
                m_column.getName()));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.predictor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.table.NumberCells;
import org.frugalvision.nodes.table.ProbabilityColumns;
import org.frugalvision.nodes.table.TopColumns;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.message.Message;

/**
 * The columns that a prediction appends, all with the same suffix: the class, or the list of labels, one probability
 * per class, named as KNIME names them, and where they are asked for the confidence, the most probable classes, the
 * loss, the embedding and the cost.
 */
final class PredictionColumns {

    private final DataTableSpec m_spec;

    private final Told m_told;

    private final DataCell[] m_classes;

    private final Extras m_extras;

    private final boolean m_cost;

    private final int m_appended;

    private PredictionColumns(final DataTableSpec table, final List<DataColumnSpec> columns, final Told told,
        final DataCell[] classes, final CnnPredictorNodeParameters parameters) {
        m_spec = new DataTableSpecCreator(table).addColumns(columns.toArray(DataColumnSpec[]::new)).createSpec();
        m_told = told;
        m_classes = classes;
        m_extras = parameters.extras();
        m_cost = parameters.m_cascade;
        m_appended = columns.size();
    }

    static PredictionColumns appendedTo(final DataTableSpec table, final Told told, final List<String> classes,
        final CnnPredictorNodeParameters parameters) throws InvalidSettingsException {
        final String suffix = parameters.m_suffix.stripTrailing();
        final String name = parameters.m_predictionColumn.strip();
        final var columns = new ArrayList<DataColumnSpec>();
        columns.add(told.column(name + suffix));
        final Extras extras = parameters.extras();
        if (extras.probabilities()) {
            final var probabilities = ProbabilityColumns.of(name, suffix);
            classes.forEach(label -> columns.add(probabilities.column(label)));
        }
        if (extras.confidence()) {
            columns.add(NumberCells.doubles("Confidence" + suffix));
        }
        final var cells = classes.stream().map(StringCell::new).toArray(DataCell[]::new);
        addTopClasses(columns, cells, parameters);
        if (extras.loss()) {
            columns.add(NumberCells.doubles("Loss" + suffix));
        }
        if (extras.embedding()) {
            columns.add(new DataColumnSpecCreator("Embedding" + suffix, ListCell.getCollectionType(DoubleCell.TYPE))
                .createSpec());
        }
        if (parameters.m_cascade) {
            columns.add(NumberCells.doubles("Relative cost" + suffix));
        }
        if (columns.stream().map(DataColumnSpec::getName).distinct().count() < columns.size()) {
            throw Message.fromSummaryWithResolution(
                "\"Name of the prediction column\" must differ from the other appended columns, but is \"%s\"."
                    .formatted(columns.get(0).getName()), "Choose another name.").toInvalidSettingsException();
        }
        for (final DataColumnSpec column : columns) {
            if (table.containsName(column.getName())) {
                throw Message.fromSummaryWithResolution(
                    "The table must not have a column \"%s\" already, because the prediction appends one."
                        .formatted(column.getName()),
                    "Enter another suffix, or rename or remove that column of the input table.")
                    .toInvalidSettingsException();
            }
        }
        return new PredictionColumns(table, columns, told, cells, parameters);
    }

    /** A class and its probability for each place. */
    private static void addTopClasses(final List<DataColumnSpec> columns, final DataCell[] classes,
        final CnnPredictorNodeParameters parameters) throws InvalidSettingsException {
        final int top = parameters.extras().topClasses();
        if (top > classes.length) {
            throw Message.fromSummaryWithResolution(
                "\"Most probable classes\" must be at most the %s of the network, but is %s.".formatted(
                    Wording.count(classes.length, "class", "classes"), Wording.value(top)),
                "Enter a smaller number.").toInvalidSettingsException();
        }
        final var names = new TopColumns(parameters.m_suffix.stripTrailing());
        for (int i = 1; i <= top; i++) {
            final var column = new DataColumnSpecCreator(names.name(i), StringCell.TYPE);
            column.setDomain(new DataColumnDomainCreator(classes).createDomain());
            columns.add(column.createSpec());
            columns.add(NumberCells.doubles(names.probability(i)));
        }
    }

    DataTableSpec spec() {
        return m_spec;
    }

    boolean withEmbedding() {
        return m_extras.embedding();
    }

    boolean withCost() {
        return m_cost;
    }

    /**
     * The row with what is told of its image.
     *
     * @param more the cells of loss, embedding and cost, as far as they are asked for
     */
    DataRow predicted(final DataRow row, final double[] probabilities, final List<DataCell> more) {
        final int[] order = order(probabilities);
        final var cells = new ArrayList<DataCell>();
        row.forEach(cells::add);
        cells.add(m_told.of(probabilities));
        if (m_extras.probabilities()) {
            Arrays.stream(probabilities).mapToObj(DoubleCell::new).forEach(cells::add);
        }
        if (m_extras.confidence()) {
            cells.add(new DoubleCell(probabilities[order[0]]));
        }
        for (int i = 0; i < m_extras.topClasses(); i++) {
            cells.add(m_classes[order[i]]);
            cells.add(new DoubleCell(probabilities[order[i]]));
        }
        cells.addAll(more);
        return new DefaultRow(row.getKey(), cells);
    }

    /** The classes from the most probable one on; of equal ones the first comes first. */
    static int[] order(final double[] probabilities) {
        return IntStream.range(0, probabilities.length).boxed()
            .sorted(Comparator.comparingDouble(c -> -probabilities[c])).mapToInt(Integer::intValue).toArray();
    }

    /** The row with missing cells. */
    DataRow missing(final DataRow row) {
        return kept(row, DataType.getMissingCell());
    }

    /** The row with what is told already, and missing cells. */
    DataRow kept(final DataRow row, final DataCell told) {
        final var cells = new ArrayList<DataCell>();
        row.forEach(cells::add);
        cells.add(told);
        cells.addAll(Collections.nCopies(m_appended - 1, DataType.getMissingCell()));
        return new DefaultRow(row.getKey(), cells);
    }
}

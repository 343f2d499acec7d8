// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.drift;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.frugalvision.engine.drift.Observation;
import org.frugalvision.engine.drift.Signal;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.nodes.table.Classes;
import org.frugalvision.nodes.table.ProbabilityColumns;
import org.frugalvision.nodes.table.Skipped;
import org.frugalvision.nodes.table.VectorCells;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** Reads tables of predictions, row by row, as what detectors watch. Embeddings of all tables must have one length. */
final class PredictionStream {

    private final DriftMonitorNodeParameters m_parameters;

    private final VectorCells m_vectors = new VectorCells();

    private final Skipped m_unpredicted = new Skipped("Skipped");

    private final Skipped m_unlabeled = new Skipped("Not watched for errors:");

    private final Skipped m_unembedded = new Skipped("Not watched by embedding:");

    private long m_rows;

    PredictionStream(final DriftMonitorNodeParameters parameters) {
        m_parameters = parameters;
    }

    /** Hands over the rows of a table that have a prediction, in their order. */
    void read(final BufferedDataTable table, final Consumer<Observation> consumer, final RunControl run)
        throws CanceledException, InvalidSettingsException {
        final DataTableSpec spec = table.getDataTableSpec();
        final StreamColumns columns = StreamColumns.of(spec, m_parameters);
        final Optional<ProbabilityColumns> probabilities = probabilities(table, columns);
        try (var rows = table.iterator()) {
            for (long i = 0; rows.hasNext(); i++) {
                run.checkCanceled();
                final DataRow row = rows.next();
                m_rows++;
                if (row.getCell(columns.prediction()).isMissing()) {
                    m_unpredicted.add(row.getKey().getString(), "the prediction is missing");
                } else {
                    consumer.accept(observation(row, columns, spec, probabilities));
                }
                run.progress((i + 1.0) / table.size(),
                    "row %s of %s".formatted(Wording.value(i + 1), Wording.value(table.size())));
            }
        }
    }

    /** What was left out, of all tables. */
    List<String> warnings() {
        return Stream.of(m_unpredicted, m_unlabeled, m_unembedded).flatMap(skipped -> skipped.warning(m_rows).stream())
            .toList();
    }

    private Optional<ProbabilityColumns> probabilities(final BufferedDataTable table, final StreamColumns columns) {
        if (!m_parameters.watches(Signal.ERROR) || columns.label().isPresent()) {
            return Optional.empty();
        }
        final DataTableSpec spec = table.getDataTableSpec();
        final String name = spec.getColumnSpec(columns.prediction()).getName();
        final List<String> classes = Classes.of(table, columns.prediction());
        final var found = ProbabilityColumns.find(spec, name, classes);
        if (found.isEmpty() && !classes.isEmpty()) {
            throw StreamColumns.noProbabilities(name);
        }
        return found;
    }

    private Observation observation(final DataRow row, final StreamColumns columns, final DataTableSpec spec,
        final Optional<ProbabilityColumns> probabilities) {
        final String id = row.getKey().getString();
        final String predicted = Classes.nameOf(row.getCell(columns.prediction()));
        final OptionalDouble error = columns.label().isPresent()
            ? wrong(row, columns.label().getAsInt(), predicted, id)
            : probabilities.map(found -> doubt(row, found.index(spec, predicted).getAsInt(), id))
                .orElse(OptionalDouble.empty());
        return new Observation(id, error, Optional.of(predicted), embedding(row, columns.embedding(), id));
    }

    private OptionalDouble wrong(final DataRow row, final int label, final String predicted, final String id) {
        if (row.getCell(label).isMissing()) {
            m_unlabeled.add(id, "the label is missing");
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Classes.nameOf(row.getCell(label)).equals(predicted) ? 0 : 1);
    }

    private OptionalDouble doubt(final DataRow row, final int column, final String id) {
        if (row.getCell(column).isMissing()) {
            m_unlabeled.add(id, "the probability is missing");
            return OptionalDouble.empty();
        }
        final double probability = ((DoubleValue)row.getCell(column)).getDoubleValue();
        if (!(probability >= 0 && probability <= 1)) {
            throw new DataException(Wording.row(id),
                "the probability of the predicted class must be in [0,1], but is %s."
                    .formatted(Wording.value(probability)), "Check the probability columns.");
        }
        return OptionalDouble.of(1 - probability);
    }

    private Optional<float[]> embedding(final DataRow row, final OptionalInt column, final String id) {
        if (column.isEmpty()) {
            return Optional.empty();
        }
        if (row.getCell(column.getAsInt()).isMissing()) {
            m_unembedded.add(id, "the embedding is missing");
            return Optional.empty();
        }
        return Optional.of(m_vectors.of(row, column.getAsInt()));
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.predictor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.ClassName;
import org.frugalvision.engine.evaluate.Evaluation;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Labelling;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.predict.Prediction;
import org.frugalvision.engine.predict.PriorCorrection;
import org.frugalvision.nodes.table.Classes;
import org.frugalvision.nodes.table.LabelLists;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.def.DoubleCell;

/** Makes the appended cells of a row from its prediction. */
final class PredictionCells {

    private static final String UNKNOWN = "the network does not know the class \"%s\"";

    private final Network m_network;

    /** Its classes in the form in which labels are compared. */
    private final List<String> m_classes;

    private final PredictionColumns m_columns;

    private final OptionalInt m_labelColumn;

    private final Optional<PriorCorrection> m_correction;

    private final Skipped m_withoutLoss;

    private final CascadeTally m_tally;

    private final Map<ImageShape, Long> m_fullPasses = new HashMap<>();

    /**
     * @param network the network
     * @param columns what is appended
     * @param labelColumn index of the column of true classes, if the loss is wanted
     * @param correction of the probabilities, if wanted
     * @param withoutLoss receives the rows without a class that the network knows
     * @param tally receives what the rows cost
     */
    PredictionCells(final Network network, final PredictionColumns columns, final OptionalInt labelColumn,
        final Optional<PriorCorrection> correction, final Skipped withoutLoss, final CascadeTally tally) {
        m_network = network;
        m_classes = network.classes().stream().map(ClassName::of).toList();
        m_columns = columns;
        m_labelColumn = labelColumn;
        m_correction = correction;
        m_withoutLoss = withoutLoss;
        m_tally = tally;
    }

    /**
     * @param member a row of the table
     * @param prediction of its image; not looked at if it has none
     * @return the row with the appended cells, missing ones without an image or where an earlier prediction stays
     */
    DataRow row(final RowBlock.Member member, final Prediction prediction) {
        if (member.kept().isPresent()) {
            return m_columns.kept(member.row(), member.kept().get());
        }
        if (member.image().isEmpty()) {
            return m_columns.missing(member.row());
        }
        final double[] own = prediction.probabilities();
        final double[] probabilities = m_correction.map(correction -> correction.apply(own)).orElse(own);
        final List<DataCell> more = new ArrayList<>();
        if (m_labelColumn.isPresent()) {
            more.add(loss(member.row(), prediction, probabilities));
        }
        if (m_columns.withEmbedding()) {
            final float[] embedding = prediction.embedding();
            more.add(CollectionCellFactory.createListCell(
                IntStream.range(0, embedding.length).mapToObj(i -> new DoubleCell(embedding[i])).toList()));
        }
        if (m_columns.withCost()) {
            final long full = m_fullPasses.computeIfAbsent(member.image().get().shape(),
                shape -> m_network.spec().withInput(shape).multiplyAdds());
            final double cost = (double)prediction.multiplyAdds() / full;
            m_tally.add(cost);
            more.add(new DoubleCell(cost));
        }
        return m_columns.predicted(member.row(), probabilities, more);
    }

    /** - ln p(true class), of the probabilities as they are given out. */
    private DataCell loss(final DataRow row, final Prediction prediction, final double[] probabilities) {
        final DataCell label = row.getCell(m_labelColumn.getAsInt());
        if (label.isMissing()) {
            m_withoutLoss.add(row.getKey().getString(), "the label is missing");
            return DataType.getMissingCell();
        }
        if (m_network.labelling() == Labelling.SEVERAL) {
            return loss(row, prediction, LabelLists.of(label));
        }
        final String name = Classes.nameOf(label);
        final int index = m_classes.indexOf(name);
        if (index < 0) {
            m_withoutLoss.add(row.getKey().getString(), UNKNOWN.formatted(name));
            return DataType.getMissingCell();
        }
        // from the scores it is finite even where the probability is too small for a number; a correction may give 0
        return new DoubleCell(m_correction.isPresent()
            ? 0 - Math.log(Math.max(Evaluation.LEAST_PROBABILITY, probabilities[index])) : prediction.loss(index));
    }

    /** The sum of the binary cross-entropies of all classes. */
    private DataCell loss(final DataRow row, final Prediction prediction, final Optional<SortedSet<String>> labels) {
        if (labels.isEmpty()) {
            m_withoutLoss.add(row.getKey().getString(), "a label of the list is missing");
            return DataType.getMissingCell();
        }
        final float[] rows = new float[m_classes.size()];
        for (final String name : labels.get()) {
            final int index = m_classes.indexOf(name);
            if (index < 0) {
                m_withoutLoss.add(row.getKey().getString(), UNKNOWN.formatted(name));
                return DataType.getMissingCell();
            }
            rows[index] = 1;
        }
        return new DoubleCell(prediction.loss(rows));
    }
}

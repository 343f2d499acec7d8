// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.scorer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.frugalvision.engine.image.ClassName;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.nodes.table.Classes;
import org.frugalvision.nodes.table.ImageCell;
import org.frugalvision.nodes.table.NumberCells;
import org.frugalvision.nodes.table.ProbabilityColumns;
import org.frugalvision.nodes.table.Skipped;
import org.frugalvision.nodes.view.ConfusionCells;
import org.frugalvision.nodes.view.Thumbnails;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/**
 * What the Image Classification Scorer keeps for its view: how many images of each class were predicted as each other,
 * and the first images of each cell, shrunk; of mistakes at most 600, of the others at most 200. Every class beyond the
 * most that a view shows is left out, and so are images then.
 */
final class ConfusedImages {

    private static final int MOST_MISTAKES = 600;

    private static final int MOST_RIGHT = 200;

    private static final DataTableSpec CLASSES =
        new DataTableSpec("Classes", new DataColumnSpecCreator("Class", StringCell.TYPE).createSpec());

    private static final DataTableSpec CELLS = new DataTableSpec("Cells", NumberCells.ints("True class"),
        NumberCells.ints("Predicted class"), NumberCells.longs("Images"));

    private static final DataTableSpec IMAGES = new DataTableSpec("Images", NumberCells.ints("True class"),
        NumberCells.ints("Predicted class"), NumberCells.doubles("Probability"),
        new DataColumnSpecCreator("Image", PNGImageContent.TYPE).createSpec());

    private final int m_label;

    private final int m_prediction;

    private final OptionalInt m_image;

    private final List<String> m_classes;

    private final Map<String, Integer> m_indices = new HashMap<>();

    /** Column of the probability of each class, where the table has it. */
    private final OptionalInt[] m_probabilities;

    private final long[][] m_counts;

    private int m_mistakes;

    private int m_right;

    private ConfusedImages(final DataTableSpec table, final int label, final int prediction, final OptionalInt image,
        final List<String> classes, final List<String> predicted) {
        m_label = label;
        m_prediction = prediction;
        m_image = image;
        m_classes = classes;
        final var columns = ProbabilityColumns.find(table, table.getColumnSpec(prediction).getName(), predicted);
        m_probabilities = classes.stream()
            .map(name -> columns.map(found -> found.index(table, name)).orElse(OptionalInt.empty()))
            .toArray(OptionalInt[]::new);
        m_counts = new long[classes.size()][classes.size()];
        classes.forEach(name -> m_indices.put(ClassName.of(name), m_indices.size()));
    }

    /**
     * Reads the table once.
     *
     * @param table the predictions
     * @param label index of the column of true classes
     * @param prediction index of the column of predicted classes
     * @param image index of the column of images, if there is one
     * @param context of the node
     * @param run progress and cancel
     * @return classes, cells and images, see {@link ScorerView}
     * @throws CanceledException if the work was canceled
     */
    static BufferedDataTable[] kept(final BufferedDataTable table, final int label, final int prediction,
        final OptionalInt image, final ExecutionContext context, final RunControl run) throws CanceledException {
        final List<String> predicted = Classes.of(table, prediction);
        final List<String> classes =
            Stream.concat(predicted.stream(), Classes.of(table, label).stream()).distinct().toList();
        final var names = context.createDataContainer(CLASSES);
        classes.forEach(name -> add(names, new StringCell(name)));
        names.close();
        final var cells = context.createDataContainer(CELLS);
        final var images = context.createDataContainer(IMAGES);
        if (classes.size() <= ConfusionCells.MOST_CLASSES) {
            new ConfusedImages(table.getDataTableSpec(), label, prediction, image, classes, predicted).read(table,
                cells, images, run);
        }
        cells.close();
        images.close();
        return new BufferedDataTable[]{names.getTable(), cells.getTable(), images.getTable()};
    }

    private void read(final BufferedDataTable table, final BufferedDataContainer cells,
        final BufferedDataContainer images, final RunControl run) throws CanceledException {
        try (var rows = table.iterator()) {
            for (long i = 0; rows.hasNext(); i++) {
                run.checkCanceled();
                read(rows.next(), images);
                run.progress((i + 1.0) / table.size(), "images for the view");
            }
        }
        for (int truth = 0; truth < m_classes.size(); truth++) {
            for (int predicted = 0; predicted < m_classes.size(); predicted++) {
                if (m_counts[truth][predicted] > 0) {
                    add(cells, new IntCell(truth), new IntCell(predicted),
                        new LongCell(m_counts[truth][predicted]));
                }
            }
        }
    }

    private void read(final DataRow row, final BufferedDataContainer images) {
        if (row.getCell(m_label).isMissing() || row.getCell(m_prediction).isMissing()) {
            return;
        }
        final int truth = m_indices.get(Classes.nameOf(row.getCell(m_label)));
        final int predicted = m_indices.get(Classes.nameOf(row.getCell(m_prediction)));
        final boolean room = m_counts[truth][predicted]++ < ConfusionCells.MOST_IMAGES
            && (truth == predicted ? m_right < MOST_RIGHT : m_mistakes < MOST_MISTAKES);
        if (room) {
            m_right += truth == predicted ? 1 : 0;
            m_mistakes += truth == predicted ? 0 : 1;
            images.addRowToTable(new DefaultRow(row.getKey(), new IntCell(truth), new IntCell(predicted),
                m_probabilities[predicted].isEmpty() ? DataType.getMissingCell()
                    : row.getCell(m_probabilities[predicted].getAsInt()),
                image(row)));
        }
    }

    private DataCell image(final DataRow row) {
        return m_image.isEmpty() ? DataType.getMissingCell()
            : ImageCell.decode(row, m_image.getAsInt(), new Skipped("Left out"))
                .map(cell -> new PNGImageContent(Thumbnails.png(cell.image().preview())).toImageCell())
                .orElseGet(DataType::getMissingCell);
    }

    private static void add(final BufferedDataContainer rows, final DataCell... cells) {
        rows.addRowToTable(new DefaultRow(RowKey.createRowKey(rows.size()), cells));
    }
}

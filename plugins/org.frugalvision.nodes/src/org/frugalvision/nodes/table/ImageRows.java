// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;

/**
 * Goes through the rows of a table that have all that a node reads of them; other rows are skipped and counted. Images
 * are decoded by several threads, but rows come in their order, and so do complaints. Labels may be strings or lists of
 * strings.
 */
public final class ImageRows {

    private final BufferedDataTable m_table;

    private final ImageColumns m_columns;

    private final List<String> m_classes;

    private final boolean m_lists;

    /**
     * @param table the rows
     * @param columns what is read of them
     */
    public ImageRows(final BufferedDataTable table, final ImageColumns columns) {
        m_table = table;
        m_columns = columns;
        m_classes = columns.label().isPresent() ? Classes.of(table, columns.label().getAsInt()) : List.of();
        m_lists = columns.label().isPresent()
            && LabelLists.in(table.getDataTableSpec().getColumnSpec(columns.label().getAsInt()));
    }

    /**
     * One row.
     *
     * @param index number of the row in the table, from 0
     * @param row all its cells
     * @param image its image, if images are read
     * @param label index of its class, -1 if labels are not read or lists
     * @param labels ascending indices of its classes if labels are lists; shared, not to be modified
     * @param weight how much it counts, 1 if weights are not read
     * @param source where it comes from, empty if sources are not read
     * @param irreducibleLoss NaN if it is not read
     */
    public record ImageRow(long index, DataRow row, Optional<ImageCell> image, int label, int[] labels,
        double weight, String source, double irreducibleLoss) {

        /** @return the row ID */
        public String id() {
            return row.getKey().getString();
        }
    }

    /** Takes one row after the other. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * @param row the next row
         * @throws CanceledException if the work was canceled
         */
        void visit(ImageRow row) throws CanceledException;
    }

    /** Whether labels are lists. */
    boolean lists() {
        return m_lists;
    }

    /** @return names of the classes that {@link ImageRow#label} counts; empty if labels are not read */
    public List<String> classes() {
        return m_classes;
    }

    /**
     * Cost: O(rows), and the decoding of every image if images are read.
     *
     * @param visitor takes the rows in the order of the table
     * @param skipped receives the rows that lack something
     * @param run progress and cancellation
     * @throws CanceledException if the node was canceled
     * @throws DataException if a number is not possible
     */
    public void forEach(final Visitor visitor, final Skipped skipped, final RunControl run) throws CanceledException {
        if (m_columns.image().isPresent()) {
            try (var rows = new DecodedRows(m_table, m_columns.image().getAsInt())) {
                for (long i = 0; rows.hasNext(); i++) {
                    final DecodedRow next = rows.next(run);
                    final Optional<ImageCell> image = next.image(skipped);
                    if (image.isPresent()) {
                        visit(new Read(i, next.row(), image), visitor, skipped);
                    }
                    report(i, run);
                }
            }
            return;
        }
        try (var rows = m_table.iterator()) {
            for (long i = 0; rows.hasNext(); i++) {
                run.checkCanceled();
                visit(new Read(i, rows.next(), Optional.empty()), visitor, skipped);
                report(i, run);
            }
        }
    }

    private void report(final long index, final RunControl run) {
        run.progress((index + 1.0) / m_table.size(),
            "reading row %s of %s".formatted(Wording.value(index + 1), Wording.value(m_table.size())));
    }

    private void visit(final Read read, final Visitor visitor, final Skipped skipped) throws CanceledException {
        final DataRow row = read.row();
        if (missing(row, m_columns.label(), "label", skipped) || missing(row, m_columns.weight(), "weight", skipped)
            || missing(row, m_columns.source(), "source", skipped)
            || missing(row, m_columns.irreducibleLoss(), "irreducible loss", skipped)) {
            return;
        }
        final Optional<int[]> labels = m_lists ? labels(row, skipped) : Optional.of(new int[0]);
        if (labels.isEmpty()) {
            return;
        }
        visitor.visit(new ImageRow(read.index(), row, read.image(),
            m_columns.label().isPresent() && !m_lists
                ? m_classes.indexOf(Classes.nameOf(row.getCell(m_columns.label().getAsInt()))) : -1,
            labels.get(),
            m_columns.weight().isPresent() ? weight(row, m_columns.weight().getAsInt()) : 1,
            m_columns.source().isPresent()
                ? ((StringValue)row.getCell(m_columns.source().getAsInt())).getStringValue() : "",
            m_columns.irreducibleLoss().isPresent()
                ? finite(row, m_columns.irreducibleLoss().getAsInt(), "irreducible loss") : Double.NaN));
    }

    private Optional<int[]> labels(final DataRow row, final Skipped skipped) {
        final var labels = LabelLists.of(row.getCell(m_columns.label().getAsInt()));
        if (labels.isEmpty()) {
            skipped.add(row.getKey().getString(), "a label of the list is missing");
        }
        return labels.map(names -> names.stream().mapToInt(m_classes::indexOf).toArray());
    }

    private static boolean missing(final DataRow row, final OptionalInt column, final String what,
        final Skipped skipped) {
        if (column.isEmpty() || !row.getCell(column.getAsInt()).isMissing()) {
            return false;
        }
        skipped.add(row.getKey().getString(), "the " + what + " is missing");
        return true;
    }

    private static double weight(final DataRow row, final int column) {
        final double weight = finite(row, column, "weight");
        if (weight < 0) {
            throw new DataException(Wording.row(row.getKey().getString()),
                "the weight must be at least 0, but is " + Wording.value(weight) + ".", "Mend the value.",
                "Choose another weight column.");
        }
        return weight;
    }

    private static double finite(final DataRow row, final int column, final String what) {
        final DataCell cell = row.getCell(column);
        final double value = ((DoubleValue)cell).getDoubleValue();
        if (!Double.isFinite(value)) {
            throw new DataException(Wording.row(row.getKey().getString()),
                "the " + what + " is no finite number.", "Mend the value.");
        }
        return value;
    }

    /** A row of which nothing but the image was looked at. */
    private record Read(long index, DataRow row, Optional<ImageCell> image) {
    }
}

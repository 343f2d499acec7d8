// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DoubleCell;

/**
 * The columns of probabilities that belong to one prediction column, by name: {@code Prediction (label)} has
 * {@code P (label=class)} for each class, and a prediction of another name stands itself for the label:
 * {@code Guess} has {@code P (Guess=class)}. A suffix stands behind all of them.
 *
 * @param target what is predicted, in the names between "P (" and "="
 * @param suffix the end of all names; may be empty
 */
public record ProbabilityColumns(String target, String suffix) {

    private static final String PREDICTION = "Prediction (";

    private static final String PROBABILITY = "P (";

    /**
     * The columns to write.
     *
     * @param prediction name of the prediction column without the suffix
     * @param suffix the end of all names
     * @return the columns that belong to it
     */
    public static ProbabilityColumns of(final String prediction, final String suffix) {
        return new ProbabilityColumns(prediction.startsWith(PREDICTION) && prediction.endsWith(")")
            ? prediction.substring(PREDICTION.length(), prediction.length() - 1) : prediction, suffix);
    }

    /**
     * The columns that a table lacks, for a message.
     *
     * @param prediction name of a prediction column, with its suffix
     * @return the columns that would most likely belong to it: what stands behind the first ")" is the suffix
     */
    public static ProbabilityColumns expected(final String prediction) {
        final int end = prediction.startsWith(PREDICTION) ? prediction.indexOf(')') + 1 : 0;
        return end == 0 ? of(prediction, "") : of(prediction.substring(0, end), prediction.substring(end));
    }

    /**
     * The columns to read. Cost: O(length of the name x classes).
     *
     * @param table columns of a table
     * @param prediction name of the prediction column
     * @param classes the classes that it can predict
     * @return the columns that belong to it; empty if there are no classes, or one of them has no such column of
     *         numbers
     */
    public static Optional<ProbabilityColumns> find(final DataTableSpec table, final String prediction,
        final List<String> classes) {
        return classes.isEmpty() ? Optional.empty() : readings(prediction)
            .filter(columns -> classes.stream().allMatch(name -> columns.index(table, name).isPresent())).findFirst();
    }

    /**
     * The columns to read where the classes are not known otherwise. Cost: O(length of the name x columns).
     *
     * @param table columns of a table
     * @param prediction name of the prediction column
     * @return the columns that belong to it; empty if there is none
     */
    public static Optional<ProbabilityColumns> find(final DataTableSpec table, final String prediction) {
        return readings(prediction).filter(columns -> !columns.classes(table, prediction).isEmpty()).findFirst();
    }

    /**
     * @param table columns of a table
     * @param prediction name of the prediction column
     * @return the classes that have a column of numbers with their probability, in the order of the columns; columns
     *         that belong to another prediction of the table, whose name is longer by its suffix, do not count
     */
    public List<String> classes(final DataTableSpec table, final String prediction) {
        final String start = PROBABILITY + target + "=";
        final String end = ")" + suffix;
        final List<String> longer = table.stream().map(DataColumnSpec::getName)
            .filter(name -> name.startsWith(prediction) && name.length() > prediction.length())
            .map(name -> end + name.substring(prediction.length())).toList();
        return table.stream().filter(column -> column.getType().isCompatible(DoubleValue.class))
            .map(DataColumnSpec::getName)
            .filter(name -> name.startsWith(start) && name.endsWith(end)
                && name.length() > start.length() + end.length())
            .filter(name -> longer.stream().noneMatch(name::endsWith))
            .map(name -> name.substring(start.length(), name.length() - end.length())).toList();
    }

    /**
     * @param table columns of a table
     * @return whether any column is named as the probabilities of a prediction are
     */
    public static boolean areIn(final DataTableSpec table) {
        return table.stream().anyMatch(
            column -> column.getName().startsWith(PROBABILITY) && column.getType().isCompatible(DoubleValue.class));
    }

    /**
     * @param table columns of a table
     * @param name of a class
     * @return index of the column of its probability; empty if the table has no such column of numbers
     */
    public OptionalInt index(final DataTableSpec table, final String name) {
        final int index = table.findColumnIndex(name(name));
        return index >= 0 && table.getColumnSpec(index).getType().isCompatible(DoubleValue.class)
            ? OptionalInt.of(index) : OptionalInt.empty();
    }

    /**
     * @param name of a class
     * @return the column of its probability, with the range 0 to 1
     */
    public DataColumnSpec column(final String name) {
        final var column = new DataColumnSpecCreator(name(name), DoubleCell.TYPE);
        column.setDomain(new DataColumnDomainCreator(new DoubleCell(0), new DoubleCell(1)).createDomain());
        return column.createSpec();
    }

    private String name(final String name) {
        return PROBABILITY + target + "=" + name + ")" + suffix;
    }

    /** What a name of a prediction column may be made of, as its suffix is not marked. */
    private static Stream<ProbabilityColumns> readings(final String prediction) {
        return IntStream.range(0, prediction.length()).map(i -> prediction.length() - i)
            .mapToObj(end -> of(prediction.substring(0, end), prediction.substring(end)));
    }
}

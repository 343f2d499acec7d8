// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.frugalvision.engine.run.Wording;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.message.Message;

/**
 * The column of labels where none was chosen. A wrong guess would make a class of every file, so a guess needs a
 * reason: the name of the column, or that KNIME knows its possible values and no other column could be meant. When the
 * table is there, a guess must not have a value for nearly every row, and the node tells it.
 */
public final class LabelColumn {

    private static final String TITLE = "Label column";

    private static final Set<String> NAMES = Set.of("label", "labels", "class", "classes", "category", "categories",
        "target", "targets", "tags", "klasse", "klassen", "kategorie");

    /** Words in the names of columns that are something else, even where another word fits. */
    private static final Set<String> NEVER = Set.of("prediction", "predictions", "predicted", "path", "paths", "file",
        "files", "filename", "folder", "url", "uri");

    /** Words in the names of columns that are something else unless another word fits. */
    private static final Set<String> OTHERS = Set.of("image", "images", "group", "groups", "id", "key", "split",
        "part");

    private static final String FIX = "Choose the column with the class of each image.";

    /** Smaller tables may have an image or two of every class. */
    private static final int ENOUGH_ROWS = 10;

    private LabelColumn() {
    }

    /**
     * For dialogs.
     *
     * @param spec of a table
     * @return the name of the column that is guessed; empty if there is no reason for one
     */
    public static String suggested(final DataTableSpec spec) {
        return suggested(spec, LabelKind.STRINGS);
    }

    /**
     * For dialogs.
     *
     * @param spec of a table
     * @param kind which columns of labels the node takes
     * @return the name of the column that is guessed; empty if there is no reason for one
     */
    public static String suggested(final DataTableSpec spec, final LabelKind kind) {
        return candidates(spec, kind).findFirst().map(i -> spec.getColumnSpec(i).getName()).orElse("");
    }

    /** The guess; {@code spec} has at least one column of that kind. */
    static int guess(final DataTableSpec spec, final LabelKind kind) throws InvalidSettingsException {
        return candidates(spec, kind).findFirst().orElseThrow(() -> Message.fromSummaryWithResolution(
            "\"%s\" must be chosen, because no column has the name of one; the table has %s.".formatted(TITLE,
                Columns.names(spec)), FIX).toInvalidSettingsException());
    }

    /**
     * Looks at the values of a column that was guessed. Cost: O(rows), less where the guess is wrong or KNIME knows the
     * possible values.
     *
     * @param table with labels
     * @param chosen the setting "Label column"
     * @param notes receives a sentence on the guess, if it is one
     * @throws InvalidSettingsException if the table has at least 10 rows and the guessed column has a value for every
     *   two of them or more
     */
    public static void check(final BufferedDataTable table, final String chosen, final List<String> notes)
        throws InvalidSettingsException {
        check(table, chosen, LabelKind.STRINGS, notes);
    }

    /**
     * The same where labels may be lists, of which nothing is too many.
     *
     * @param table with labels
     * @param chosen the setting "Label column"
     * @param kind which columns of labels the node takes
     * @param notes receives a sentence on the guess, if it is one
     * @throws InvalidSettingsException if the table has at least 10 rows and the guessed column of strings has a value
     *   for every two of them or more
     */
    public static void check(final BufferedDataTable table, final String chosen, final LabelKind kind,
        final List<String> notes) throws InvalidSettingsException {
        if (chosen != null && !chosen.isEmpty()) {
            return;
        }
        final DataTableSpec spec = table.getDataTableSpec();
        final int column = Columns.label(spec, chosen, kind);
        final String name = spec.getColumnSpec(column).getName();
        if (table.size() >= ENOUGH_ROWS && LabelKind.STRINGS.fits(spec.getColumnSpec(column))) {
            final long values = values(table, column);
            if (2 * values >= table.size()) {
                throw Message.fromSummaryWithResolution(
                    "\"%s\" must be chosen: \"%s\" would be taken, but has %s or more different values in %s rows."
                        .formatted(TITLE, name, Wording.value(values), Wording.value(table.size())),
                    FIX).toInvalidSettingsException();
            }
        }
        notes.add("Took \"%s\" for the %s, which was not chosen.".formatted(name, TITLE.toLowerCase(Locale.ROOT)));
    }

    /** How many classes there are, up to half as many as rows. */
    private static long values(final BufferedDataTable table, final int column) {
        final var known = Classes.known(table.getDataTableSpec().getColumnSpec(column));
        if (known.isPresent() && 2L * known.get().size() < table.size()) {
            return known.get().size();
        }
        final var values = new HashSet<String>();
        try (var rows = table.iterator()) {
            while (rows.hasNext() && 2L * values.size() < table.size()) {
                final DataCell cell = rows.next().getCell(column);
                if (!cell.isMissing()) {
                    values.add(Classes.nameOf(cell));
                }
            }
        }
        return values.size();
    }

    /** Columns that may be meant: those with the name of one, then the only one with known possible values. */
    private static Stream<Integer> candidates(final DataTableSpec spec, final LabelKind kind) {
        final List<Integer> fitting = IntStream.range(0, spec.getNumColumns())
            .filter(i -> kind.fits(spec.getColumnSpec(i)))
            .filter(i -> Collections.disjoint(words(spec, i), NEVER)).boxed().toList();
        final List<Integer> nominal = fitting.stream().filter(i -> Collections.disjoint(words(spec, i), OTHERS))
            .filter(i -> Classes.known(spec.getColumnSpec(i)).isPresent()).toList();
        return Stream.of(fitting.stream().filter(i -> NAMES.containsAll(words(spec, i))),
            fitting.stream().filter(i -> !Collections.disjoint(words(spec, i), NAMES)),
            nominal.size() == 1 ? nominal.stream() : Stream.<Integer>empty()).flatMap(columns -> columns);
    }

    /** The words of a name in lower case; "trueLabel" has two. */
    private static Set<String> words(final DataTableSpec spec, final int column) {
        final String name = spec.getColumnSpec(column).getName().replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2");
        return Set.copyOf(Arrays.asList(name.toLowerCase(Locale.ROOT).strip().split("[^\\p{L}]+")));
    }
}

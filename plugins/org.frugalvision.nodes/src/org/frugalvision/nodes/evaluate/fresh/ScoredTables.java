// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.fresh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.frugalvision.engine.evaluate.AccuracyDrop;
import org.frugalvision.engine.evaluate.ClassCounts;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.nodes.table.Classes;
import org.frugalvision.nodes.table.Columns;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.message.Message;

/**
 * The columns that two tables of predictions have in common.
 *
 * @param label name of the column of true classes
 * @param models names of the columns of predicted classes, at least one
 */
record ScoredTables(String label, List<String> models) {

    private static final String PREDICTION = "Prediction";

    /** Refuses tables without the columns. */
    static ScoredTables of(final DataTableSpec original, final DataTableSpec fresh,
        final FreshTestSetCheckNodeParameters parameters) throws InvalidSettingsException {
        final String label =
            original.getColumnSpec(Columns.label(original, parameters.m_labelColumn)).getName();
        Columns.find(fresh, label, "Label column (fresh test set)", "strings", StringValue.class);
        final Set<String> models = new LinkedHashSet<>();
        for (final var model : parameters.m_models) {
            if (!model.m_predictionColumn.isEmpty()) {
                Columns.find(original, model.m_predictionColumn, "Prediction column", "strings", StringValue.class);
                models.add(model.m_predictionColumn);
            }
        }
        for (final String name : models) {
            Columns.find(fresh, name, "Prediction column (fresh test set)", "strings", StringValue.class);
        }
        if (models.isEmpty()) {
            original.stream().filter(column -> isPrediction(column, label, fresh)).map(DataColumnSpec::getName)
                .forEach(models::add);
        }
        if (models.isEmpty()) {
            throw Message.fromSummaryWithResolution(
                "\"Prediction columns\" must be in both tables, but they share none whose name begins with "
                    + "\"Prediction\".",
                "Connect two tables of the same CNN Predictor settings, or choose the columns.")
                .toInvalidSettingsException();
        }
        return new ScoredTables(label, List.copyOf(models));
    }

    private static boolean isPrediction(final DataColumnSpec column, final String label, final DataTableSpec fresh) {
        return column.getName().startsWith(PREDICTION) && !column.getName().equals(label)
            && column.getType().isCompatible(StringValue.class) && fresh.containsName(column.getName())
            && fresh.getColumnSpec(column.getName()).getType().isCompatible(StringValue.class);
    }

    /** The classes of both tables, those of the first one first. */
    List<String> classes(final BufferedDataTable original, final BufferedDataTable fresh) {
        final Set<String> classes = new LinkedHashSet<>(Classes.of(original, index(original, label)));
        classes.addAll(Classes.of(fresh, index(fresh, label)));
        return List.copyOf(classes);
    }

    /** The drop of each model, by the name of its column. */
    static Map<String, AccuracyDrop> drops(final List<String> models, final List<ClassCounts> original,
        final List<ClassCounts> fresh) {
        final Map<String, AccuracyDrop> drops = new LinkedHashMap<>();
        for (int i = 0; i < models.size(); i++) {
            drops.put(models.get(i), new AccuracyDrop(original.get(i), fresh.get(i)));
        }
        return drops;
    }

    /**
     * Counts one table, one entry per model. A row without label or without one of the predictions is left out for all
     * models, so that all are judged by the same images.
     *
     * @param title of the table, for complaints
     */
    List<ClassCounts> count(final String title, final BufferedDataTable table, final List<String> classes,
        final Skipped skipped, final RunControl run) throws CanceledException {
        final int labels = index(table, label);
        final Map<String, Integer> indices = new HashMap<>();
        classes.forEach(name -> indices.put(name, indices.size()));
        final int[] columns = models.stream().mapToInt(name -> index(table, name)).toArray();
        final long[] images = new long[classes.size()];
        final long[][] right = new long[columns.length][classes.size()];
        long row = 0;
        try (var rows = table.iterator()) {
            while (rows.hasNext()) {
                run.checkCanceled();
                final DataRow next = rows.next();
                if (next.getCell(labels).isMissing() || Arrays.stream(columns).mapToObj(next::getCell)
                    .anyMatch(DataCell::isMissing)) {
                    skipped.add(next.getKey().getString(), "the label or a prediction is missing");
                } else {
                    final String name = Classes.nameOf(next.getCell(labels));
                    final int truth = indices.get(name);
                    images[truth]++;
                    for (int i = 0; i < columns.length; i++) {
                        right[i][truth] += Classes.nameOf(next.getCell(columns[i])).equals(name) ? 1 : 0;
                    }
                }
                run.progress(++row / (double)table.size(), title);
            }
        }
        if (Arrays.stream(images).sum() == 0) {
            throw new DataException(title, skipped.warning(table.size()).map("no row can be scored. %s"::formatted)
                .orElse("it must have at least one row, but is empty."), "Connect the table of a CNN Predictor.");
        }
        final List<ClassCounts> counts = new ArrayList<>();
        for (final long[] own : right) {
            counts.add(new ClassCounts(images, own));
        }
        return counts;
    }

    private static int index(final BufferedDataTable table, final String name) {
        return table.getDataTableSpec().findColumnIndex(name);
    }
}

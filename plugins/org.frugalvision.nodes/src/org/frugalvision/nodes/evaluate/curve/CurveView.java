// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.curve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.frugalvision.nodes.view.Curves;
import org.frugalvision.nodes.view.Curves.Line;
import org.frugalvision.nodes.view.TableNumbers;
import org.frugalvision.nodes.view.ViewPage;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;

/** The view of the Budget Curve: its summary as curves. */
final class CurveView {

    static final String DESCRIPTION = """
            Mean accuracy, mean balanced accuracy and the difference to random choosing of each method by the number of
            images, with the standard deviation of the accuracy. The values under the pointer are told (arrow keys move
            it), and methods can be switched off.
            """;

    private static final int METHOD = 0;

    private static final int BUDGET = 1;

    private static final int ACCURACY = 3;

    private static final int DEVIATION = 4;

    private static final int BALANCED = 5;

    private static final int DIFFERENCE = 6;

    private CurveView() {
    }

    static ViewPage page() {
        return new ViewPage("Budget curves", "curves", CurveView::data);
    }

    /** Of the summary: see {@link CurveTables#summary()}. */
    private static Map<String, Object> data(final PortObject[] kept) {
        final var table = (BufferedDataTable)kept[0];
        final Map<String, List<Integer>> methods = methods(table);
        final double[] budgets = TableNumbers.of(table, BUDGET);
        final double[] deviations = TableNumbers.of(table, DEVIATION);
        final double[] none = new double[budgets.length];
        return new Curves("Budget curves", "Images")
            .panel("Mean accuracy", lines(methods, budgets, TableNumbers.of(table, ACCURACY), deviations))
            .panel("Mean balanced accuracy", lines(methods, budgets, TableNumbers.of(table, BALANCED), none))
            .panel("Difference to random", lines(methods, budgets, TableNumbers.of(table, DIFFERENCE), none)).page();
    }

    /** The rows of each method, in order. */
    private static Map<String, List<Integer>> methods(final BufferedDataTable table) {
        final Map<String, List<Integer>> methods = new LinkedHashMap<>();
        int number = 0;
        try (var rows = table.iterator()) {
            while (rows.hasNext()) {
                methods.computeIfAbsent(((StringValue)rows.next().getCell(METHOD)).getStringValue(),
                    name -> new ArrayList<>()).add(number++);
            }
        }
        return methods;
    }

    private static List<Line> lines(final Map<String, List<Integer>> methods, final double[] budgets,
        final double[] values, final double[] errors) {
        return methods.entrySet().stream().map(method -> new Line(method.getKey(), pick(budgets, method.getValue()),
            pick(values, method.getValue()), pick(errors, method.getValue()))).toList();
    }

    private static double[] pick(final double[] values, final List<Integer> rows) {
        return rows.stream().mapToDouble(row -> values[row]).toArray();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.learner;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.frugalvision.nodes.view.Curves;
import org.frugalvision.nodes.view.Curves.Line;
import org.frugalvision.nodes.view.TableNumbers;
import org.frugalvision.nodes.view.ViewPage;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;

/** The view of the CNN Learner: its table of epochs as curves. */
final class LearnerView {

    static final String DESCRIPTION = """
            Loss, accuracy, what methods of the recipe measure, and the learning rate, epoch by epoch; of validation
            images, too, where there are any. The values of the epoch under the pointer are told (arrow keys move it),
            and curves can be switched off.
            """;

    private static final List<String> COUNTS = List.of("Epoch", "Images trained", "Updates", "Seconds");

    private LearnerView() {
    }

    static ViewPage page() {
        return new ViewPage("Learning curves", "curves", LearnerView::data);
    }

    /** Of the table of epochs. */
    private static Map<String, Object> data(final PortObject[] kept) {
        final var table = (BufferedDataTable)kept[0];
        final DataTableSpec spec = table.getDataTableSpec();
        final double[] epochs = TableNumbers.of(table, 0);
        final Curves curves = new Curves("Learning curves", "Epoch");
        for (final String name : spec.getColumnNames()) {
            if (!COUNTS.contains(name) && !name.startsWith("Validation ")) {
                final List<Line> lines = new ArrayList<>(List.of(line(name, table, epochs)));
                final String validation = "Validation " + name.toLowerCase(Locale.ROOT);
                if (spec.containsName(validation)) {
                    lines.add(line(validation, table, epochs));
                }
                curves.panel(name, lines);
            }
        }
        return curves.page();
    }

    private static Line line(final String name, final BufferedDataTable table, final double[] epochs) {
        return new Line(name, epochs, TableNumbers.of(table, table.getDataTableSpec().findColumnIndex(name)),
            new double[epochs.length]);
    }
}

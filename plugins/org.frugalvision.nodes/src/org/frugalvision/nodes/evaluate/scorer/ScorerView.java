// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.scorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.frugalvision.nodes.view.ConfusionCells;
import org.frugalvision.nodes.view.ViewPage;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;

/** The view of the Image Classification Scorer: the confusion matrix, whose cells show their images. */
final class ScorerView {

    static final String DESCRIPTION = """
            The confusion matrix of at most 60 classes: rows are true classes, columns predicted ones. A click on a cell
            lists its images with the probability of the predicted class and shows them, at most 24 of each cell and
            shrunk to at most 160 pixels; a click on an image shows it large.
            """;

    private ScorerView() {
    }

    static ViewPage page() {
        return new ViewPage("Confusion matrix", "confusion", ScorerView::data);
    }

    /** Of what {@link ConfusedImages} keeps: classes, cells, images. */
    private static Map<String, Object> data(final PortObject[] kept) {
        final List<String> classes = new ArrayList<>();
        rows((BufferedDataTable)kept[0])
            .forEach(row -> classes.add(((StringValue)row.getCell(0)).getStringValue()));
        final int shown = classes.size() > ConfusionCells.MOST_CLASSES ? 0 : classes.size();
        final long[][] counts = new long[shown][shown];
        rows((BufferedDataTable)kept[1])
            .forEach(row -> counts[(int)number(row, 0)][(int)number(row, 1)] = number(row, 2));
        final var cells = new ConfusionCells(classes, counts);
        final List<DataRow> images = rows((BufferedDataTable)kept[2]);
        // mistakes first: they shall have room
        for (final boolean right : new boolean[]{false, true}) {
            images.stream().filter(row -> number(row, 0) == number(row, 1) == right)
                .forEach(row -> cells.image((int)number(row, 0), (int)number(row, 1), row.getKey().getString(),
                    probability(row.getCell(2)), png(row.getCell(3))));
        }
        return cells.page("Confusion matrix");
    }

    private static long number(final DataRow row, final int column) {
        return (long)((DoubleValue)row.getCell(column)).getDoubleValue();
    }

    private static String probability(final DataCell cell) {
        return cell.isMissing() ? "" : String.format(Locale.ROOT, "%.2f", ((DoubleValue)cell).getDoubleValue());
    }

    private static byte[] png(final DataCell cell) {
        return cell.isMissing() ? new byte[0]
            : ((PNGImageValue)cell).getImageContent().getByteArrayReference();
    }

    private static List<DataRow> rows(final BufferedDataTable table) {
        final List<DataRow> all = new ArrayList<>();
        try (var rows = table.iterator()) {
            rows.forEachRemaining(all::add);
        }
        return all;
    }
}

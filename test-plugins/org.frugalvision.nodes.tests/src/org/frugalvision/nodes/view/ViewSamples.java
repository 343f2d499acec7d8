// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.nodes.view.Curves.Line;
import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultView.ViewInput;
import org.knime.node.parameters.NodeParameters;

/** A page of each kind, with names that would do harm if they were markup; {@code views/check} looks at them. */
public final class ViewSamples {

    /** Class names as nobody should choose them. */
    static final List<String> CLASSES = List.of("<script>document.title='broken'</script>", "quote \" and ' mark",
        "</script><img src=x onerror=\"document.title='broken'\">");

    private ViewSamples() {
    }

    /** Writes the pages into a folder. */
    public static void main(final String... folder) throws IOException {
        final Path target = Files.createDirectories(Path.of(folder[0]));
        Files.writeString(target.resolve("gallery.html"), opened("gallery", gallery()));
        Files.writeString(target.resolve("confusion.html"), opened("confusion", confusion()));
        Files.writeString(target.resolve("curves.html"), opened("curves", curves()));
        Files.writeString(target.resolve("budget.html"), opened("curves", budgetCurves()));
        Files.writeString(target.resolve("closed.html"), new ViewPage("Closed", "curves", kept -> curves()).text());
    }

    /** The page of a view that KNIME has opened. */
    static String opened(final String script, final Map<String, Object> data) {
        return opened(new ViewPage("Sample", script, kept -> data));
    }

    /** The page of a view that KNIME has opened on what a node keeps. */
    public static String opened(final ViewPage page, final PortObject... kept) {
        page.open(new Opened(kept));
        return page.text();
    }

    /** What a view is opened on. */
    record Opened(PortObject[] kept) implements ViewInput {

        @Override
        public <S extends NodeParameters> S getParameters() {
            return null;
        }

        @Override
        public PortObject[] getInternalPortObjects() {
            return kept;
        }
    }

    static Map<String, Object> gallery() {
        final var gallery = new Gallery("Contact sheet");
        for (int i = 0; i < 12; i++) {
            gallery.tile("Row" + i + " " + CLASSES.get(i % 3), Thumbnails.png(image(i, 20 + 40 * (i % 5))));
        }
        return gallery.page(500);
    }

    static Map<String, Object> confusion() {
        final var cells = new ConfusionCells(CLASSES, new long[][]{{7, 2, 1}, {0, 1200, 0}, {30, 0, 5}});
        for (int i = 0; i < 24; i++) {
            cells.image(2, 0, "Row" + i, "0.%d".formatted(99 - i), Thumbnails.png(image(i, 28)));
        }
        cells.image(0, 1, "Row100", "", Thumbnails.png(image(7, 28)));
        cells.image(0, 1, "Row101", "", new byte[0]);
        return cells.page("Confusion matrix");
    }

    static Map<String, Object> curves() {
        final double[] epochs = {1, 2, 3, 4, 5, 6, 7, 8};
        return new Curves("Learning curves", "Epoch")
            .panel("Loss", List.of(
                new Line("Loss", epochs, new double[]{2.1, 1.4, 1, 0.8, 0.65, 0.52, 0.44, 0.4}, new double[8]),
                new Line("Validation loss", epochs, new double[]{1.9, 1.3, 1.1, 0.95, 0.9, 0.9, 0.92, 0.97},
                    new double[8])))
            .panel("Accuracy", List.of(new Line("Accuracy", epochs,
                new double[]{0.3, 0.5, Double.NaN, 0.7, 0.75, 0.8, 0.84, 0.86}, new double[8])))
            .page();
    }

    private static Map<String, Object> budgetCurves() {
        final double[] budgets = {20, 60, 180};
        return new Curves("Budget curves", "Images").panel("Mean accuracy", List.of(
            new Line("Random", budgets, new double[]{0.42, 0.58, 0.71}, new double[]{0.03, 0.02, 0.01}),
            new Line(CLASSES.get(0), budgets, new double[]{0.45, 0.6, 0.7}, new double[]{0.02, 0.02, 0.02}))).page();
    }

    private static DecodedImage image(final int seed, final int side) {
        final var values = new byte[3 * side * side];
        for (int k = 0; k < values.length; k++) {
            values[k] = (byte)(seed * 40 + k % side * 200 / side + k / (side * side) * 60);
        }
        return new DecodedImage(new ImageShape(3, side, side), values);
    }
}

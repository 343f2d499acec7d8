// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import org.frugalvision.engine.evaluate.Evaluation;
import org.frugalvision.engine.run.Wording;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;

/**
 * A confusion matrix as a picture: a row per true class, a column per predicted class, in the cells the numbers of
 * images, the darker the larger their share of the row. Above 40 classes, only the 39 with the most mistakes have rows
 * of their own (ties: lowest class), the others share the last one.
 */
public final class ConfusionChart {

    private static final List<Color> SHARE_COLOURS =
        List.of(Color.WHITE, new Color(0x9ECAE1), new Color(0x08519C));

    private static final int LEAST_PLOT = 360;

    private static final int MARGIN = 190;

    private static final int LEGEND = 60;

    private final Evaluation m_evaluation;

    private final ShownClasses m_shown;

    private final long[][] m_counts;

    private final double[][] m_shares;

    private ConfusionChart(final Evaluation evaluation) {
        m_evaluation = evaluation;
        m_shown = ShownClasses.of(evaluation);
        m_counts = m_shown.fold(evaluation.confusion());
        m_shares = Arrays.stream(m_counts).map(ConfusionChart::shares).toArray(double[][]::new);
    }

    /**
     * Draws a confusion matrix; where there are no {@link Fonts} without text.
     *
     * @param evaluation what to draw; at least one class
     * @return a PNG image
     */
    public static byte[] png(final Evaluation evaluation) {
        final var picture = new ConfusionChart(evaluation);
        return Fonts.present() ? Drawing.png(picture.chart())
            : PlainPictures.cells(picture.m_shares, picture.cell(), SHARE_COLOURS);
    }

    /** Edge of a cell in pixels. */
    private int cell() {
        return Math.max(26, Math.min(64, 700 / m_shares.length));
    }

    private HeatMapChart chart() {
        final int classes = m_shown.names().size();
        final int edge = Math.max(LEAST_PLOT, classes * cell()) + MARGIN;
        final var chart = new HeatMapChartBuilder().width(edge + LEGEND).height(edge).title(title())
            .xAxisTitle("Predicted class").yAxisTitle("True class (colour: share of the row)").build();
        final var fromBelow = new ArrayList<>(m_shown.names());
        Collections.reverse(fromBelow);
        chart.addSeries("share of the true class", m_shown.names(), fromBelow, cells(m_shares));
        chart.addAnnotation(new CellCounts(m_counts, m_shares));
        final var styler = chart.getStyler();
        Drawing.applyLook(styler);
        styler.setPlotContentSize(1);
        styler.setXAxisLabelRotation(90);
        styler.setMin(0).setMax(1).setRangeColors(SHARE_COLOURS.toArray(Color[]::new)).setShowValue(false);
        return chart;
    }

    private String title() {
        final var right = "%s of %s right".formatted(Wording.value(m_evaluation.correct()),
            Wording.count(m_evaluation.images(), "image", "images"));
        final var accuracy = m_evaluation.accuracy();
        return accuracy.isPresent() ? right + String.format(Locale.ROOT, " (%.1f %%)", 100 * accuracy.getAsDouble())
            : "No images";
    }

    private static double[] shares(final long[] row) {
        final double support = Arrays.stream(row).sum();
        return Arrays.stream(row).mapToDouble(count -> count == 0 ? 0 : count / support).toArray();
    }

    /** Column, row from below and share of every cell. */
    private static List<Number[]> cells(final double[][] shares) {
        final var cells = new ArrayList<Number[]>();
        for (int row = 0; row < shares.length; row++) {
            for (int column = 0; column < shares.length; column++) {
                cells.add(new Number[]{column, shares.length - 1 - row, shares[row][column]});
            }
        }
        return cells;
    }
}

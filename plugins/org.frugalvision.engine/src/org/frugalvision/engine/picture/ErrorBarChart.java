// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.List;

import org.frugalvision.engine.image.PngImages;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Curves with error bars over a common horizontal axis; the first one, the baseline, is black.
 *
 * @param title stands above the chart
 * @param xTitle title of the horizontal axis
 * @param yTitle title of the vertical axis
 * @param lines the curves, at least one, each with at least one point; copied
 */
public record ErrorBarChart(String title, String xTitle, String yTitle, List<Line> lines) {

    private static final int LONGEST_NAME = 250;

    /** Colors that people with color vision deficiencies can tell apart (Okabe and Ito 2008). */
    private static final List<Color> COLORS = List.of(new Color(0x333333), new Color(0x0072B2), new Color(0xD55E00),
        new Color(0x009E73), new Color(0xCC79A7), new Color(0x56B4E9), new Color(0xE69F00));

    /**
     * One curve.
     *
     * @param name its name in the legend
     * @param x positions; shared, not to be modified
     * @param y values; shared, not to be modified
     * @param errors half the height of the bar at each position, 0 for none; shared, not to be modified
     */
    public record Line(String name, double[] x, double[] y, double[] errors) {
    }

    /** Copies the lines. */
    public ErrorBarChart {
        lines = List.copyOf(lines);
    }

    /** @return a PNG image of 900 x 540 pixels; where there are no {@link Fonts} without text */
    public byte[] png() {
        return png(!Fonts.present());
    }

    byte[] png(final boolean silent) {
        return PngImages.encode(draw(silent));
    }

    private BufferedImage draw(final boolean silent) {
        final var chart = new XYChart(ChartLook.WIDTH, ChartLook.HEIGHT);
        final var styler = chart.getStyler();
        ChartLook.give(styler, silent, false);
        styler.setXAxisDecimalPattern("#,##0");
        styler.setErrorBarsColorSeriesColor(true);
        if (silent) {
            // no room for any tick, else XChart measures labels, for which it needs a font though they are not seen
            styler.setXAxisTickMarkSpacingHint(ChartLook.WIDTH);
            styler.setYAxisTickMarkSpacingHint(ChartLook.HEIGHT);
        }
        chart.setTitle(title);
        chart.setXAxisTitle(xTitle);
        chart.setYAxisTitle(yTitle);
        final Pen pen = Pen.measuring(silent).use(Font.PLAIN, 12, Pen.INK);
        for (int i = 0; i < lines.size(); i++) {
            final Line line = lines.get(i);
            final var series = chart.addSeries(Integer.toString(i), line.x(), line.y(), line.errors());
            series.setLabel(pen.fit(line.name(), LONGEST_NAME));
            series.setLineColor(COLORS.get(i % COLORS.size()));
            series.setMarkerColor(COLORS.get(i % COLORS.size()));
            series.setMarker(SeriesMarkers.CIRCLE);
            series.setLineStyle(new BasicStroke(2));
        }
        return ChartLook.picture(chart);
    }
}

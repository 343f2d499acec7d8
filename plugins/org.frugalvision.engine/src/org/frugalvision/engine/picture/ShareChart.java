// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;

import org.frugalvision.engine.image.PngImages;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Shares by shares: both axes have the same range that ends at 1, and the diagonal on which both are equal is dotted.
 *
 * @param title stands above the chart
 * @param xTitle title of the horizontal axis
 * @param yTitle title of the vertical axis
 * @param diagonal what the diagonal means, in the legend
 * @param least where both axes begin, below 1
 * @param series what to draw; nothing: the title says so; copied
 */
record ShareChart(String title, String xTitle, String yTitle, String diagonal, double least, List<Series> series) {

    /** Colors that people with color vision deficiencies can tell apart (Okabe and Ito 2008), and two more. */
    static final List<Color> COLORS = List.of(new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73),
        new Color(0xCC79A7), new Color(0x56B4E9), new Color(0xE69F00), new Color(0x999999), Pen.INK);

    private static final int LONGEST_NAME = 180;

    private static final BasicStroke SOLID = new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private static final BasicStroke THIN = new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);

    private static final BasicStroke DOTTED =
        new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[]{2, 4}, 0);

    /** How a series looks. */
    enum Look {
            /** A line. */
            LINE,
            /** A line with a mark at each point. */
            MARKED_LINE,
            /** A thin line that is not in the legend. */
            BAR,
            /** A mark at each point that is not in the legend. */
            POINT;
    }

    /**
     * One series.
     *
     * @param name its name in the legend
     * @param x positions; shared, not to be modified
     * @param y values; shared, not to be modified
     * @param look how it looks
     * @param color its color
     */
    record Series(String name, double[] x, double[] y, Look look, Color color) {
    }

    ShareChart {
        series = List.copyOf(series);
    }

    /** A PNG image of 900 x 540 pixels; where there are no {@link Fonts} without text. */
    byte[] png() {
        return png(!Fonts.present());
    }

    byte[] png(final boolean silent) {
        final var chart = new XYChart(ChartLook.WIDTH, ChartLook.HEIGHT);
        final var styler = chart.getStyler();
        final Pen pen = Pen.measuring(silent).use(Font.BOLD, 16, Pen.INK);
        ChartLook.give(styler, silent, series.isEmpty());
        if (silent) {
            // no room for any tick, else XChart measures labels, for which it needs a font though they are not seen
            styler.setXAxisTickMarkSpacingHint(ChartLook.WIDTH);
            styler.setYAxisTickMarkSpacingHint(ChartLook.HEIGHT);
        }
        styler.setLegendPosition(Styler.LegendPosition.OutsideE);
        styler.setxAxisTickLabelsFormattingFunction(TickLabel::of);
        styler.setyAxisTickLabelsFormattingFunction(TickLabel::of);
        styler.setXAxisMin(least).setXAxisMax(1.0).setYAxisMin(least).setYAxisMax(1.0);
        chart.setTitle(pen.fit(title + (series.isEmpty() ? " (nothing to show)" : ""), ChartLook.WIDTH - 40));
        chart.setXAxisTitle(xTitle);
        chart.setYAxisTitle(yTitle);
        pen.use(Font.PLAIN, 12, Pen.INK);
        if (!series.isEmpty()) {
            add(chart, new double[]{least, 1}, new double[]{least, 1}, SeriesMarkers.NONE, DOTTED, Color.GRAY)
                .setLabel(diagonal);
        }
        for (final Series one : series) {
            final var drawn = add(chart, one.x(), one.y(),
                one.look() == Look.MARKED_LINE || one.look() == Look.POINT ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE,
                one.look() == Look.BAR ? THIN : SOLID, one.color());
            drawn.setLabel(pen.fit(one.name(), LONGEST_NAME));
            drawn.setShowInLegend(one.look() == Look.LINE || one.look() == Look.MARKED_LINE);
        }
        return PngImages.encode(ChartLook.picture(chart));
    }

    private static XYSeries add(final XYChart chart, final double[] x, final double[] y,
        final Marker marker, final BasicStroke stroke, final Color color) {
        final var drawn = chart.addSeries(Integer.toString(chart.getSeriesMap().size()), x, y);
        drawn.setMarker(marker);
        drawn.setLineStyle(stroke);
        drawn.setLineColor(color);
        drawn.setMarkerColor(color);
        return drawn;
    }
}

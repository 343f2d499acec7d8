// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Comparator;
import java.util.List;

import org.frugalvision.engine.image.PngImages;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * What several ways reach beside what they cost: a point with an upright bar for each, and a dashed line through those
 * that no other beats in both.
 *
 * @param title stands above the chart
 * @param xTitle title of the horizontal axis
 * @param yTitle title of the vertical axis
 * @param points the ways; if there are none, the title says so; copied
 */
public record TradeOffChart(String title, String xTitle, String yTitle, List<Point> points) {

    private static final int LONGEST_NAME = 250;

    private static final int MARKER = 12;

    /** Colors that people with color vision deficiencies can tell apart (Okabe and Ito 2008). */
    private static final List<Color> COLORS = List.of(new Color(0x333333), new Color(0x0072B2), new Color(0xD55E00),
        new Color(0x009E73), new Color(0xCC79A7), new Color(0x56B4E9), new Color(0xE69F00));

    /**
     * One way.
     *
     * @param name its name in the legend
     * @param x what it costs
     * @param y what it reaches
     * @param low lower end of the bar
     * @param high upper end of the bar
     * @param onFront whether the dashed line goes through it
     */
    public record Point(String name, double x, double y, double low, double high, boolean onFront) {
    }

    /** Copies the points. */
    public TradeOffChart {
        points = List.copyOf(points);
    }

    /** @return a PNG image of 900 x 540 pixels; where there are no {@link Fonts} without text */
    public byte[] png() {
        return png(!Fonts.present());
    }

    byte[] png(final boolean silent) {
        final var chart = new XYChart(ChartLook.WIDTH, ChartLook.HEIGHT);
        final var styler = chart.getStyler();
        ChartLook.give(styler, silent, points.isEmpty());
        styler.setXAxisMin(0.0);
        styler.setxAxisTickLabelsFormattingFunction(TickLabel::of);
        styler.setyAxisTickLabelsFormattingFunction(TickLabel::of);
        styler.setMarkerSize(MARKER);
        styler.setLegendLayout(points.size() > 4 ? Styler.LegendLayout.Vertical : Styler.LegendLayout.Horizontal);
        if (silent) {
            // no room for any tick, else XChart measures labels, for which it needs a font though they are not seen
            styler.setXAxisTickMarkSpacingHint(ChartLook.WIDTH);
            styler.setYAxisTickMarkSpacingHint(ChartLook.HEIGHT);
        }
        final Pen pen = Pen.measuring(silent).use(Font.BOLD, 16, Pen.INK);
        chart.setTitle(pen.fit(title + (points.isEmpty() ? " (nothing to show)" : ""), ChartLook.WIDTH - 40));
        chart.setXAxisTitle(xTitle);
        chart.setYAxisTitle(yTitle);
        addFront(chart);
        for (int i = 0; i < points.size(); i++) {
            add(chart, points.get(i), COLORS.get(i % COLORS.size()), pen.use(Font.PLAIN, 12, Pen.INK));
        }
        return PngImages.encode(ChartLook.picture(chart));
    }

    private void addFront(final XYChart chart) {
        final List<Point> front =
            points.stream().filter(Point::onFront).sorted(Comparator.comparingDouble(Point::x)).toList();
        if (!front.isEmpty()) {
            final var series = chart.addSeries("front", front.stream().mapToDouble(Point::x).toArray(),
                front.stream().mapToDouble(Point::y).toArray());
            series.setLabel("Pareto front");
            series.setLineColor(Color.GRAY);
            series.setLineStyle(
                new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[]{6, 4}, 0));
            series.setMarker(SeriesMarkers.NONE);
        }
    }

    private void add(final XYChart chart, final Point point, final Color color, final Pen pen) {
        final int index = chart.getSeriesMap().size();
        final var bar = chart.addSeries("bar " + index, new double[]{point.x(), point.x()},
            new double[]{point.low(), point.high()});
        bar.setShowInLegend(false);
        bar.setLineColor(color);
        bar.setLineStyle(new BasicStroke(2));
        bar.setMarker(SeriesMarkers.NONE);
        final XYSeries marker =
            chart.addSeries("point " + index, new double[]{point.x()}, new double[]{point.y()});
        marker.setLabel(pen.fit(point.name(), LONGEST_NAME));
        marker.setLineStyle(SeriesLines.NONE);
        marker.setMarker(point.onFront() ? SeriesMarkers.CIRCLE : SeriesMarkers.CROSS);
        marker.setMarkerColor(color);
    }
}

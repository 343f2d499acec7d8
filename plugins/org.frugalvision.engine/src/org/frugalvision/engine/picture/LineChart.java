// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;

import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Curves over a common horizontal axis, e.g. loss (left axis) and accuracy (right axis) per epoch.
 *
 * @param title stands above the chart
 * @param xTitle title of the horizontal axis
 * @param leftTitle title of the left axis
 * @param left curves on the left axis
 * @param rightTitle title of the right axis
 * @param right curves on the right axis; if empty there is none
 */
public record LineChart(String title, String xTitle, String leftTitle, List<Curve> left, String rightTitle,
    List<Curve> right) {

    private static final int WIDTH = 900;

    private static final int HEIGHT = 540;

    private static final int MOST_MARKED_POINTS = 40;

    /** Colours that people with colour vision deficiencies can tell apart (Okabe and Ito 2008). */
    private static final List<Color> COLOURS = List.of(new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73),
        new Color(0xCC79A7), new Color(0xE69F00), new Color(0x56B4E9), new Color(0x000000));

    /** Copies the lists. */
    public LineChart {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /**
     * Draws the chart; where there are no {@link Fonts} without text. Curves without a finite value are left out; a
     * chart without curves says so in its title.
     *
     * @return a PNG image of 900 x 540 pixels
     */
    public byte[] png() {
        final var visibleLeft = left.stream().filter(Curve::visible).toList();
        final var visibleRight = right.stream().filter(Curve::visible).toList();
        if (!Fonts.present()) {
            return PlainPictures.curves(WIDTH, HEIGHT, visibleLeft, visibleRight, COLOURS);
        }
        final boolean empty = visibleLeft.isEmpty() && visibleRight.isEmpty();
        final var chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).xAxisTitle(xTitle)
            .title(empty ? title + " (nothing to show)" : title).build();
        final var styler = chart.getStyler();
        Drawing.applyLook(styler);
        styler.setLegendPosition(Styler.LegendPosition.OutsideS);
        styler.setLegendLayout(Styler.LegendLayout.Horizontal);
        addAll(chart, visibleLeft, 0, 0);
        addAll(chart, visibleRight, visibleLeft.isEmpty() ? 0 : 1, visibleLeft.size());
        chart.setYAxisTitle(visibleLeft.isEmpty() ? rightTitle : leftTitle);
        if (!visibleLeft.isEmpty() && !visibleRight.isEmpty()) {
            chart.setYAxisGroupTitle(1, rightTitle);
            styler.setYAxisGroupPosition(1, Styler.YAxisPosition.Right);
        }
        return Drawing.png(chart);
    }

    private static void addAll(final XYChart chart, final List<Curve> curves, final int axis, final int firstColour) {
        for (int i = 0; i < curves.size(); i++) {
            final var curve = curves.get(i);
            final var series = chart.addSeries(curve.name(), curve.x(), curve.finiteOrGap());
            final var colour = COLOURS.get((firstColour + i) % COLOURS.size());
            series.setYAxisGroup(axis);
            series.setMarkerColor(colour)
                .setMarker(curve.x().length > MOST_MARKED_POINTS ? SeriesMarkers.NONE : SeriesMarkers.CIRCLE)
                .setLineColor(colour).setLineStyle(new BasicStroke(2));
        }
    }
}

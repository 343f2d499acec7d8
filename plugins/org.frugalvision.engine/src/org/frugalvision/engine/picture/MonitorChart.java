// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;

import org.frugalvision.engine.image.PngImages;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How something watched went on from position to position, with the places where it was noticed.
 *
 * @param title stands above the chart
 * @param xTitle title of the horizontal axis
 * @param yTitle title of the vertical axis
 * @param curves what was watched, at least one; dashed ones are gray lines to compare with; copied
 * @param warnings where there was reason to look
 * @param alarms where there was reason to act
 */
public record MonitorChart(String title, String xTitle, String yTitle, List<Curve> curves, Curve warnings,
    Curve alarms) {

    private static final int MARKER = 12;

    /** Letters of all names that fit in one line. */
    private static final int LETTERS = 90;

    private static final BasicStroke SOLID = new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private static final BasicStroke DASHES =
        new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[]{6, 4}, 0);

    private static final Color WARNING = new Color(0xE69F00);

    private static final Color ALARM = new Color(0xD55E00);

    /** Colors that people with color vision deficiencies can tell apart (Okabe and Ito 2008), none of a mark. */
    private static final List<Color> COLORS = List.of(new Color(0x0072B2), new Color(0x009E73), new Color(0x56B4E9),
        new Color(0xCC79A7), new Color(0x333333));

    /** Copies the curves. */
    public MonitorChart {
        curves = List.copyOf(curves);
    }

    /** @return a PNG image of 900 x 540 pixels; where there are no {@link Fonts} without text */
    public byte[] png() {
        return png(!Fonts.present());
    }

    byte[] png(final boolean silent) {
        final List<Curve> shown = curves.stream().filter(Curve::visible).toList();
        final var chart = new XYChart(ChartLook.WIDTH, ChartLook.HEIGHT);
        final var styler = chart.getStyler();
        ChartLook.give(styler, silent, shown.isEmpty());
        styler.setXAxisDecimalPattern("#,##0");
        styler.setyAxisTickLabelsFormattingFunction(TickLabel::of);
        styler.setMarkerSize(MARKER);
        styler.setYAxisMin(0.0);
        styler.setLegendLayout(shown.stream().mapToInt(curve -> curve.name().length()).sum() < LETTERS
            ? Styler.LegendLayout.Horizontal : Styler.LegendLayout.Vertical);
        if (silent) {
            // no room for any tick, else XChart measures labels, for which it needs a font though they are not seen
            styler.setXAxisTickMarkSpacingHint(ChartLook.WIDTH);
            styler.setYAxisTickMarkSpacingHint(ChartLook.HEIGHT);
        }
        final Pen pen = Pen.measuring(silent).use(Font.BOLD, 16, Pen.INK);
        chart.setTitle(pen.fit(title + (shown.isEmpty() ? " (nothing to show)" : ""), ChartLook.WIDTH - 40));
        chart.setXAxisTitle(xTitle);
        chart.setYAxisTitle(yTitle);
        for (int i = 0; i < shown.size(); i++) {
            final Curve curve = shown.get(i);
            final var series = chart.addSeries(Integer.toString(i), curve.x(), curve.finiteOrGap());
            series.setLabel(curve.name());
            series.setLineColor(curve.dashed() ? Color.GRAY : COLORS.get(i % COLORS.size()));
            series.setLineStyle(curve.dashed() ? DASHES : SOLID);
            series.setMarker(SeriesMarkers.NONE);
        }
        mark(chart, warnings, WARNING, false);
        mark(chart, alarms, ALARM, true);
        return PngImages.encode(ChartLook.picture(chart));
    }

    private static void mark(final XYChart chart, final Curve marks, final Color color, final boolean square) {
        if (marks.visible()) {
            final var series = chart.addSeries(marks.name(), marks.x(), marks.y());
            series.setLineStyle(SeriesLines.NONE);
            series.setMarkerColor(color);
            series.setMarker(square ? SeriesMarkers.SQUARE : SeriesMarkers.DIAMOND);
        }
    }
}

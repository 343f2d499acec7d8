// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.frugalvision.engine.picture.LineChart.Shown;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** One line chart for XChart, which draws it. */
final class ChartDrawing {

    private static final int MOST_MARKED_POINTS = 40;

    private static final int LONGEST_NAME = 300;

    private static final int LEGEND_LINE = 24;

    private static final BasicStroke SOLID = new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    private final LineChart m_chart;

    private final List<Shown> m_shown;

    private final boolean m_silent;

    private final XYChart m_drawn = new XYChart(ChartLook.WIDTH, ChartLook.HEIGHT);

    ChartDrawing(final LineChart chart, final boolean silent) {
        m_chart = chart;
        m_shown = chart.shown();
        m_silent = silent;
    }

    BufferedImage draw() {
        style();
        writeTitles();
        final var left = m_shown.stream().filter(Shown::onTheLeft).toList();
        final var right = m_shown.stream().filter(shown -> !shown.onTheLeft()).toList();
        if (!m_shown.isEmpty()) {
            markBest(AxisRange.of(left.isEmpty() ? right : left));
            addAxis(left, 0);
            addAxis(right, left.isEmpty() ? 0 : 1);
            layOutLegend();
        }
        return ChartLook.picture(m_drawn);
    }

    private void style() {
        final var styler = m_drawn.getStyler();
        ChartLook.give(styler, m_silent, m_shown.isEmpty());
        styler.setLegendSeriesLineLength(LEGEND_LINE);
        // XChart widens the steps between ticks until their labels differ: whole numbers have whole steps
        styler.setXAxisDecimalPattern("#,##0");
        styler.setyAxisTickLabelsFormattingFunction(TickLabel::of);
        if (m_silent) {
            // no room for any tick, else XChart measures labels, for which it needs a font though they are not seen
            styler.setXAxisTickMarkSpacingHint(ChartLook.WIDTH);
            styler.setYAxisTickMarkSpacingHint(ChartLook.HEIGHT);
        }
    }

    private void writeTitles() {
        final var title = m_chart.title() + (m_shown.isEmpty() ? " (nothing to show)" : "");
        m_drawn.setTitle(Pen.measuring(m_silent).use(Font.BOLD, 16, Pen.INK).fit(title, ChartLook.WIDTH - 40));
        m_drawn.setXAxisTitle(m_chart.xTitle());
    }

    /** Behind the curves, from the lowest to the highest value. */
    private void markBest(final AxisRange range) {
        m_chart.best().ifPresent(best -> {
            final var series = addSeries(new double[]{best, best}, new double[]{range.least(), range.most()}, 0);
            series.setLabel("best (%,d)".formatted(best));
            series.setLineColor(Color.GRAY);
            series.setLineStyle(dashes(1.5f, 2, 4));
        });
    }

    private void addAxis(final List<Shown> curves, final int axis) {
        if (!curves.isEmpty()) {
            final var styler = m_drawn.getStyler();
            final boolean onTheLeft = curves.get(0).onTheLeft();
            final var colour = curves.get(0).colour();
            final var range = AxisRange.of(curves);
            m_drawn.setYAxisGroupTitle(axis, onTheLeft ? m_chart.leftTitle() : m_chart.rightTitle());
            styler.setYAxisGroupPosition(axis, onTheLeft ? Styler.YAxisPosition.Left : Styler.YAxisPosition.Right);
            styler.setYAxisGroupTitleColor(axis, colour);
            styler.setYAxisGroupTickLabelsColorMap(axis, colour);
            styler.setYAxisGroupTickMarksColorMap(axis, colour);
            styler.setYAxisMin(axis, range.least());
            styler.setYAxisMax(axis, range.most());
            curves.forEach(shown -> add(shown, axis));
        }
    }

    private void add(final Shown shown, final int axis) {
        final var curve = shown.curve();
        final boolean marked = curve.x().length <= MOST_MARKED_POINTS;
        // XChart begins its dashes anew at every point, unless it rounds the curve off; no corner is left to be rounded
        // off where points are less than a pixel apart
        final boolean dense = curve.dashed() && !marked;
        final var drawn = dense ? curve.dense(ChartLook.WIDTH) : curve;
        final var series = addSeries(drawn.x(), drawn.finiteOrGap(), axis);
        series.setLabel(label(shown));
        series.setLineColor(shown.colour());
        series.setLineStyle(curve.dashed() ? dashes(2, 6, 4) : SOLID);
        series.setSmooth(dense);
        mark(series, shown, marked);
        if (!marked && curve.lonePoints().visible()) {
            final var points = addSeries(curve.x(), curve.lonePoints().y(), axis);
            points.setShowInLegend(false);
            points.setLineStyle(SeriesLines.NONE);
            mark(points, shown, true);
        }
    }

    private static void mark(final XYSeries series, final Shown shown, final boolean marked) {
        series.setMarkerColor(shown.colour());
        if (marked) {
            series.setMarker(shown.curve().dashed() ? SeriesMarkers.DIAMOND : SeriesMarkers.CIRCLE);
        }
    }

    /** A series without markers. */
    private XYSeries addSeries(final double[] x, final double[] y, final int axis) {
        final var name = String.valueOf(m_drawn.getSeriesMap().size());
        final var series = m_drawn.addSeries(name, andGap(x), andGap(y));
        series.setYAxisGroup(axis);
        series.setMarker(SeriesMarkers.NONE);
        return series;
    }

    /** A gap at the end, as XChart makes ticks of the values themselves if they are at equal distances. */
    private static double[] andGap(final double[] values) {
        final var more = Arrays.copyOf(values, values.length + 1);
        more[values.length] = Double.NaN;
        return more;
    }

    private static BasicStroke dashes(final float width, final float... lengths) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, lengths, 0);
    }

    private String label(final Shown shown) {
        final var text = "%s (%s axis)".formatted(Pen.measuring(m_silent).fit(shown.curve().name(), LONGEST_NAME),
            shown.onTheLeft() ? "left" : "right");
        final var values = Arrays.stream(shown.curve().y()).filter(Double::isFinite).toArray();
        return m_shown.stream().allMatch(each -> each.curve().x().length == 1)
            ? text + ": " + new BigDecimal(values[0], new MathContext(3)).toPlainString() : text;
    }

    /** Entries side by side or, if they are too wide for that, one below the other. */
    private void layOutLegend() {
        final var pen = Pen.measuring(m_silent);
        final int width = m_drawn.getSeriesMap().values().stream().filter(XYSeries::isShowInLegend)
            .mapToInt(series -> LEGEND_LINE + 2 * ChartLook.LEGEND_PADDING + pen.width(series.getLabel())).sum();
        m_drawn.getStyler().setLegendLayout(
            width < ChartLook.WIDTH - 20 ? Styler.LegendLayout.Horizontal : Styler.LegendLayout.Vertical);
    }
}

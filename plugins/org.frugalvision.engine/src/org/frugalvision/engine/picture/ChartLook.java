// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.Locale;

import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;

/** What all charts have in common. */
final class ChartLook {

    static final int WIDTH = 900;

    static final int HEIGHT = 540;

    static final int LEGEND_PADDING = 12;

    private static final Color GRID = new Color(0xE5E5E5);

    private ChartLook() {
    }

    /** Without text if silent, without axes if empty. */
    static void give(final AxesChartStyler styler, final boolean silent, final boolean empty) {
        styler.setLocale(Locale.ROOT);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setChartFontColor(Pen.INK);
        styler.setChartPadding(12);
        styler.setChartTitlePadding(8);
        styler.setChartTitleFont(font(Font.BOLD, 16));
        styler.setAxisTitleFont(font(Font.BOLD, 13));
        styler.setAxisTickLabelsFont(font(Font.PLAIN, 12));
        styler.setLegendFont(font(Font.PLAIN, 12));
        styler.setLegendBorderColor(Color.WHITE);
        styler.setLegendPadding(LEGEND_PADDING);
        styler.setLegendPosition(Styler.LegendPosition.OutsideS);
        styler.setXAxisTickLabelsColor(Pen.INK);
        styler.setPlotBorderColor(Color.GRAY);
        styler.setPlotGridLinesColor(GRID);
        styler.setPlotGridLinesStroke(new BasicStroke(1));
        styler.setPlotGridLinesVisible(!empty);
        styler.setAxisTitlesVisible(!silent && !empty);
        styler.setAxisTicksVisible(!silent && !empty);
        if (silent) {
            styler.setLegendVisible(false);
            styler.setChartTitleVisible(false);
        }
    }

    /** Paints a chart into a picture of its own. */
    static BufferedImage picture(final Chart<?, ?> chart) {
        final var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        final var graphics = picture.createGraphics();
        try {
            chart.paint(graphics, WIDTH, HEIGHT);
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    private static Font font(final int style, final int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }
}

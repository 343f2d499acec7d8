// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.awt.Color;
import java.awt.Font;
import java.util.Locale;

import org.frugalvision.engine.image.PngImages;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;

/** What all charts share: the look, and the way into a PNG image. */
final class Drawing {

    private static final Color INK = new Color(0x333333);

    private static final Color GRID = new Color(0xE5E5E5);

    private Drawing() {
    }

    static Font font(final int style, final int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    static void applyLook(final AxesChartStyler styler) {
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setChartFontColor(INK);
        styler.setChartPadding(12);
        styler.setChartTitleFont(font(Font.BOLD, 16));
        styler.setChartTitlePadding(8);
        styler.setAxisTitleFont(font(Font.BOLD, 13));
        styler.setAxisTickLabelsFont(font(Font.PLAIN, 12));
        styler.setAxisTickLabelsColor(INK);
        styler.setLegendFont(font(Font.PLAIN, 12));
        styler.setLegendBorderColor(Color.WHITE);
        styler.setPlotBorderColor(GRID);
        styler.setPlotGridLinesColor(GRID);
        styler.setLocale(Locale.ROOT);
    }

    static byte[] png(final Chart<?, ?> chart) {
        return PngImages.encode(BitmapEncoder.getBufferedImage(chart));
    }
}

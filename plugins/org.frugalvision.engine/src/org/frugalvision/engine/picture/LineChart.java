// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.frugalvision.engine.image.PngImages;

/**
 * Curves over a common horizontal axis of whole numbers, e.g. loss (left axis) and accuracy (right axis) per epoch. The
 * legend tells the axis of each curve, and each axis has the colour of its first curve.
 *
 * @param title stands above the chart
 * @param xTitle title of the horizontal axis
 * @param leftTitle title of the left axis
 * @param left curves on the left axis
 * @param rightTitle title of the right axis
 * @param right curves on the right axis; if empty there is none
 * @param best a position to mark as the best one
 */
public record LineChart(String title, String xTitle, String leftTitle, List<Curve> left, String rightTitle,
    List<Curve> right, OptionalInt best) {

    /** Colours that people with colour vision deficiencies can tell apart (Okabe and Ito 2008). */
    private static final List<Color> LEFT_COLOURS =
        List.of(new Color(0x0072B2), new Color(0x009E73), new Color(0x56B4E9));

    private static final List<Color> RIGHT_COLOURS =
        List.of(new Color(0xD55E00), new Color(0xCC79A7), new Color(0xE69F00));

    /** Copies the lists. */
    public LineChart {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    /** A curve with its look. */
    record Shown(Curve curve, Color colour, boolean onTheLeft) {
    }

    /**
     * Draws the chart; where there are no {@link Fonts} without text. Curves without a finite value are left out; a
     * chart without curves says so in its title. Of a single position the legend tells the values.
     *
     * @return a PNG image of 900 x 540 pixels
     */
    public byte[] png() {
        return png(!Fonts.present());
    }

    byte[] png(final boolean silent) {
        return PngImages.encode(new ChartDrawing(this, silent).draw());
    }

    /** The curves that have anything to draw. */
    List<Shown> shown() {
        final var shown = new ArrayList<Shown>(shown(left, LEFT_COLOURS, true));
        shown.addAll(shown(right, RIGHT_COLOURS, false));
        return shown;
    }

    private static List<Shown> shown(final List<Curve> curves, final List<Color> colours, final boolean onTheLeft) {
        final var shown = new ArrayList<Shown>();
        int next = 0;
        for (final Curve curve : curves) {
            if (curve.visible()) {
                if (!curve.dashed() || shown.isEmpty()) {
                    next++;
                }
                shown.add(new Shown(curve, colours.get((next - 1) % colours.size()), onTheLeft));
            }
        }
        return shown;
    }
}

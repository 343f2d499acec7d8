// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.PngImages;
import org.frugalvision.engine.run.Wording;
import org.knowm.xchart.CategoryChart;

/**
 * Numbers of images of classes before and after something as a picture: two bars for each class; of more than 40
 * classes two curves, from the largest class before (ties: lowest class) to the smallest, without names.
 *
 * @param classes names of the classes, at least one
 * @param before images of each class
 * @param after images of each class
 */
public record ClassBars(List<String> classes, int[] before, int[] after) {

    private static final int MOST_BARS = 40;

    private static final int LONGEST_NAME = 120;

    private static final int MOST_UPRIGHT = 8;

    private static final String TITLE = "Images of each class";

    private static final Color[] COLOURS = {new Color(0x999999), new Color(0x0072B2)};

    /** Copies the names. */
    public ClassBars {
        classes = List.copyOf(classes);
    }

    /** @return a PNG image of 900 x 540 pixels; where there are no {@link Fonts} without text */
    public byte[] png() {
        return png(!Fonts.present());
    }

    byte[] png(final boolean silent) {
        return classes.size() > MOST_BARS ? curves().png(silent) : PngImages.encode(bars(silent));
    }

    private BufferedImage bars(final boolean silent) {
        final var chart = new CategoryChart(ChartLook.WIDTH, ChartLook.HEIGHT);
        final var styler = chart.getStyler();
        ChartLook.give(styler, silent, false);
        styler.setSeriesColors(COLOURS);
        styler.setOverlapped(false);
        styler.setAvailableSpaceFill(0.8);
        styler.setXAxisLabelRotation(classes.size() > MOST_UPRIGHT ? 45 : 0);
        styler.setYAxisMin(0.0);
        styler.setYAxisDecimalPattern("#,##0");
        styler.setPlotGridVerticalLinesVisible(false);
        chart.setTitle(TITLE);
        final List<String> names = names(silent);
        chart.addSeries(legend("before", before), names, Arrays.stream(before).boxed().toList());
        chart.addSeries(legend("after", after), names, Arrays.stream(after).boxed().toList());
        return ChartLook.picture(chart);
    }

    private static String legend(final String when, final int[] counts) {
        return "%s (%s)".formatted(when,
            Wording.count(Arrays.stream(counts).asLongStream().sum(), "image", "images"));
    }

    /** As they fit, and all different, because XChart puts equal ones together. */
    private List<String> names(final boolean silent) {
        final Pen pen = Pen.measuring(silent).use(Font.PLAIN, 12, Pen.INK);
        final Set<String> used = new HashSet<>();
        return classes.stream().map(name -> {
            String shown = silent ? name : pen.fit(name.isBlank() ? "(blank)" : name, LONGEST_NAME);
            while (!used.add(shown)) {
                shown += "'";
            }
            return shown;
        }).toList();
    }

    private LineChart curves() {
        final int[] order = IntStream.range(0, classes.size()).boxed()
            .sorted(Comparator.comparingInt(c -> -before[c])).mapToInt(Integer::intValue).toArray();
        return new LineChart(TITLE, "Class, from the largest before", "Images",
            List.of(curve("before", before, order), curve("after", after, order)), "", List.of(),
            OptionalInt.empty());
    }

    private static Curve curve(final String when, final int[] counts, final int[] order) {
        return Curve.perEpoch(legend(when, counts), Arrays.stream(order).mapToDouble(c -> counts[c]).toArray());
    }
}

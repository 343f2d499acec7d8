// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.frugalvision.engine.evaluate.AccuracyLine;
import org.frugalvision.engine.evaluate.Evaluation;
import org.frugalvision.engine.evaluate.EvaluationBuilder;
import org.frugalvision.engine.evaluate.Interval;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;
import org.frugalvision.engine.picture.FreshTestChart.Point;
import org.frugalvision.engine.picture.ShareChart.Look;
import org.frugalvision.engine.picture.ShareChart.Series;
import org.junit.Test;

/** Reliability, ROC curves and accuracies on fresh test sets. */
public final class ShareChartsTest {

    private static final Evaluation EMPTY = new EvaluationBuilder(List.of("a", "b")).add(0, 0).build();

    /** Two of three right at .9, none of one at .6. */
    @Test
    public void reliabilityHasAPointForEachBinWithImages() {
        final var chart = ReliabilityChart.chart("Result", new EvaluationBuilder(List.of("a", "b"))
            .add("1", 0, 0, 0.9, 0.1).add("2", 0, 0, 0.9, 0.1).add("3", 1, 0, 0.9, 0.1)
            .add("4", 0, 1, 0.4, 0.6).build());
        final Series accuracy = series(chart, "accuracy").get(0);

        assertEquals("Result: expected calibration error 0.3250", chart.title());
        assertArrayEquals(new double[]{0.6, 0.9}, accuracy.x(), 1e-12);
        assertArrayEquals(new double[]{0, 2 / 3.0}, accuracy.y(), 1e-12);
        assertArrayEquals(new double[]{0.25, 0.75}, series(chart, "share of the images").get(0).y(), 1e-12);
        assertEquals("an interval for each point", 2, series(chart, "interval").size());
        draw(chart);
    }

    @Test
    public void withoutProbabilitiesThereIsNothingToShow() {
        assertEquals(List.of(), ReliabilityChart.chart("Result", EMPTY).series());
        assertEquals(List.of(), RocChart.chart("Result", EMPTY).series());
        draw(ReliabilityChart.chart("Result", EMPTY));
        draw(RocChart.chart("Result", EMPTY));
    }

    @Test
    public void rocCurvesTellTheirAreas() {
        final var chart = RocChart.chart("Result", new EvaluationBuilder(List.of("a", "b"))
            .add("1", 0, 0, 0.9, 0.1).add("2", 1, 0, 0.8, 0.2).add("3", 0, 1, 0.4, 0.6).build());

        assertEquals(List.of("0.500 a", "0.500 b"), chart.series().stream().map(Series::name).toList());
        assertArrayEquals(new double[]{0, 0, 1, 1}, chart.series().get(0).x(), 0);
        assertArrayEquals(new double[]{0, 0.5, 0.5, 1}, chart.series().get(0).y(), 0);
        draw(chart);
    }

    /** Class c9 has the probability 1 / 10 everywhere, all others are told apart better. */
    @Test
    public void ofManyClassesThoseWithTheSmallestAreaAreDrawn() {
        final var builder = new EvaluationBuilder(IntStream.range(0, 10).mapToObj(c -> "c" + c).toList());
        for (int i = 0; i < 100; i++) {
            final double[] probabilities = new double[10];
            for (int c = 0; c < 9; c++) {
                probabilities[c] = i % 10 == c ? 0.8 : c / 100.0;
            }
            probabilities[9] = 0.1;
            builder.add("r" + i, i % 10, 0, probabilities);
        }

        final var chart = RocChart.chart("Result", builder.build());

        assertEquals("Result: the 8 of 10 classes with the smallest area", chart.title());
        assertEquals(List.of("1.000 c0", "1.000 c1", "1.000 c2", "1.000 c3", "1.000 c4", "1.000 c5", "1.000 c6",
            "0.500 c9"), chart.series().stream().map(Series::name).toList());
        draw(chart);
    }

    @Test
    public void freshAccuraciesHaveACrossOfIntervals() {
        final var chart = new FreshTestChart("Fresh", List.of(
            new Point("net", 0.9, new Interval(0.88, 0.92), 0.8, new Interval(0.75, 0.85))), Optional.empty()).chart();

        assertEquals(0.65, chart.least(), 1e-12);
        assertEquals(List.of(Look.BAR, Look.BAR, Look.MARKED_LINE),
            series(chart, "net").stream().map(Series::look).toList());
        assertArrayEquals(new double[]{0.88, 0.92}, series(chart, "net").get(0).x(), 0);
        assertArrayEquals(new double[]{0.75, 0.85}, series(chart, "net").get(1).y(), 0);
        draw(chart);
    }

    @Test
    public void manyModelsAndALineAreDrawnFromZeroToOne() {
        final List<Point> points = IntStream.range(0, 12).mapToObj(i -> new Point("n".repeat(300) + i, i / 11.0,
            new Interval(0, 1), i / 12.0, new Interval(0, 1))).toList();
        final var chart = new FreshTestChart("Fresh", points,
            AccuracyLine.of(new double[]{0.1, 0.9}, new double[]{0, 0.95})).chart();

        assertEquals(0, chart.least(), 0);
        assertEquals(8, chart.series().stream().filter(series -> series.look() == Look.MARKED_LINE).count());
        draw(chart);
    }

    /** What is drawn is seen, with and without fonts. */
    private static void draw(final ShareChart chart) {
        final var picture = PngImages.decode(chart.png(), "Picture");
        final var silent = PngImages.decode(chart.png(true), "Picture");

        assertEquals(new ImageShape(3, 540, 900), picture.shape());
        assertEquals(new ImageShape(3, 540, 900), silent.shape());
        final var nothing = new ShareChart("", "", "", "", 0, List.of()).png(true);
        if (chart.series().isEmpty()) {
            assertArrayEquals(nothing, chart.png(true));
        } else {
            assertNotEquals(nothing.length, chart.png(true).length);
        }
    }

    private static List<Series> series(final ShareChart chart, final String name) {
        return chart.series().stream().filter(series -> series.name().equals(name)).toList();
    }
}

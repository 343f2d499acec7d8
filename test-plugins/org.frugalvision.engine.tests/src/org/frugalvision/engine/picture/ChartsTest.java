// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.frugalvision.engine.evaluate.Evaluation;
import org.frugalvision.engine.evaluate.EvaluationBuilder;
import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.PngImages;
import org.junit.BeforeClass;
import org.junit.Test;

/**
 * Charts: their pixels where these can be known, their size and that they are drawn at all elsewhere. All of it holds
 * on machines without fonts, too, but for the text.
 */
public final class ChartsTest {

    /** Where the first of several epochs stands in line charts without text. */
    private static final int LEFT = 47;

    /** From the first to the last epoch. */
    private static final int WIDTH = 806;

    /** Where the largest value stands. */
    private static final int TOP = 32;

    /** From the largest to the least value. */
    private static final int HEIGHT = 472;

    /** No display, as on a server. */
    @BeforeClass
    public static void drawWithoutDisplay() {
        System.setProperty("java.awt.headless", "true");
    }

    /** 95 of 100 right, 5 taken for the next class: the mistakes are seen. */
    @Test
    public void drawsRightOnesInBlueAndMistakesInOrange() {
        final var picture = decode(ConfusionChart.png("Result", evaluation(10, 95), true));
        final int cell = 64;

        assertEquals(new ImageShape(3, 10 * cell + 2 * 14, 10 * cell + 2 * 14), picture.shape());
        assertEquals("right", Shade.RIGHT.of(0.95).getRGB() & 0xFFFFFF, pixel(picture, 14 + 30, 14 + 30));
        assertEquals("wrong", Shade.WRONG.of(0.05).getRGB() & 0xFFFFFF, pixel(picture, 14 + cell + 30, 14 + 30));
        assertEquals("none", 0xFFFFFF, pixel(picture, 14 + 2 * cell + 30, 14 + 30));
    }

    @Test
    public void aShareOfFivePercentIsSeen() {
        final var colour = Shade.WRONG.of(0.05);

        assertEquals(Color.WHITE, Shade.WRONG.of(0));
        assertTrue(colour.toString(), colour.getBlue() < 200);
    }

    @Test
    public void textStandsOutFromItsGround() {
        assertEquals(Color.BLACK, Shade.ink(Color.WHITE));
        assertEquals(Color.BLACK, Shade.ink(new Color(0x9ECAE1)));
        assertEquals(Color.BLACK, Shade.ink(new Color(0x777777)));
        assertEquals(Color.WHITE, Shade.ink(new Color(0x747474)));
        assertEquals(Color.WHITE, Shade.ink(new Color(0x08519C)));
    }

    /** Cells grow until the count fits as it is. */
    @Test
    public void writesCountsInFull() {
        final var builder = new EvaluationBuilder(IntStream.range(0, 40).mapToObj(c -> "c" + c).toList());
        final int small = decode(ConfusionChart.png("Result", builder.build())).shape().width();
        IntStream.range(0, 1_234_567).forEach(i -> builder.add(3, 3));

        final int large = decode(ConfusionChart.png("Result", builder.build())).shape().width();

        assertTrue(small + " and " + large, Fonts.present() ? large > small + 40 * 15 : large == small);
    }

    @Test
    public void textMakesAPictureLargerWhereThereAreFonts() {
        for (final int classes : new int[]{1, 2, 10, 40, 100}) {
            final var with = decode(ConfusionChart.png("Result", evaluation(classes, 90))).shape();
            final var without = decode(ConfusionChart.png("Result", evaluation(classes, 90), true)).shape();

            assertEquals(classes + " classes", Fonts.present(),
                with.width() > without.width() && with.height() > without.height());
        }
    }

    @Test
    public void drawsTheSamePictureAgain() {
        assertArrayEquals(ConfusionChart.png("Result", evaluation(3, 80)),
            ConfusionChart.png("Result", evaluation(3, 80)));
    }

    @Test
    public void drawsNoImages() {
        final var picture =
            decode(ConfusionChart.png("Result", new EvaluationBuilder(List.of("a", "b")).build(), true));

        assertEquals(0xFFFFFF, pixel(picture, 14 + 30, 14 + 30));
    }

    @Test
    public void drawsAThousandClassesNoWiderThanForty() {
        assertEquals(decode(ConfusionChart.png("Result", evaluation(40, 90), true)).shape(),
            decode(ConfusionChart.png("Result", evaluation(1000, 90), true)).shape());
    }

    @Test
    public void drawsCurvesInTheColoursOfTheirAxes() {
        final var picture = decode(chart(List.of(Curve.perEpoch("loss", 3, 2, 1)),
            List.of(Curve.perEpoch("accuracy", 0.1, 0.5, 0.9))).png());

        assertEquals(900, picture.shape().width());
        assertEquals(540, picture.shape().height());
        assertTrue(pixels(picture, 0x0072B2) > 500);
        assertTrue(pixels(picture, 0xD55E00) > 500);
    }

    /** Beside the plot: title, line and labels of an axis, where there are fonts. */
    @Test
    public void axesHaveTheColoursOfTheirFirstCurves() {
        final var loss = List.of(Curve.perEpoch("loss", 3, 2, 1));
        final var accuracy = List.of(Curve.perEpoch("accuracy", 0.1, 0.5, 0.9));
        final var both = decode(chart(loss, accuracy).png());
        final var right = decode(chart(List.of(), accuracy).png());

        assertEquals(Fonts.present(), pixels(both, 0x0072B2, 0, 30) > 20);
        assertEquals(Fonts.present(), pixels(both, 0xD55E00, 870, 900) > 20);
        assertEquals("left", 0, pixels(both, 0xD55E00, 0, 30));
        assertEquals("right", 0, pixels(both, 0x0072B2, 870, 900));
        assertEquals("only right", Fonts.present(), pixels(right, 0xD55E00, 870, 900) > 20);
    }

    @Test
    public void ticksStandAtRoundWholeEpochs() {
        final int[] epochs = {1, 2, 3, 10, 40, 100};
        final int[] ticks = {1, 2, 3, 10, 9, 11};

        for (int i = 0; i < epochs.length; i++) {
            final var curve = Curve.perEpoch("loss", falling(epochs[i], 2));
            final var picture = decode(chart(List.of(curve), List.of()).png());

            assertEquals(epochs[i] + " epochs", Fonts.present() || epochs[i] == 1 ? ticks[i] : 0,
                verticalLines(picture));
        }
    }

    /** Both go from corner to corner, each over its own axis. */
    @Test
    public void drawsEveryCurveOverItsOwnAxis() {
        final var picture = decode(
            chart(List.of(Curve.perEpoch("loss", 3, 1)), List.of(Curve.perEpoch("accuracy", 0, 10))).png(true));

        assertTrue(isNear(picture, 0x0072B2, LEFT + WIDTH / 4, TOP + HEIGHT / 4));
        assertTrue(isNear(picture, 0xD55E00, LEFT + WIDTH / 4, TOP + 3 * HEIGHT / 4));
    }

    /** However near the epochs are to each other. */
    @Test
    public void aDashedCurveHasTheColourOfTheOneBeforeItAndGaps() {
        for (final int epochs : new int[]{20, 60, 1000}) {
            final var solid = Curve.perEpoch("loss", IntStream.range(0, epochs).mapToDouble(i -> 1).toArray());
            final var validation = Curve.perEpoch("validation", falling(epochs, 2)).asDashed();
            final var loss = Curve.perEpoch("loss", falling(epochs, 2));
            final var one = decode(chart(List.of(solid, loss), List.of()).png(true));
            final var both = decode(chart(List.of(solid, validation), List.of()).png(true));

            final long whole = pixels(one, 0x009E73);
            final long dashed = pixels(both, 0x0072B2) - pixels(one, 0x0072B2);
            assertTrue(epochs + ": " + whole + " and " + dashed, dashed > 0.3 * whole && dashed < 0.8 * whole);
        }
    }

    @Test
    public void leavesGapsAndMarksAPointThatIsAlone() {
        for (final int epochs : new int[]{7, 49}) {
            final var values = falling(epochs, 2);
            final int lone = epochs / 2;
            values[lone - 1] = Double.NaN;
            values[lone + 1] = Double.POSITIVE_INFINITY;
            final var picture = decode(chart(List.of(Curve.perEpoch("loss", values)), List.of()).png(true));
            final int x = LEFT + WIDTH / 2;
            final int y = TOP + HEIGHT / 2;
            final int gap = WIDTH / (epochs - 1);

            assertTrue("alone", isNear(picture, 0x0072B2, x, y));
            assertTrue("gap", IntStream.range(x - 2 * gap + 8, x - 6).noneMatch(
                column -> IntStream.range(TOP, TOP + HEIGHT).anyMatch(row -> pixel(picture, column, row) == 0x0072B2)));
        }
    }

    @Test
    public void pointsOfASingleEpochStandInTheMiddleAndHideNoOther() {
        final var picture = decode(chart(List.of(Curve.perEpoch("loss", 0.7)),
            List.of(Curve.perEpoch("accuracy", 0.8))).png(true));

        assertTrue("loss", isNear(picture, 0x0072B2, LEFT + WIDTH / 2, TOP + HEIGHT / 2));
        assertTrue("accuracy", isNear(picture, 0xD55E00, LEFT + WIDTH / 2, TOP));
    }

    @Test
    public void marksTheBestEpoch() {
        final List<Curve> curves = List.of(Curve.perEpoch("loss", 3, 2, 1));
        final var marked = decode(
            new LineChart("Training", "Epoch", "Loss", curves, "", List.of(), OptionalInt.of(2)).png(true));
        final var plain = decode(chart(curves, List.of()).png(true));
        final int x = LEFT + WIDTH / 2;

        assertTrue(Math.max(darker(marked, plain, x), darker(marked, plain, x - 1)) > 50);
        assertEquals(0, darker(marked, plain, x - 50));
    }

    @Test
    public void drawsTheSameCurvesAgain() {
        final var chart = chart(List.of(Curve.perEpoch("loss", falling(60, 2)).asDashed()), List.of());

        assertArrayEquals(chart.png(), chart.png());
    }

    @Test
    public void leavesOutCurvesWithoutAnyFiniteValue() {
        final var picture = decode(chart(List.of(Curve.perEpoch("diverged", Double.NaN, Double.POSITIVE_INFINITY),
            Curve.perEpoch("loss", 2, 1.5, Double.NaN, 1)), List.of()).png());

        assertTrue(pixels(picture, 0x0072B2) > 100);
        assertEquals(0, pixels(picture, 0x009E73));
    }

    /** Equal, hardly different, and the largest and smallest of single precision. */
    @Test
    public void drawsValuesOfAnySize() {
        final double[][] values = {{0, 0}, {1, 1 + 1e-15}, {Float.MAX_VALUE, -Float.MAX_VALUE}, {1e-40, 3e-40},
            {1e15, 1e15 + 1}, {-5, -5}};

        for (final var each : values) {
            final var picture = decode(chart(List.of(Curve.perEpoch("loss", each)), List.of()).png());

            assertTrue(Arrays.toString(each), pixels(picture, 0x0072B2) > 500);
        }
    }

    @Test
    public void drawsTextsThatAreEmptyOrLong() {
        final var curves = List.of(Curve.perEpoch("", 1, 2), Curve.perEpoch("a long name ".repeat(30), 2, 1));

        for (final var title : List.of("", "a long title ".repeat(30))) {
            final var picture = decode(
                new LineChart(title, title, title, curves, title, curves, OptionalInt.empty()).png());

            assertTrue(title, pixels(picture, 0xD55E00) > 500);
        }
    }

    @Test
    public void drawsAChartWithoutCurves() {
        assertEquals(900, decode(chart(List.of(), List.of()).png()).shape().width());
    }

    private static Evaluation evaluation(final int classes, final int right) {
        final var builder = new EvaluationBuilder(IntStream.range(0, classes).mapToObj(c -> "class " + c).toList());
        for (int c = 0; c < classes; c++) {
            for (int i = 0; i < 100; i++) {
                builder.add(c, i < right ? c : (c + 1) % classes);
            }
        }
        return builder.build();
    }

    private static DecodedImage decode(final byte[] png) {
        return PngImages.decode(png, "Picture");
    }

    private static LineChart chart(final List<Curve> left, final List<Curve> right) {
        return new LineChart("Training", "Epoch", "Loss", left, "Accuracy", right, OptionalInt.empty());
    }

    private static double[] falling(final int epochs, final double from) {
        return IntStream.range(0, epochs).mapToDouble(i -> from - i / (double)epochs).toArray();
    }

    /** Within two pixels. */
    private static boolean isNear(final DecodedImage picture, final int colour, final int x, final int y) {
        return IntStream.range(0, 25).anyMatch(i -> pixel(picture, x - 2 + i % 5, y - 2 + i / 5) == colour);
    }

    /** How many pixels of a column are darker in the first picture. */
    private static long darker(final DecodedImage picture, final DecodedImage than, final int x) {
        return IntStream.range(TOP, TOP + HEIGHT)
            .filter(y -> (pixel(picture, x, y) & 0xFF) < (pixel(than, x, y) & 0xFF)).count();
    }

    private static int pixel(final DecodedImage picture, final int x, final int y) {
        final int area = picture.shape().height() * picture.shape().width();
        final int i = y * picture.shape().width() + x;
        return (picture.values()[i] & 0xFF) << 16 | (picture.values()[area + i] & 0xFF) << 8
            | picture.values()[2 * area + i] & 0xFF;
    }

    private static long pixels(final DecodedImage picture, final int colour) {
        return pixels(picture, colour, 0, picture.shape().width());
    }

    private static long pixels(final DecodedImage picture, final int colour, final int fromX, final int toX) {
        return IntStream.range(0, picture.shape().height()).mapToLong(
            y -> IntStream.range(fromX, toX).filter(x -> pixel(picture, x, y) == colour).count()).sum();
    }

    /** Grid lines in the upper margin of the plot, where no curve is. */
    private static long verticalLines(final DecodedImage picture) {
        final int columns = picture.shape().width();
        final int top = IntStream.range(0, picture.shape().height())
            .filter(y -> IntStream.range(0, columns).filter(x -> isDrawn(picture, x, y)).count() > columns / 2)
            .findFirst().orElseThrow();
        final int left = IntStream.range(0, columns / 2)
            .filter(from -> IntStream.range(from, columns / 2).allMatch(x -> isDrawn(picture, x, top))).findFirst()
            .orElseThrow();
        final int right = IntStream.range(columns / 2, columns).filter(x -> !isDrawn(picture, x, top)).findFirst()
            .orElse(columns);
        return IntStream.range(top + 4, top + 10)
            .mapToLong(y -> IntStream.range(left + 4, right - 4)
                .filter(x -> isDrawn(picture, x, y) && !isDrawn(picture, x - 1, y)).count())
            .max().orElseThrow();
    }

    private static boolean isDrawn(final DecodedImage picture, final int x, final int y) {
        return pixel(picture, x, y) != 0xFFFFFF;
    }
}

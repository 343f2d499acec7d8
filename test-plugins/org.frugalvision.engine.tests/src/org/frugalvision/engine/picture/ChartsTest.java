// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
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

    /** Both go from corner to corner of the plot, each over its own axis. */
    @Test
    public void drawsEveryCurveOverItsOwnAxis() {
        final var picture = decode(
            chart(List.of(Curve.perEpoch("loss", 3, 1)), List.of(Curve.perEpoch("accuracy", 0, 10))).png(true));

        assertTrue(isNear(picture, 0x0072B2, 84 + 183, 60 + 92));
        assertTrue(isNear(picture, 0xD55E00, 84 + 183, 60 + 278));
    }

    @Test
    public void aDashedCurveHasTheColourOfTheOneBeforeItAndGaps() {
        final var one = decode(chart(List.of(Curve.perEpoch("loss", falling(60, 2))), List.of()).png(true));
        final var both = decode(chart(List.of(Curve.perEpoch("loss", falling(60, 2)),
            Curve.perEpoch("validation", falling(60, 1)).asDashed()), List.of()).png(true));

        final long solid = pixels(one, 0x0072B2);
        final long dashed = pixels(both, 0x0072B2) - solid;
        assertTrue(solid + " and " + dashed, dashed > 0.3 * solid && dashed < 0.8 * solid);
    }

    @Test
    public void leavesGapsAndMarksAPointThatIsAlone() {
        final var picture = decode(chart(List.of(Curve.perEpoch("loss", 1, 2, Double.NaN, 1, Double.NaN, 2, 1)),
            List.of()).png(true));

        assertEquals("alone", 0x0072B2, pixel(picture, 84 + 366, 60 + 370));
        assertTrue("gap", IntStream.range(84 + 140, 84 + 350).noneMatch(x -> pixel(picture, x, 60 + 185) == 0x0072B2));
    }

    @Test
    public void aSingleEpochIsAPointInTheMiddle() {
        final var picture = decode(chart(List.of(Curve.perEpoch("loss", 2)), List.of()).png(true));

        assertEquals(0x0072B2, pixel(picture, 84 + 366, 60));
    }

    @Test
    public void marksTheBestEpoch() {
        final List<Curve> curves = List.of(Curve.perEpoch("loss", 3, 2, 1));
        final var marked = decode(
            new LineChart("Training", "Epoch", "Loss", curves, "", List.of(), OptionalInt.of(2)).png(true));
        final var plain = decode(chart(curves, List.of()).png(true));
        final int x = 84 + 366;

        assertTrue(darker(marked, plain, x) > 50);
        assertEquals(0, darker(marked, plain, x - 50));
    }

    @Test
    public void leavesOutCurvesWithoutAnyFiniteValue() {
        final var picture = decode(chart(List.of(Curve.perEpoch("diverged", Double.NaN, Double.POSITIVE_INFINITY),
            Curve.perEpoch("loss", 2, 1.5, Double.NaN, 1)), List.of()).png());

        assertTrue(pixels(picture, 0x0072B2) > 100);
        assertEquals(0, pixels(picture, 0x009E73));
    }

    @Test
    public void drawsAChartWithoutCurves() {
        assertEquals(900, decode(chart(List.of(), List.of()).png()).shape().width());
    }

    @Test
    public void refusesACurveOfUnequalArrays() {
        assertEquals("Curve \"loss\" has 1 positions for 2 values.", assertThrows(IllegalArgumentException.class,
            () -> new Curve("loss", new double[1], new double[2], false)).getMessage());
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
        return IntStream.range(60, 430).filter(y -> (pixel(picture, x, y) & 0xFF) < (pixel(than, x, y) & 0xFF)).count();
    }

    private static int pixel(final DecodedImage picture, final int x, final int y) {
        final int area = picture.shape().height() * picture.shape().width();
        final int i = y * picture.shape().width() + x;
        return (picture.values()[i] & 0xFF) << 16 | (picture.values()[area + i] & 0xFF) << 8
            | picture.values()[2 * area + i] & 0xFF;
    }

    private static long pixels(final DecodedImage picture, final int colour) {
        final int area = picture.shape().height() * picture.shape().width();
        final var values = picture.values();
        final byte[] wanted = {(byte)(colour >> 16), (byte)(colour >> 8), (byte)colour};
        return IntStream.range(0, area)
            .filter(i -> Arrays.equals(wanted, new byte[]{values[i], values[area + i], values[2 * area + i]})).count();
    }
}

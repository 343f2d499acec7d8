// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.frugalvision.engine.evaluate.Evaluation;
import org.frugalvision.engine.evaluate.EvaluationBuilder;
import org.frugalvision.engine.image.DecodedImage;
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

    @Test
    public void drawsAConfusionMatrixDarkOnItsDiagonal() {
        final var picture = decode(ConfusionChart.png(evaluation(10, 95)));

        assertEquals(3, picture.shape().channels());
        assertTrue("share of dark pixels", dark(picture) > 0.04 && dark(picture) < 0.12);
    }

    /** A single class that is always right is one dark square with its count in the middle. */
    @Test
    public void writesCountsInWhiteOnDarkCellsWhereThereAreFonts() {
        final var picture = decode(ConfusionChart.png(evaluation(1, 100)));
        final int width = picture.shape().width();
        final int middle = width * (picture.shape().height() / 2);

        final long white = IntStream.range(middle - 40 * width, middle + 40 * width)
            .filter(i -> i % width > 150 && i % width < 400).filter(i -> picture.values()[i] == -1).count();

        assertTrue(white + " white pixels of \"100\"",
            Fonts.present() ? white > 5 && white < 400 : picture.shape().width() == 104);
    }

    @Test
    public void drawsTheSamePictureAgain() {
        assertArrayEquals(ConfusionChart.png(evaluation(3, 80)), ConfusionChart.png(evaluation(3, 80)));
    }

    @Test
    public void drawsOneClassAndNoImages() {
        assertTrue(dark(decode(ConfusionChart.png(evaluation(1, 100)))) > 0.3);
        assertTrue(dark(decode(ConfusionChart.png(new EvaluationBuilder(List.of("a", "b")).build()))) < 0.02);
    }

    @Test
    public void drawsAThousandClassesNoLargerThanForty() {
        assertEquals(decode(ConfusionChart.png(evaluation(40, 90))).shape(),
            decode(ConfusionChart.png(evaluation(1000, 90))).shape());
    }

    @Test
    public void drawsCurvesInTheirColours() {
        final var picture = decode(new LineChart("Training", "Epoch", "Loss", List.of(Curve.perEpoch("loss", 3, 2, 1)),
            "Accuracy", List.of(Curve.perEpoch("accuracy", 0.1, 0.5, 0.9))).png());

        assertEquals(900, picture.shape().width());
        assertEquals(540, picture.shape().height());
        assertTrue(pixels(picture, 0x0072B2) > 500);
        assertTrue(pixels(picture, 0xD55E00) > 500);
    }

    @Test
    public void leavesOutCurvesWithoutAnyFiniteValue() {
        final var picture = decode(new LineChart("Training", "Epoch", "Loss",
            List.of(Curve.perEpoch("diverged", Double.NaN, Double.POSITIVE_INFINITY),
                Curve.perEpoch("loss", 2, 1.5, Double.NaN, 1)),
            "", List.of()).png());

        assertTrue(pixels(picture, 0x0072B2) > 100);
        assertEquals(0, pixels(picture, 0xD55E00));
    }

    @Test
    public void drawsAChartWithoutCurves() {
        assertEquals(900,
            decode(new LineChart("Training", "Epoch", "Loss", List.of(), "", List.of()).png()).shape().width());
    }

    @Test
    public void refusesACurveOfUnequalArrays() {
        assertEquals("Curve \"loss\" has 1 positions for 2 values.", assertThrows(IllegalArgumentException.class,
            () -> new Curve("loss", new double[1], new double[2])).getMessage());
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

    /** The share of pixels with little red. */
    private static double dark(final DecodedImage picture) {
        final int area = picture.shape().height() * picture.shape().width();
        return IntStream.range(0, area).filter(i -> (picture.values()[i] & 0xFF) < 80).count() / (double)area;
    }

    private static long pixels(final DecodedImage picture, final int colour) {
        final int area = picture.shape().height() * picture.shape().width();
        final var values = picture.values();
        final byte[] wanted = {(byte)(colour >> 16), (byte)(colour >> 8), (byte)colour};
        return IntStream.range(0, area)
            .filter(i -> Arrays.equals(wanted, new byte[]{values[i], values[area + i], values[2 * area + i]})).count();
    }
}

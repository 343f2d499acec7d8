// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.SampleType;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;

/** Steps one after the other. */
public final class AugmentationTest {

    private static final Raster ROW = Pictures.row(1, 2, 3, 4);

    private static final Step FLIP = Step.usual("horizontal-flip", 0.5);

    @Test
    public void refusesToDoNothing() {
        assertEquals("\"Operations\" must hold at least one operation, but is 0.",
            assertThrows(SettingsException.class, () -> augmentation(false)).getMessage());
    }

    @Test
    public void stepsComeInTheirOrder() {
        final Augmentation first = augmentation(false, new Step("brightness", 1, 2, 2), new Step("invert", 1, 0, 0));
        final Augmentation second = augmentation(false, new Step("invert", 1, 0, 0), new Step("brightness", 1, 2, 2));

        assertArrayEquals(new int[]{253, 251, 249, 247}, first.apply(ROW, Seeds.of(1).generator()).values());
        assertArrayEquals(new int[]{255, 255, 255, 255}, second.apply(ROW, Seeds.of(1).generator()).values());
    }

    @Test
    public void halfOfTheImagesAreFlipped() {
        int flipped = 0;
        for (int seed = 0; seed < 1000; seed++) {
            flipped += augmentation(false, FLIP).apply(ROW, Seeds.of(seed).generator()) == ROW ? 0 : 1;
        }

        assertEquals(500, flipped, 50);
    }

    @Test
    public void magnitudesAreDrawnEvenly() {
        final Augmentation brighter = augmentation(false, new Step("brightness", 1, 0, 2));
        double sum = 0;
        for (int seed = 0; seed < 1000; seed++) {
            sum += brighter.apply(Pictures.row(100), Seeds.of(seed).generator()).values()[0];
        }

        assertEquals(100, sum / 1000, 5);
    }

    /** The halves of 1 2 3 4 are flipped, or not, each by itself. */
    @Test
    public void halvesGoThroughTheStepsByThemselves() {
        final Set<String> made = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            made.add(Arrays.toString(augmentation(true, FLIP).apply(ROW, Seeds.of(seed).generator()).values()));
        }

        assertEquals(Set.of("[1, 2, 3, 4]", "[2, 1, 3, 4]", "[1, 2, 4, 3]", "[2, 1, 4, 3]"), made);
    }

    /** Two cuts times four flips, of which two leave the image as it is. */
    @Test
    public void aFlipInHalvesMakesSevenImages() {
        final Raster square = Pictures.noise(new ImageShape(3, 4, 4), 255, 1);
        final Set<String> made = new HashSet<>();
        for (int seed = 0; seed < 400; seed++) {
            made.add(Arrays.toString(augmentation(true, FLIP).apply(square, Seeds.of(seed).generator()).values()));
        }

        assertEquals(7, made.size());
    }

    @Test
    public void oddEdgesAreCutBelowTheMiddle() {
        final Raster image = Pictures.noise(new ImageShape(2, 5, 3), 65_535, 1);
        for (final boolean across : new boolean[]{true, false}) {
            final Halves halves = Halves.of(image, across);

            assertEquals(across ? new ImageShape(2, 5, 1) : new ImageShape(2, 2, 3), halves.first().shape());
            assertEquals(across ? new ImageShape(2, 5, 2) : new ImageShape(2, 3, 3), halves.second().shape());
            assertEquals(image.shape(), halves.joined().shape());
            assertArrayEquals(image.values(), halves.joined().values());
        }
    }

    @Test
    public void linesOfOnePixelAreCutTheOtherWay() {
        for (final ImageShape shape : List.of(new ImageShape(1, 1, 1), new ImageShape(1, 1, 2),
            new ImageShape(1, 2, 1))) {
            for (int seed = 0; seed < 20; seed++) {
                assertEquals(shape, augmentation(true, new Step("invert", 1, 0, 0))
                    .apply(Pictures.noise(shape, 255, 1), Seeds.of(seed).generator()).shape());
            }
        }
    }

    @Test
    public void variantsFollowFromSeedAndIdAndCopy() {
        final DecodedImage image = Pictures.noise(new ImageShape(3, 9, 9), 255, 1).toImage();
        final Augmentation random = augmentation(false, Step.usual("gaussian-noise", 1));
        final DecodedImage one = random.variant(image, Seeds.of(1), "r1", 1);

        assertTrue(one.sameAs(random.variant(image, Seeds.of(1), "r1", 1)));
        assertFalse(one.sameAs(random.variant(image, Seeds.of(2), "r1", 1)));
        assertFalse(one.sameAs(random.variant(image, Seeds.of(1), "r2", 1)));
        assertFalse(one.sameAs(random.variant(image, Seeds.of(1), "r1", 2)));
        assertSame("nothing to do", image,
            augmentation(false, new Step("rotate", 1, 0, 0)).variant(image, Seeds.of(1), "r1", 1));
    }

    /** As images in tables are, so are those of a batch. */
    @Test
    public void floatsGetTheSameValues() {
        for (final SampleType type : SampleType.values()) {
            final Raster image = Pictures.noise(new ImageShape(2, 6, 5), Raster.max(type), 1);
            final float[] pixels = new float[70];
            image.write(pixels, 7);
            final Augmentation random = augmentation(false, Step.usual("rotate", 1), Step.usual("gaussian-noise", 1));

            random.apply(pixels, 7, image.shape(), type, Seeds.of(4).generator());

            assertArrayEquals(random.apply(image, Seeds.of(4).generator()).values(),
                Raster.of(pixels, 7, image.shape(), image.max()).values());
            assertEquals(0, pixels[6] + pixels[67], 0);
        }
    }

    @Test
    public void wholeNumbersSurviveFloats() {
        for (final SampleType type : SampleType.values()) {
            final int[] values = new int[Raster.max(type) + 1];
            Arrays.setAll(values, i -> i);
            final Raster all = new Raster(new ImageShape(1, 1, values.length), Raster.max(type), values);
            final float[] pixels = new float[values.length];
            all.write(pixels, 0);

            assertArrayEquals(values, Raster.of(pixels, 0, all.shape(), all.max()).values());
            assertArrayEquals(values, Raster.of(all.toImage()).values());
        }
    }

    @Test
    public void stepsAreTexts() {
        assertEquals("rotate:0.5:-15.0:15.0", Step.usual("rotate", 0.5).text());
        assertEquals("horizontal-flip:0.5", FLIP.text());
        assertEquals("a flip has no magnitude", FLIP, new Step("horizontal-flip", 0.5, -3, 7));
        for (final OperationInfo info : Operations.infos()) {
            final Step step = Step.usual(info.id(), 0.3);
            assertEquals(step, Step.parse(step.text()));
            assertEquals(Step.usual(info.id(), 1), Step.parse(info.id()));
        }
    }

    @Test
    public void refusesTextsThatAreNoSteps() {
        assertRefused("\"Operations\" must be such as \"rotate:0.5:-15:15\", but is \"rotate:0.5:3\".", "rotate:0.5:3");
        assertRefused("\"Operations\" must be such as \"rotate:0.5:-15:15\", but is \"rotate:often\".", "rotate:often");
        assertRefused("\"Probability of Rotate\" must be between 0 and 1, but is 1.5.", "rotate:1.5:0:0");
        assertRefused("\"Largest magnitude of Rotate\" must be at least the smallest one, 5, but is -5.",
            "rotate:1:5:-5");
        assertTrue(assertThrows(SettingsException.class, () -> Step.parse("magic:1")).getMessage()
            .startsWith("\"Operation\" must be one of horizontal-flip, vertical-flip, rotate, "));
    }

    private static void assertRefused(final String message, final String text) {
        assertEquals(message, assertThrows(SettingsException.class, () -> Step.parse(text)).getMessage());
    }

    private static Augmentation augmentation(final boolean halves, final Step... steps) {
        return new Augmentation(List.of(steps), halves, Border.BLACK, Interpolation.BILINEAR);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.augment.Border;
import org.frugalvision.engine.augment.Interpolation;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.FitResult;
import org.frugalvision.engine.train.LoadedImage;
import org.frugalvision.engine.train.Recipe;
import org.frugalvision.engine.train.SilentMethod;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingMethod;
import org.frugalvision.engine.train.TrainingSettings;
import org.junit.Test;

/** Images that are changed when they are loaded. */
public final class RunTimeAugmentationTest {

    private static final RunTimeAugmentation NOISE = of("gaussian-noise:1:0.1:0.1");

    @Test
    public void sameSeedAndImageAndEpochGiveTheSamePixels() throws CanceledException {
        final Map<String, float[]> one = seen(1, 10, 1, NOISE);
        final Map<String, float[]> other = seen(3, 10, 1, NOISE);

        assertEquals("30 images in 2 epochs", 60, one.size());
        one.forEach((name, pixels) -> assertArrayEquals(name, pixels, other.get(name), 0));
    }

    @Test
    public void otherEpochsAndSeedsGiveOtherPixels() throws CanceledException {
        final Map<String, float[]> one = seen(2, 10, 1, NOISE);

        assertFalse(Arrays.equals(one.get("0 in 1"), one.get("0 in 2")));
        assertFalse(Arrays.equals(one.get("0 in 1"), seen(2, 10, 2, NOISE).get("0 in 1")));
        assertArrayEquals("not the batch", one.get("0 in 1"), seen(2, 7, 1, NOISE).get("0 in 1"), 0);
    }

    @Test
    public void stepsThatChangeNothingLeaveEveryBit() throws CanceledException {
        final Map<String, float[]> plain = seen(2, 10, 1);
        final Map<String, float[]> same =
            seen(2, 10, 1, of("rotate:1:0:0"), of("brightness:1:1:1"), of("invert:0"));

        plain.forEach((name, pixels) -> assertArrayEquals(name, pixels, same.get(name), 0));
    }

    @Test
    public void twoOfThemComeOneAfterTheOther() throws CanceledException {
        final Map<String, float[]> plain = seen(2, 10, 1);
        final Map<String, float[]> twice = seen(2, 10, 1, of("invert:1"), of("invert:1"));

        plain.forEach((name, pixels) -> assertArrayEquals(name, pixels, twice.get(name), 0));
    }

    @Test
    public void validationSeesTheImagesAsTheyAre() throws CanceledException {
        final ImageSet validation = Networks.images(20, 7);
        final FitResult result = new Training(Networks.network(1), Networks.images(30, 1), Optional.of(validation),
            new TrainingSettings(2, 10, 0.01, 1, true, 2), new Recipe(List.of(of("gaussian-noise:1:1:1"))),
            Optional.empty()).fit(RunControl.none());

        final double[] losses =
            Inference.losses(result.network(), validation, InferenceSettings.DEFAULT, RunControl.none());
        assertEquals(Arrays.stream(losses).average().orElseThrow(),
            result.epochs().get(1).validation().orElseThrow().loss(), 1e-5);
    }

    @Test
    public void refusesImagesWithoutColourForColour() {
        final var saturation = of("crop:1", "saturation:1");

        assertEquals("Training images: \"Saturation\" needs RGB images, but the image has 5 x 6 pixels, 2 channels.",
            assertThrows(DataException.class, () -> seen(1, 10, 1, saturation)).getMessage());
    }

    @Test
    public void refusesStepsThatAreNone() {
        assertRefused("\"Operations\" must hold at least one operation, but is 0.", "");
        assertRefused("\"Largest magnitude of Rotate\" must be between -180 and 180 (degrees), but is 200.",
            "crop:1,rotate:0.5:0:200");
        assertRefused("\"Operations\" must be such as \"rotate:0.5:-15:15\", but is \"rotate:0.5:0\".", "rotate:0.5:0");
    }

    private static void assertRefused(final String message, final String steps) {
        assertEquals(message, assertThrows(SettingsException.class,
            () -> TrainingMethods.create(new Choice("augmentation", Map.of("steps", steps)))).getMessage());
    }

    private static RunTimeAugmentation of(final String... steps) {
        return new RunTimeAugmentation(List.of(steps), false, Border.EDGE, Interpolation.BILINEAR);
    }

    /** The pixels that a training sees, by image and epoch. */
    private static Map<String, float[]> seen(final int threads, final int batch, final long seed,
        final TrainingMethod... methods) throws CanceledException {
        final var witness = new Witness();
        final List<TrainingMethod> recipe = new ArrayList<>(List.of(methods));
        recipe.add(witness);
        new Training(Networks.network(1), Networks.images(30, 1),
            new TrainingSettings(2, batch, 0.01, seed, true, threads)).with(recipe).fit(RunControl.none());
        return new TreeMap<>(witness.m_pixels);
    }

    /** Keeps what was loaded. */
    private static final class Witness extends SilentMethod {

        private final Map<String, float[]> m_pixels = new ConcurrentSkipListMap<>();

        private volatile int m_epoch;

        @Override
        public List<int[]> epochStarts(final int epoch, final List<int[]> batches) {
            m_epoch = epoch;
            return batches;
        }

        @Override
        public void imageLoaded(final LoadedImage image, final RandomGenerator random) {
            m_pixels.put(image.image() + " in " + m_epoch, Arrays.copyOfRange(image.pixels(), image.offset(),
                image.offset() + image.shape().size()));
        }
    }
}

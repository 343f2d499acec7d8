// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;

import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Batch;
import org.frugalvision.engine.train.FitResult;
import org.frugalvision.engine.train.Recipe;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingMethod;
import org.frugalvision.engine.train.TrainingSettings;
import org.junit.Test;

/** Images attacked after every epoch. */
public final class RobustAccuracyTest {

    private static final TrainingSettings SETTINGS = new TrainingSettings(8, 8, 0.02, 1, true, 2);

    private static Training training() {
        return new Training(Networks.network(1), Networks.images(60, 1), SETTINGS)
            .validatedBy(Networks.images(20, 2));
    }

    private static FitResult fit(final TrainingMethod... methods) throws CanceledException {
        return training().with(List.of(methods)).fit(RunControl.none());
    }

    /** A step of 0.1 along the sign of the gradient, cut back to [0, 1]. */
    @Test
    public void theFastGradientSignGoesTheWholeDistanceAtOnce() throws CanceledException {
        final Batch attacked = PixelAttack.fastGradientSign(0.1)
            .on(Batches.of(new ImageShape(1, 1, 2), 4, 1, 0.5f, 0.95f), new ScriptedPasses() {

                @Override
                public float[] inputGradients(final Batch batch) {
                    return new float[]{3, -1, 0.2f, 0};
                }
            }, null);

        assertArrayEquals(new float[]{0.6f, 0.4f, 1, 0.95f}, attacked.pixels(), 1e-6f);
    }

    @Test
    public void strongerAttacksLeaveLess() throws CanceledException {
        final Map<String, Double> weak = last(fit(new RobustAccuracy(1e-6, 2, 1e-6, 0)));
        final Map<String, Double> strong = last(fit(new RobustAccuracy(0.3, 10, 0.1, 0)));
        final double clean = fit().epochs().get(7).validation().orElseThrow().accuracy();

        assertEquals(clean, weak.get("Accuracy under FGSM"), 1e-9);
        assertEquals(clean, weak.get("Accuracy under PGD"), 1e-9);
        assertTrue(strong.toString(), strong.get("Accuracy under FGSM") < clean);
        assertTrue(strong.toString(), strong.get("Accuracy under PGD") <= strong.get("Accuracy under FGSM") + 0.01);
    }

    private static Map<String, Double> last(final FitResult result) {
        return result.epochs().get(result.epochs().size() - 1).measures();
    }

    @Test
    public void changesNothingAndIsCharged() throws CanceledException {
        final FitResult plain = fit();
        final FitResult watched = fit(new RobustAccuracy(0.1, 3, 0.05, 10));

        assertArrayEquals(plain.network().weights(), watched.network().weights(), 0);
        assertEquals("2 + 4 passes of ten images", 8 * 10 * 6,
            watched.cost().count(Quantity.SAMPLES_SCORED) - plain.cost().count(Quantity.SAMPLES_SCORED));
    }

    @Test
    public void withoutValidationImagesTrainingImagesAreAttacked() throws CanceledException {
        final ImageSet images = Networks.images(60, 1);
        final FitResult result = new Training(Networks.network(1), images, SETTINGS)
            .with(List.of(new RobustAccuracy(1e-6, 1, 1e-6, 0))).fit(RunControl.none());

        assertEquals(new Recipe(List.of(RobustAccuracy.DEFAULT)).measures(),
            List.of("Accuracy under FGSM", "Accuracy under PGD"));
        assertTrue(last(result).get("Accuracy under FGSM") >= result.epochs().get(7).accuracy());
    }

    @Test
    public void refusesAttacksThatGoNowhere() {
        assertRefused("\"Change by one step\" must be greater than 0 and at most 2, but is 0.", 0.1, 1, 0, 0);
        assertRefused("\"Largest change\" must be greater than 0 and at most 1, but is 0.", 0, 1, 0.1, 0);
        assertRefused("\"Steps of the attack\" must be between 1 and 100, but is 0.", 0.1, 0, 0.1, 0);
        assertRefused("\"Images attacked\" must be between 0 (all) and 1,000,000, but is -1.", 0.1, 1, 0.1, -1);
    }

    private static void assertRefused(final String message, final double epsilon, final int steps,
        final double stepSize, final int images) {
        assertEquals(message, assertThrows(SettingsException.class,
            () -> new RobustAccuracy(epsilon, steps, stepSize, images)).getMessage());
    }
}

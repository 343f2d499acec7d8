// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;

/** Updaters by hand; Adam has a test of its own. */
public final class UpdatersTest {

    @Test
    public void idsAreStable() {
        assertEquals(List.of("adam", "adamw", "nesterov", "sgd"),
            Updaters.infos().stream().map(UpdaterInfo::id).toList());
    }

    @Test
    public void gradientDescentGoesDownTheGradient() {
        assertArrayEquals(new float[]{0.9f, 2.2f}, twoSteps("sgd", 0)[0], 1e-6f);
    }

    /** v = 1, step 0.1 x (1 + 0.5); then v = 0.5 + 1 = 1.5, step 0.1 x (1 + 0.75). */
    @Test
    public void nesterovLooksAhead() {
        final float[][] steps = twoSteps("nesterov", 0.5);

        assertArrayEquals(new float[]{0.85f, 2.3f}, steps[0], 1e-6f);
        assertArrayEquals(new float[]{0.675f, 2.65f}, steps[1], 1e-6f);
    }

    @Test
    public void noUpdaterMovesWithoutAGradient() {
        for (final var info : Updaters.infos()) {
            final float[] weights = {1, -2};
            final Updater updater = Updaters.create(2, new UpdaterSettings(info.id(), 0.9, 0, 0));
            updater.begin(1, 0.1);
            updater.update(weights, new float[2], 0, 2);

            assertArrayEquals(info.id(), new float[]{1, -2}, weights, 0);
        }
    }

    @Test
    public void decayIsPartOfTheGradientOfWeightsOnly() {
        final WeightDecay decay = new WeightDecay(Networks.spec(), 0.5);
        final float[] gradient = new float[154];
        final float[] weights = new float[154];
        Arrays.fill(weights, 2);

        decay.addTo(gradient, weights, 20, 30);

        for (int i = 0; i < 154; i++) {
            final boolean weight = i >= 20 && i < 24 || i >= 27 && i < 30;
            assertEquals("value " + i, weight ? 1 : 0, gradient[i], 0);
        }
    }

    @Test
    public void decayApartShrinksWeightsByRateTimesStrength() {
        final WeightDecay decay = new WeightDecay(Networks.spec(), 0.5);
        final float[] weights = new float[154];
        Arrays.fill(weights, 2);

        decay.shrink(weights, 0.1, 0, 154);

        assertEquals(1.9, weights[0], 1e-6);
        assertEquals(2, weights[24], 0);
        assertEquals(1.9, weights[27], 1e-6);
        assertEquals(2, weights[153], 0);
    }

    @Test
    public void refusesWhatCannotBe() {
        assertRefused("\"Updater\" must be one of adam, adamw, nesterov, sgd, but is \"lamb\".", "lamb", 0, 0, 0);
        assertRefused("\"Momentum\" must be at least 0 and less than 1, but is 1.", "sgd", 1, 0, 0);
        assertRefused("\"Weight decay\" must be between 0 and 1, but is -0.1.", "sgd", 0, -0.1, 0);
        assertRefused("\"Largest gradient\" must be at least 0 (0 = no limit), but is NaN.", "sgd", 0, 0, Double.NaN);
    }

    private static void assertRefused(final String message, final String updater, final double momentum,
        final double decay, final double clip) {
        assertEquals(message, assertThrows(SettingsException.class,
            () -> new UpdaterSettings(updater, momentum, decay, clip)).getMessage());
    }

    /** Weights 1 and 2, gradients 1 and -2, learning rate 0.1; after one and after two steps. */
    private static float[][] twoSteps(final String updater, final double momentum) {
        final float[] weights = {1, 2};
        final float[][] steps = new float[2][];
        final Updater method = Updaters.create(2, new UpdaterSettings(updater, momentum, 0, 0));
        for (int step = 1; step <= 2; step++) {
            method.begin(step, 0.1);
            method.update(weights, new float[]{1, -2}, 0, 2);
            steps[step - 1] = weights.clone();
        }
        return steps;
    }
}

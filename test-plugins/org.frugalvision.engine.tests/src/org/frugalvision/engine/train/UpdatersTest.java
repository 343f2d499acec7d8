// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.kernel.Workers;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.network.TensorShape.Role;
import org.frugalvision.engine.network.Weights;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

/** Updaters by hand; Adam has a test of its own. */
public final class UpdatersTest {

    @Test
    public void idsAreStable() {
        assertEquals(List.of("adam", "adamw", "nesterov", "sgd", "lars", "lamb"),
            Updaters.infos().stream().map(UpdaterInfo::id).toList());
    }

    @Test
    public void gradientDescentGoesDownTheGradient() {
        assertArrayEquals(new float[]{0.9f, 2.2f}, twoSteps(Choice.of("sgd"))[0], 1e-6f);
    }

    /** v = 1, step 0.1 x (1 + 0.5); then v = 0.5 + 1 = 1.5, step 0.1 x (1 + 0.75). */
    @Test
    public void nesterovLooksAhead() {
        final float[][] steps = twoSteps(new Choice("nesterov", Map.of("momentum", "0.5")));

        assertArrayEquals(new float[]{0.85f, 2.3f}, steps[0], 1e-6f);
        assertArrayEquals(new float[]{0.675f, 2.65f}, steps[1], 1e-6f);
    }

    @Test
    public void noUpdaterMovesWithoutAGradient() throws CanceledException {
        for (final var info : Updaters.infos()) {
            final float[] weights = Networks.network(1).weights();

            final float[] after = updated(new UpdaterSettings(Choice.of(info.id()), 0, 0), weights, new float[154]);

            assertArrayEquals(info.id(), weights, after, 0);
        }
    }

    @Test
    public void decayIsPartOfTheGradientOfWeightsOnly() throws CanceledException {
        final float[] weights = new float[154];
        Arrays.fill(weights, 2);

        final float[] after =
            updated(new UpdaterSettings(Choice.of("sgd"), 0.5, 0), weights, new float[154]);

        for (int i = 20; i < 30; i++) {
            final boolean weight = i < 24 || i >= 27;
            assertEquals("value " + i, weight ? 1.9 : 2, after[i], 1e-6);
        }
    }

    @Test
    public void decayApartShrinksWeightsByRateTimesStrength() throws CanceledException {
        final float[] weights = new float[154];
        Arrays.fill(weights, 2);

        final float[] after =
            updated(new UpdaterSettings(Choice.of("adamw"), 0.5, 0), weights, new float[154]);

        assertEquals(1.9, after[0], 1e-6);
        assertEquals(2, after[24], 0);
        assertEquals(1.9, after[27], 1e-6);
        assertEquals(2, after[153], 0);
    }

    /** w = (3, 4), g = (0.6, 0.8): trust = 0.001 x 5 / (1 + 0.0001 x 5). */
    @Test
    public void larsScalesStepsToTheLengthOfTheWeights() {
        final float[] weights = {3, 4};
        final Updater lars = Lars.DEFAULT.start(2, 1, 1e-4);

        step(lars, weights, new float[]{0.6f, 0.8f}, Role.WEIGHT, 1);

        final double trust = 0.0049975012;
        assertEquals(3 - trust * (0.6 + 1e-4 * 3), weights[0], 1e-6);
        assertEquals(4 - trust * (0.8 + 1e-4 * 4), weights[1], 1e-6);
    }

    @Test
    public void larsTrustsBiasesAndZeroTensorsFully() {
        final float[] biases = {3, 4};
        step(new Lars(0, 0.001).start(2, 1, 1e-4), biases, new float[]{0.6f, 0.8f}, Role.BIAS, 0.1);
        final float[] zeros = {0, 0};
        step(new Lars(0, 0.001).start(2, 1, 1e-4), zeros, new float[]{0.6f, 0.8f}, Role.WEIGHT, 0.1);

        assertArrayEquals(new float[]{2.94f, 3.92f}, biases, 1e-6f);
        assertArrayEquals(new float[]{-0.06f, -0.08f}, zeros, 1e-6f);
    }

    /** r = (3.16211, 3.16215), |r| = 4.47193, trust 1.118086. */
    @Test
    public void lambScalesAdamsStepToTheLengthOfTheWeights() {
        final float[] weights = {3, 4};

        step(Lamb.DEFAULT.start(2, 1, 1e-4), weights, new float[]{0.6f, 0.8f}, Role.WEIGHT, 0.01);

        assertEquals(3 - 0.01 * 1.118086 * 3.16211, weights[0], 1e-5);
        assertEquals(4 - 0.01 * 1.118086 * 3.16215, weights[1], 1e-5);
    }

    /** Corrected, r is nearly (1, 1), and trust 3.535539 with weight decay 0. */
    @Test
    public void lambMayCorrectItsMeans() {
        final float[] weights = {3, 4};

        step(new Lamb(true).start(2, 1, 0), weights, new float[]{0.6f, 0.8f}, Role.WEIGHT, 0.01);

        assertEquals(3 - 0.01 * 3.535539, weights[0], 1e-5);
        assertEquals(4 - 0.01 * 3.535539, weights[1], 1e-5);
    }

    @Test
    public void everyBitIsTheSameOnAnyNumberOfThreads() throws CanceledException {
        final NetworkSpec spec = Architectures.create("lenet").build(new ImageShape(1, 28, 28), 10);
        final float[] weights = Network.initialise(spec, List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
            Seeds.of(1)).weights();
        for (final UpdaterInfo updater : Updaters.infos()) {
            final float[] expected = threeSteps(spec, updater.id(), weights, 1);
            for (final int threads : new int[]{2, 3, 5, 16}) {
                assertArrayEquals(updater.id() + " on " + threads + " threads", expected,
                    threeSteps(spec, updater.id(), weights, threads), 0);
            }
        }
    }

    /** With weight decay, and a limit of the gradient that two of the steps exceed. */
    private static float[] threeSteps(final NetworkSpec spec, final String updater, final float[] start,
        final int threads) throws CanceledException {
        final RandomGenerator random = Seeds.of(2).generator();
        final Weights weights = Weights.of(spec, start.clone());
        try (Workers workers = Workers.open(threads)) {
            final WeightUpdate update =
                new WeightUpdate(spec, new UpdaterSettings(Choice.of(updater), 0.01, 1), workers);
            for (int step = 1; step <= 3; step++) {
                final Weights gradient = Weights.of(spec, new float[start.length]);
                for (int i = 0; i < start.length; i++) {
                    gradient.values()[i] = (float)random.nextGaussian() * (step == 2 ? 1e-4f : 1);
                }
                update.average(weights, gradient, 64);
                update.apply(weights, gradient, step, 0.01);
            }
        }
        return weights.values();
    }

    @Test
    public void refusesWhatCannotBe() {
        assertRefused("\"Optimizer\" must be one of adam, adamw, nesterov, sgd, lars, lamb, but is \"magic\".",
            () -> new UpdaterSettings(Choice.of("magic"), 0, 0));
        assertRefused("\"Momentum\" must be at least 0 and less than 1, but is 1.",
            () -> new UpdaterSettings(new Choice("nesterov", Map.of("momentum", "1")), 0, 0));
        assertRefused("\"Trust\" must be greater than 0 and at most 1, but is 0.",
            () -> new UpdaterSettings(new Choice("lars", Map.of("trust", "0")), 0, 0));
        assertRefused("\"Weight decay\" must be between 0 and 1, but is -0.1.",
            () -> new UpdaterSettings(Choice.of("sgd"), -0.1, 0));
        assertRefused("\"Gradient clipping\" must be at least 0 (0 = off), but is NaN.",
            () -> new UpdaterSettings(Choice.of("sgd"), 0, Double.NaN));
    }

    private static void assertRefused(final String message, final ThrowingRunnable settings) {
        assertEquals(message, assertThrows(SettingsException.class, settings).getMessage());
    }

    /** One step with learning rate 0.1, by three threads. */
    private static float[] updated(final UpdaterSettings settings, final float[] weights, final float[] gradient)
        throws CanceledException {
        try (Workers workers = Workers.open(3)) {
            final NetworkSpec spec = Networks.spec();
            final Weights after = Weights.of(spec, weights.clone());
            new WeightUpdate(spec, settings, workers).apply(after, Weights.of(spec, gradient), 1, 0.1);
            return after.values();
        }
    }

    private static void step(final Updater updater, final float[] weights, final float[] gradient, final Role role,
        final double learningRate) {
        updater.begin(1, learningRate);
        updater.scale(0, role, updater.look(new TensorRange(0, role, 0, weights.length), weights, gradient));
        updater.update(0, weights, gradient, 0, weights.length, 1);
    }

    /** Weights 1 and 2, gradients 1 and -2, learning rate 0.1; after one and after two steps. */
    private static float[][] twoSteps(final Choice choice) {
        final float[] weights = {1, 2};
        final float[][] steps = new float[2][];
        final Updater method = Updaters.create(choice).start(2, 1, 0);
        for (int step = 1; step <= 2; step++) {
            method.begin(step, 0.1);
            method.update(0, weights, new float[]{1, -2}, 0, 2, 1);
            steps[step - 1] = weights.clone();
        }
        return steps;
    }
}

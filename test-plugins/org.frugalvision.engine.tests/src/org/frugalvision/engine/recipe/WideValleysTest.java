// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.network.Weights;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.ClassWeights;
import org.frugalvision.engine.train.FitResult;
import org.frugalvision.engine.train.Part;
import org.frugalvision.engine.train.ScheduleSettings;
import org.frugalvision.engine.train.StoppingSettings;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingMethod;
import org.frugalvision.engine.train.TrainingSettings;
import org.frugalvision.engine.train.UpdaterSettings;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;

/** Methods that look for wide valleys of the loss, and the measure of their width. */
public final class WideValleysTest {

    private final Network m_network = Networks.network(1);

    private static FitResult fit(final int epochs, final TrainingMethod... methods) throws CanceledException {
        return new Training(Networks.network(1), Networks.images(30, 1), new TrainingSettings(epochs, 8, 0.05, 1, true,
            2, new UpdaterSettings(Choice.of("sgd"), 0, 0), ScheduleSettings.DEFAULT, ClassWeights.NONE,
            StoppingSettings.DEFAULT)).with(List.of(methods)).fit(RunControl.none());
    }

    private Part join(final TrainingMethod method, final int epochs) throws CanceledException {
        return method.join(Starts.of(m_network, Networks.images(30, 1), epochs, 4));
    }

    private Weights filled(final float value) {
        final float[] values = new float[m_network.weights().length];
        Arrays.fill(values, value);
        return Weights.of(m_network.spec(), values);
    }

    /** Of four epochs the last two: 6 and 9, and 3 on the way there. */
    @Test
    public void theMeanOfTheLastEpochsIsGivenOut() throws CanceledException {
        final Part part = join(new StochasticWeightAverage(0.5), 4);
        final float[] given = new float[5];
        for (int epoch = 1; epoch <= 4; epoch++) {
            part.epochStarts(epoch, List.of(new int[]{0}));
            part.weightsUpdated(filled(100));
            part.weightsUpdated(filled(3f * epoch - 3));
            given[epoch] = part.result().map(weights -> weights[0]).orElse(-1f);
            part.epochEnds(null);
        }

        assertArrayEquals(new float[]{0, -1, -1, 6, 7.5f}, given, 1e-6f);
    }

    @Test
    public void atLeastTheLastEpochIsAveraged() throws CanceledException {
        final Part part = join(new StochasticWeightAverage(0.99), 4);
        part.epochStarts(4, List.of());
        part.weightsUpdated(filled(2));

        assertEquals(2, part.result().orElseThrow()[0], 0);
    }

    @Test
    public void aWalkOfNoUpdatesIsAnOrdinaryTraining() throws CanceledException {
        assertArrayEquals(fit(2).network().weights(),
            fit(2, new EntropySgd(0, 1, 0, 1, 1)).network().weights(), 0);
    }

    /** From 0 to 4: a mean of 1; from 4 to 8: 0.75 + 2; the next walk starts half way there. */
    @Test
    public void thePlaceFollowsTheMeanOfTheWalk() throws CanceledException {
        final float[] zero = new float[m_network.weights().length];
        final Part part = new EntropySgd(2, 0.5, 0, 0, 0.5).join(Starts.of(
            new Network(m_network.spec(), m_network.classes(), zero, m_network.history()), Networks.images(30, 1), 1, 4));
        final Weights gradient = filled(1);
        final Weights last = filled(8);

        part.weightsUpdated(filled(4));
        part.gradientReady(Batches.of(new ImageShape(1, 1, 1), 1, 1), gradient, filled(4), null);
        assertEquals("a pull back of 0.5 x 4", 3, gradient.values()[0], 1e-6);
        assertEquals("in a walk", 0, part.result().orElseThrow()[0], 0);
        part.weightsUpdated(last);

        assertEquals(1.375, part.result().orElseThrow()[0], 1e-6);
        assertEquals(1.375, last.values()[0], 1e-6);
    }

    @Test
    public void oneReplicaIsAnOrdinaryTraining() throws CanceledException {
        assertArrayEquals(fit(2).network().weights(),
            fit(2, new ReplicatedSgd(1, 0.1, 10)).network().weights(), 0);
    }

    /** 0, 2 and 4 around 2: the moves are in proportion to -2, 0 and 2, and 0 in the sum. */
    @Test
    public void replicasPullEachOtherToTheirCentre() {
        final float[] values = {9, 0, 2, 4};

        assertEquals(0.5, ReplicatedSgd.pulled(values, 1, 3, 0, 0.25f), 1e-6);
        assertEquals(2, ReplicatedSgd.pulled(values, 1, 3, 1, 0.25f), 1e-6);
        assertEquals(3.5, ReplicatedSgd.pulled(values, 1, 3, 2, 0.25f), 1e-6);
    }

    /** 10,000 over 100 epochs. */
    @Test
    public void theCouplingGrowsByTheSameFactorAndNeverAboveAHalf() {
        final ReplicatedSgd method = new ReplicatedSgd(3, 1e-6, 1e4);

        assertEquals(1.096478, method.coupling(8, 100) / method.coupling(7, 100), 1e-6);
        assertEquals(0.5, new ReplicatedSgd(3, 0.1, 1e4).coupling(100, 100), 0);
    }

    @Test
    public void everyReplicaTakesAllBatchesEachInAnotherOrder() {
        final List<int[]> batches = List.of(new int[]{0}, new int[]{1}, new int[]{2});

        assertArrayEquals(new int[]{0, 1, 2, 1, 2, 0, 2, 0, 1},
            Portions.joined(new ReplicatedSgd(3, 0.1, 1).interleaved(batches)));
    }

    @Test
    public void strongCouplingBringsReplicasTogetherAndCostsAsMuchAsAll() throws CanceledException {
        final FitResult result = fit(3, new ReplicatedSgd(3, 1e-3, 1000));

        assertEquals(3 * 3 * 30, result.cost().count(Quantity.SAMPLES_TRAINED));
        assertTrue(result.epochs().get(2).loss() < result.epochs().get(0).loss());
    }

    @Test
    public void noiseOfTheWeightsIsInProportionToEach() {
        final Weights noisy = new Flatness(0.1, 1, 0).noisy(filled(2), Seeds.of(1).generator());
        final double[] changes =
            IntStream.range(0, noisy.values().length).mapToDouble(i -> noisy.values()[i] / 2 - 1).toArray();

        assertEquals(0.1, Math.sqrt(Arrays.stream(changes).map(d -> d * d).average().orElseThrow()), 0.03);
    }

    @Test
    public void flatnessStandsInTheMetricsOfEveryEpochAndIsCharged() throws CanceledException {
        final Flatness method = new Flatness(2, 3, 20);
        final FitResult result = fit(4, method);

        assertEquals(List.of("Accuracy lost by noise"), method.measures());
        for (final var epoch : result.epochs()) {
            final double lost = epoch.measures().get("Accuracy lost by noise");
            assertTrue("" + lost, lost >= -1 && lost <= 1);
        }
        assertEquals(4 * 20 * 4, result.cost().count(Quantity.SAMPLES_SCORED));
        assertArrayEquals(fit(4).network().weights(), result.network().weights(), 0);
        assertNotEquals(0, result.epochs().get(3).measures().get("Accuracy lost by noise"), 0);
    }

    @Test
    public void refusesWhatCannotBe() {
        assertRefused("\"Share of the epochs before averaging\" must be at least 0 and less than 1, but is 1.",
            () -> new StochasticWeightAverage(1));
        assertRefused("\"Updates of a walk\" must be between 0 and 1,000, but is -1.",
            () -> new EntropySgd(-1, 0, 0, 0, 1));
        assertRefused("\"Pull\" must be between 0 and 1,000, but is -1.", () -> new EntropySgd(1, -1, 0, 0, 1));
        assertRefused("\"Growth of the pull\" must be between 0 and 1, but is 2.",
            () -> new EntropySgd(1, 0, 2, 0, 1));
        assertRefused("\"Noise\" must be between 0 and 1, but is 2.", () -> new EntropySgd(1, 0, 0, 2, 1));
        assertRefused("\"Way to the mean\" must be greater than 0 and at most 1, but is 0.",
            () -> new EntropySgd(1, 0, 0, 0, 0));
        assertRefused("\"Replicas\" must be between 1 and 64, but is 0.", () -> new ReplicatedSgd(0, 0.1, 1));
        assertRefused("\"Coupling at the start\" must be between 0 and 0.5, but is 1.",
            () -> new ReplicatedSgd(2, 1, 1));
        assertRefused("\"Growth of the coupling\" must be between 1 and 1,000,000, but is 0.",
            () -> new ReplicatedSgd(2, 0.1, 0));
        assertRefused("\"Noise of the weights\" must be greater than 0 and at most 10, but is 0.",
            () -> new Flatness(0, 1, 0));
        assertRefused("\"Draws\" must be between 1 and 10,000, but is 0.", () -> new Flatness(1, 0, 0));
        assertRefused("\"Images measured\" must be between 0 (all) and 1,000,000, but is -1.",
            () -> new Flatness(1, 1, -1));
    }

    private static void assertRefused(final String message, final ThrowingRunnable settings) {
        assertEquals(message, assertThrows(SettingsException.class, settings).getMessage());
    }
}

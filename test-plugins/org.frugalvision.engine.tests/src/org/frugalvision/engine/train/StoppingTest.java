// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.StoppingSettings.Metric;
import org.junit.Test;

/** Endings before the last epoch. */
public final class StoppingTest {

    private final Network m_start = Networks.network(1);

    private final ImageSet m_images = Networks.images(30, 1);

    @Test
    public void endsAfterEpochsWithoutImprovementAndGivesBackTheBest() throws CanceledException {
        final FitResult result = fit(new StoppingSettings(true, Metric.LOSS, 2, 0, 0, 0), 50, 10);

        assertEquals(Ending.NO_IMPROVEMENT, result.ending());
        final int epochs = result.epochs().size();
        assertEquals(epochs - 2, result.bestEpoch());
        for (int epoch = 1; epoch <= epochs; epoch++) {
            assertTrue(loss(result, epoch) >= loss(result, result.bestEpoch()));
        }
        final FitResult shorter = fit(StoppingSettings.DEFAULT, result.bestEpoch(), 10);
        assertArrayEquals(shorter.network().weights(), result.network().weights(), 0);
        assertEquals(30L * epochs, result.cost().count(Quantity.SAMPLES_TRAINED));
    }

    @Test
    public void aBudgetThatEndsFirstGivesBackTheBestSoFar() throws CanceledException {
        givesBackTheBest(new StoppingSettings(true, Metric.LOSS, 50, 0, 0, 300));
    }

    @Test
    public void aBudgetGivesBackTheBestWithoutEarlyStopping() throws CanceledException {
        givesBackTheBest(new StoppingSettings(false, Metric.LOSS, 1, 100, 0, 300));
    }

    @Test
    public void aBudgetWithoutValidationImagesGivesBackTheLast() throws CanceledException {
        final StoppingSettings budget = new StoppingSettings(false, Metric.LOSS, 1, 0, 0, 60);
        final FitResult result = new Training(m_start, m_images, settings(budget, 50, 10)).fit(RunControl.none());

        assertEquals(Ending.IMAGES_USED, result.ending());
        assertEquals(2, result.bestEpoch());
        assertArrayEquals(fit(StoppingSettings.DEFAULT, 2, 10).network().weights(), result.network().weights(), 0);
    }

    private void givesBackTheBest(final StoppingSettings budget) throws CanceledException {
        final FitResult result = fit(budget, 50, 10);

        assertEquals(Ending.IMAGES_USED, result.ending());
        assertEquals(10, result.epochs().size());
        for (int epoch = 1; epoch <= 10; epoch++) {
            assertTrue(loss(result, epoch) >= loss(result, result.bestEpoch()));
        }
        assertTrue("not the last: " + result.bestEpoch(), result.bestEpoch() < 10);
        assertArrayEquals(fit(StoppingSettings.DEFAULT, result.bestEpoch(), 10).network().weights(),
            result.network().weights(), 0);
    }

    @Test
    public void improvementsMustExceedTheSmallestThatCounts() {
        final Improvement improvement = new Improvement(new StoppingSettings(true, Metric.ACCURACY, 2, 0.1, 0, 0));
        final float[] weights = {1};

        improvement.consider(epoch(1, 0.5), weights);
        improvement.consider(epoch(2, 0.6), weights);
        assertFalse(improvement.over(2));
        weights[0] = 3;
        improvement.consider(epoch(3, 0.61), weights);
        improvement.consider(epoch(4, 0.7), new float[]{4});

        assertEquals(3, improvement.best().get().epoch());
        assertArrayEquals(new float[]{3}, improvement.best().get().weights(), 0);
        assertFalse(improvement.over(4));
        assertTrue(improvement.over(5));
    }

    @Test
    public void imageBudgetIsKeptExactly() throws CanceledException {
        final FitResult result = fit(new StoppingSettings(false, Metric.LOSS, 1, 0, 0, 41), 50, 8);

        assertEquals(Ending.IMAGES_USED, result.ending());
        assertEquals(41, result.cost().count(Quantity.SAMPLES_TRAINED));
        assertEquals(List.of(30L, 11L), result.epochs().stream().map(EpochMetrics::images).toList());
        assertEquals(List.of(4L, 2L), result.epochs().stream().map(EpochMetrics::updates).toList());
        assertTrue(result.epochs().get(1).validation().isPresent());
    }

    @Test
    public void timeBudgetEndsWithTheBatchThatUsesItUp() throws CanceledException {
        final FitResult result = fit(new StoppingSettings(false, Metric.LOSS, 1, 0, 1e-9, 0), 50, 8);

        assertEquals(Ending.SECONDS_USED, result.ending());
        assertEquals(1, result.cost().count(Quantity.UPDATES));
        assertEquals(8, result.cost().count(Quantity.SAMPLES_TRAINED));
    }

    @Test
    public void budgetForAllEpochsEndsNothing() throws CanceledException {
        assertEquals(Ending.ALL_EPOCHS, fit(new StoppingSettings(false, Metric.LOSS, 1, 0, 0, 60), 2, 8).ending());
    }

    @Test
    public void estimateStandsBesideTheTruth() throws CanceledException {
        final FitResult result = fit(StoppingSettings.DEFAULT, 4, 8);

        assertEquals(154, result.estimate().parameters());
        assertEquals("Estimate from the first batches of this training: 154 parameters",
            result.estimate().cost().what());
        assertSameWork(result);
        assertTrue(result.estimate().cost().count(Quantity.PEAK_BYTES) > 1 << 20);
        assertTrue(result.estimate().cost().count(Quantity.PEAK_BYTES) <= result.cost().count(Quantity.PEAK_BYTES));
        assertTrue(result.estimate().cost().measure(Quantity.SECONDS) > 0);
        assertEquals(result.estimate().cost().measure(Quantity.SECONDS) * 10 / 3600, result.estimate().cost().measure(Quantity.WATT_HOURS), 1e-12);
    }

    @Test
    public void estimateKeepsTheImageBudget() throws CanceledException {
        assertSameWork(fit(new StoppingSettings(false, Metric.LOSS, 1, 0, 0, 41), 50, 8));
        assertSameWork(fit(new StoppingSettings(false, Metric.LOSS, 1, 0, 0, 60), 50, 8));
        assertSameWork(fit(new StoppingSettings(false, Metric.LOSS, 1, 0, 0, 3), 50, 8));
    }

    @Test
    public void estimateKeepsTheTimeBudget() throws CanceledException {
        final FitResult result = fit(new StoppingSettings(false, Metric.LOSS, 1, 0, 1e-9, 0), 50, 8);

        assertEquals("at least one image", 1, result.estimate().cost().count(Quantity.SAMPLES_TRAINED));
    }

    @Test
    public void progressFollowsTheBudgetThatEndsFirst() throws CanceledException {
        final Heard heard = new Heard(Integer.MAX_VALUE);

        new Training(m_start, m_images, settings(new StoppingSettings(false, Metric.LOSS, 1, 0, 0, 40),
            50, 10)).fit(heard);

        assertEquals(List.of("0.500", "0.750", "1.000"),
            heard.messages().stream().map(message -> message.substring(0, 5)).toList());
        assertTrue(heard.messages().get(2), heard.messages().get(2).endsWith(", 0 s left"));
    }

    private static void assertSameWork(final FitResult result) {
        final CostEntry estimate = result.estimate().cost();
        assertEquals(result.cost().count(Quantity.SAMPLES_TRAINED), estimate.count(Quantity.SAMPLES_TRAINED));
        assertEquals(result.cost().count(Quantity.SAMPLES_SCORED), estimate.count(Quantity.SAMPLES_SCORED));
        assertEquals(result.cost().count(Quantity.UPDATES), estimate.count(Quantity.UPDATES));
        assertEquals(result.cost().count(Quantity.FORWARD_MACS), estimate.count(Quantity.FORWARD_MACS));
        assertEquals(result.cost().count(Quantity.BACKWARD_MACS), estimate.count(Quantity.BACKWARD_MACS));
    }

    @Test
    public void earlyStoppingNeedsValidationImages() {
        final DataException refusal = assertThrows(DataException.class, () -> new Training(m_start, m_images,
            settings(new StoppingSettings(true, Metric.LOSS, 2, 0, 0, 0), 5, 8)).fit(RunControl.none()));

        assertEquals("Validation images: early stopping needs them, but there are none.",
            refusal.getMessage());
    }

    @Test
    public void refusesWhatCannotBe() {
        assertRefused("\"Patience\" must be between 1 and 10,000 epochs, but is 0.", 0, 0, 0, 0);
        assertRefused("\"Smallest improvement\" must be at least 0, but is -1.", 1, -1, 0, 0);
        assertRefused("\"Time limit\" must be at least 0 seconds (0 = no limit), but is NaN.", 1, 0, Double.NaN, 0);
        assertRefused("\"Image limit\" must be at least 0 images (0 = no limit), but is -5.", 1, 0, 0, -5);
    }

    private static void assertRefused(final String message, final int patience, final double delta,
        final double seconds, final long images) {
        assertEquals(message, assertThrows(SettingsException.class,
            () -> new StoppingSettings(false, Metric.LOSS, patience, delta, seconds, images)).getMessage());
    }

    private FitResult fit(final StoppingSettings stopping, final int epochs, final int batchSize)
        throws CanceledException {
        return new Training(m_start, m_images, settings(stopping, epochs, batchSize)).validatedBy(Networks.images(12,
            2)).fit(RunControl.none());
    }

    private static TrainingSettings settings(final StoppingSettings stopping, final int epochs, final int batchSize) {
        return new TrainingSettings(epochs, batchSize, 0.2, 5, true, 1, UpdaterSettings.DEFAULT,
            ScheduleSettings.DEFAULT, ClassWeights.NONE, stopping);
    }

    private static double loss(final FitResult result, final int epoch) {
        return result.epochs().get(epoch - 1).validation().get().loss();
    }

    private static EpochMetrics epoch(final int number, final double accuracy) {
        return new EpochMetrics(number, 1, 1, Optional.of(new EpochMetrics.Score(1, accuracy)), 1, 1, 1, 1, Map.of());
    }
}

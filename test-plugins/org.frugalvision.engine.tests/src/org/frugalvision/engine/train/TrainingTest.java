// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.network.Weights;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Provenance;
import org.frugalvision.engine.run.RunControl;
import org.junit.Test;

/** Training. */
public final class TrainingTest {

    private static final TrainingSettings SETTINGS = new TrainingSettings(3, 8, 0.01, 5, true, 1);

    private final Network m_start = Networks.network(1);

    private final ImageSet m_images = Networks.images(30, 1);

    @Test
    public void learns() throws CanceledException {
        final FitResult result = new Training(m_start, m_images, new TrainingSettings(60, 8, 0.01, 5, true,
            1)).validatedBy(Networks.images(30, 2)).fit(RunControl.none());

        final EpochMetrics last = result.epochs().get(59);
        assertEquals(60, last.epoch());
        assertTrue(last.toString(), last.accuracy() > 0.9 && last.loss() < 0.3);
        assertTrue(last.toString(), last.validation().get().accuracy() > 0.9);
        assertTrue(result.epochs().get(0).loss() > 0.8);
    }

    @Test
    public void sameSeedGivesTheSameBits() throws CanceledException {
        assertEquals(fit(SETTINGS).network().hash(), fit(SETTINGS).network().hash());
    }

    @Test
    public void threadsGiveTheSameBitsForTheSameNumber() throws CanceledException {
        final TrainingSettings three = new TrainingSettings(3, 8, 0.01, 5, true, 3);
        final float[] one = fit(SETTINGS).network().weights();
        final float[] split = fit(three).network().weights();

        assertArrayEquals(split, fit(three).network().weights(), 0);
        assertArrayEquals(one, split, 1e-3f);
    }

    @Test
    public void otherTrainingsAtTheSameTimeChangeNoBit() throws Exception {
        final String expected = fit(SETTINGS).network().hash();
        final var other = new Thread(() -> {
            try {
                fit(new TrainingSettings(5, 3, 0.1, 9, true, 2));
            } catch (CanceledException e) {
                throw new AssertionError(e);
            }
        });
        other.start();

        assertEquals(expected, fit(SETTINGS).network().hash());
        other.join();
    }

    @Test
    public void seedShuffleAndBatchSizeMatter() throws CanceledException {
        final String hash = fit(SETTINGS).network().hash();

        assertNotEquals(hash, fit(new TrainingSettings(3, 8, 0.01, 6, true, 1)).network().hash());
        assertNotEquals(hash, fit(new TrainingSettings(3, 8, 0.01, 5, false, 1)).network().hash());
        assertNotEquals(hash, fit(new TrainingSettings(3, 9, 0.01, 5, true, 1)).network().hash());
    }

    @Test
    public void startStaysAsItIs() throws CanceledException {
        final String hash = m_start.hash();

        fit(SETTINGS);

        assertEquals(hash, m_start.hash());
        assertFalse(m_start.trained());
    }

    @Test
    public void equalWeightsOfAnySizeCountAsOne() throws CanceledException {
        assertEquals(fit(SETTINGS).network().hash(), new Training(m_start, Networks.images(30, 1, 7.5), SETTINGS)
            .fit(RunControl.none()).network().hash());
    }

    @Test
    public void aRecipeThatDoesNothingChangesNoBit() throws CanceledException {
        final FitResult plain = fit(SETTINGS);

        final FitResult result = new Training(m_start, m_images, SETTINGS).with(List.of(new SilentMethod()))
            .fit(RunControl.none());

        assertEquals(plain.network().hash(), result.network().hash());
    }

    @Test
    public void methodsTakePartInTheOrderOfTheRecipe() throws CanceledException {
        final List<String> calls = new ArrayList<>();

        new Training(m_start, m_images, new TrainingSettings(1, 20, 0.01, 5, false, 2))
            .with(List.of(new Listening("a", calls), new Listening("b", calls))).fit(RunControl.none());

        final List<String> batch = List.of("a batch", "b batch", "a loss", "b loss", "a gradient", "b gradient",
            "a weights", "b weights");
        final List<String> expected = new ArrayList<>(List.of("a epoch 1 starts", "b epoch 1 starts"));
        expected.addAll(batch);
        expected.addAll(batch);
        expected.addAll(List.of("a epoch 1", "b epoch 1"));
        assertEquals(expected, calls);
    }

    @Test
    public void methodsMayChangeLabelRowsAndGradients() throws CanceledException {
        final FitResult frozen = new Training(m_start, m_images, SETTINGS).with(List.of(new SilentMethod() {

                @Override
                public void gradientReady(final Batch batch, final Weights gradient, final Weights weights,
                    final Passes passes) {
                    Arrays.fill(gradient.values(), 0);
                }
            })).fit(RunControl.none());
        final FitResult unlabelled = new Training(m_start, m_images, SETTINGS).with(List.of(new SilentMethod() {

                @Override
                public Batch batchLoaded(final Batch batch, final Passes passes) {
                    Arrays.fill(batch.rows(), 0);
                    return batch;
                }
            })).fit(RunControl.none());

        assertArrayEquals(m_start.weights(), frozen.network().weights(), 0);
        assertArrayEquals(m_start.weights(), unlabelled.network().weights(), 0);
        assertEquals(0, unlabelled.epochs().get(0).loss(), 0);
    }

    @Test
    public void countsWhatItCosts() throws CanceledException {
        final FitResult result = new Training(m_start, m_images, SETTINGS).validatedBy(Networks.images(6, 3))
            .fit(RunControl.none());
        final CostEntry cost = result.cost();
        final long perImage = m_start.spec().multiplyAdds();

        assertEquals("Training: 3 epochs of 30 images (energy: estimate at 10 W per busy core)", cost.what());
        assertEquals(90, cost.count(Quantity.SAMPLES_TRAINED));
        assertEquals(18, cost.count(Quantity.SAMPLES_SCORED));
        assertEquals(12, cost.count(Quantity.UPDATES));
        assertEquals(108 * perImage, cost.count(Quantity.FORWARD_MACS));
        assertEquals(180 * perImage, cost.count(Quantity.BACKWARD_MACS));
        assertTrue(cost.count(Quantity.PEAK_BYTES) > 1 << 20);
        assertTrue(cost.measure(Quantity.CPU_SECONDS) > 0);
        assertEquals(cost.measure(Quantity.CPU_SECONDS) * 10 / 3600, cost.measure(Quantity.WATT_HOURS), 1e-12);
        assertEquals(30, result.network().history().ledger().total().count(Quantity.LABELS));
    }

    @Test
    public void continuingAddsCostsButNoLabels() throws CanceledException {
        final Network first = fit(SETTINGS).network();
        final Network second =
            new Training(first, m_images, SETTINGS).fit(RunControl.none()).network();

        assertEquals(2, second.history().provenance().size());
        assertEquals(180, second.history().ledger().total().count(Quantity.SAMPLES_TRAINED));
        assertEquals(30, second.history().ledger().total().count(Quantity.LABELS));
        assertNotEquals(first.hash(), second.hash());
    }

    @Test
    public void equalWorkHasAnEqualId() throws CanceledException {
        assertEquals(fit(SETTINGS).cost().id(), fit(SETTINGS).cost().id());
        assertNotEquals(fit(SETTINGS).cost().id(),
            fit(new TrainingSettings(3, 8, 0.011, 5, true, 1)).cost().id());
    }

    @Test
    public void saysWhereTheNetworkComesFrom() throws CanceledException {
        final Provenance provenance = fit(SETTINGS).network().history().provenance().get(0);

        assertEquals("train", provenance.method());
        assertEquals(5, provenance.seed());
        assertEquals(m_images.fingerprint(), provenance.dataFingerprint());
        assertEquals("0.01", provenance.settings().get("learningRate"));
        assertEquals(m_start.hash(), provenance.settings().get("start"));
    }

    @Test
    public void priorIsTheShareOfEachClass() throws CanceledException {
        final ImageSet images = m_images.subset(0, 1, 3, 6);

        final FitResult result =
            new Training(m_start, images, SETTINGS).fit(RunControl.none());

        assertArrayEquals(new double[]{0.75, 0.25, 0}, result.network().history().prior(), 1e-9);
    }

    @Test
    public void batchLargerThanTheSetIsOneUpdatePerEpoch() throws CanceledException {
        final FitResult result = fit(new TrainingSettings(2, 1000, 0.01, 5, true, 2));

        assertEquals(2, result.cost().count(Quantity.UPDATES));
        assertEquals(60, result.cost().count(Quantity.SAMPLES_TRAINED));
    }

    @Test
    public void moreThreadsThanImagesAreIdle() throws CanceledException {
        final ImageSet two = m_images.subset(0, 1);

        assertEquals(1, new Training(m_start, two, new TrainingSettings(1, 8, 0.01, 5, true, 3))
            .fit(RunControl.none()).cost().count(Quantity.UPDATES));
    }

    @Test
    public void reportsEpochLossAndTimeLeft() throws CanceledException {
        final Heard heard = new Heard(Integer.MAX_VALUE);

        new Training(m_start, m_images, new TrainingSettings(2, 15, 0.01, 5, true, 1)).fit(heard);

        assertEquals(3, heard.messages().size());
        assertTrue(heard.messages().get(0), heard.messages().get(0)
            .matches("0\\.500 estimate: 154 parameters, 0 million multiply-adds, [\\d,]+ MB, \\d+ s"));
        assertTrue(heard.messages().get(1),
            heard.messages().get(1).matches("0\\.750 epoch 2/2, loss \\d\\.\\d{3}, \\d+ s left"));
        assertTrue(heard.messages().get(2),
            heard.messages().get(2).matches("1\\.000 epoch 2/2, loss \\d\\.\\d{3}, 0 s left"));
    }

    @Test
    public void cancelTakesEffectWithinABatch() {
        final Heard heard = new Heard(3);

        assertThrows(CanceledException.class,
            () -> new Training(m_start, m_images, SETTINGS).fit(heard));
        assertEquals(3, heard.messages().size());
    }

    @Test
    public void canceledTrainingLeavesNothingBehind() throws CanceledException {
        final String expected = fit(SETTINGS).network().hash();
        assertThrows(CanceledException.class, () -> new Training(m_start, m_images, new TrainingSettings(3, 4, 0.01,
            5, true, 2)).fit(new Heard(2)));

        assertEquals(expected, fit(SETTINGS).network().hash());
        assertTrue(Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("frugalvision-compute")).allMatch(Thread::isDaemon));
    }

    @Test
    public void lossThatIsNotFiniteEndsTheTraining() {
        final DataException failure = assertThrows(DataException.class,
            () -> fit(new TrainingSettings(2000, 30, 10, 5, true, 1), m_images, broken()));

        assertEquals("Epoch 2, batch 1: the loss is no finite number any more.", failure.getMessage());
        assertEquals(List.of("Lower Learning rate; it is 10."), failure.fixes());
    }

    @Test
    public void weightsThatAreNotFiniteEndTheTraining() {
        final DataException failure = assertThrows(DataException.class,
            () -> fit(new TrainingSettings(1, 30, 10, 5, true, 1), m_images, broken()));

        assertEquals("Epoch 1, batch 1: the weights are no finite numbers any more.", failure.getMessage());
    }

    @Test
    public void refusesImagesItCannotUse() {
        assertRefused("Training images: there are none.", m_images.subset());
        assertRefused("Training images: all 3 images are of one class, \"b\", but at least two classes are needed.",
            m_images.subset(1, 4, 7));
        assertRefused("Training images: the only image is of one class, \"a\", but at least two classes are needed.",
            m_images.subset(0));
        assertRefused("Training images: the network takes 5 x 6 pixels, 2 channels, but these have 5 x 6 pixels,"
            + " 1 channel.", new ImageSetBuilder(new ImageShape(1, 6, 5), Networks.CLASSES)
                .add("Row1", new byte[30], 0).build());
        assertRefused("Training images: all weights are 0.", Networks.images(3, 1, 0));
        assertRefused("Row \"Row1\": the network does not know the class \"d\".",
            new ImageSetBuilder(Networks.SHAPE, List.of("d")).add("Row1", new byte[60], 0).build());
    }

    @Test
    public void refusesAnEmptyValidationSet() {
        assertEquals("Validation images: there are none.", assertThrows(DataException.class,
            () -> new Training(m_start, m_images, SETTINGS).validatedBy(m_images.subset())
                .fit(RunControl.none())).getMessage());
    }

    private void assertRefused(final String message, final ImageSet images) {
        assertEquals(message, assertThrows(DataException.class, () -> fit(SETTINGS, images, List.of())).getMessage());
    }

    /** Makes one weight infinite after the first update. */
    private static List<TrainingMethod> broken() {
        return List.of(new SilentMethod() {

            @Override
            public void weightsUpdated(final Weights weights) {
                weights.values()[153] = Float.POSITIVE_INFINITY;
            }
        });
    }

    private FitResult fit(final TrainingSettings settings) throws CanceledException {
        return fit(settings, m_images, List.of());
    }

    private FitResult fit(final TrainingSettings settings, final ImageSet images, final List<TrainingMethod> recipe)
        throws CanceledException {
        return new Training(m_start, images, settings).with(recipe).fit(RunControl.none());
    }

    private record Listening(String label, List<String> calls) implements TrainingMethod, Part {

        @Override
        public String id() {
            return label;
        }

        @Override
        public Part join(final TrainingStart start) {
            return this;
        }

        @Override
        public List<int[]> epochStarts(final int epoch, final List<int[]> batches) {
            calls.add(label + " epoch " + epoch + " starts");
            return batches;
        }

        @Override
        public void lossReady(final Batch batch, final float[] scores, final double[] losses) {
            assertEquals(batch.size(), losses.length);
            assertEquals(3 * batch.size(), scores.length);
            calls.add(label + " loss");
        }

        @Override
        public Batch batchLoaded(final Batch batch, final Passes passes) {
            assertEquals(1, batch.rows()[batch.images()[0] % 3], 0);
            calls.add(label + " batch");
            return batch;
        }

        @Override
        public void gradientReady(final Batch batch, final Weights gradient, final Weights weights,
            final Passes passes) {
            calls.add(label + " gradient");
        }

        @Override
        public void weightsUpdated(final Weights weights) {
            calls.add(label + " weights");
        }

        @Override
        public void epochEnds(final EpochMetrics metrics) {
            calls.add(label + " epoch " + metrics.epoch());
        }
    }
}

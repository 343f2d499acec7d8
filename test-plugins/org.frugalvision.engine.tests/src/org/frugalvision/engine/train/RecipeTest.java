// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.Column;
import org.frugalvision.engine.image.ColumnedImages;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.network.Weights;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;

/** Methods that change the course of a training. */
public final class RecipeTest {

    private static final TrainingSettings SETTINGS = new TrainingSettings(2, 10, 0.01, 5, false, 2);

    private final Network m_start = Networks.network(1);

    private final long m_perImage = m_start.spec().multiplyAdds();

    private final ImageSet m_images = Networks.images(30, 1);

    @Test
    public void refusesTwoMethodsThatClaimTheSame() {
        final var halves = new Halves();

        assertEquals("\"Training recipe\" must leave the order of the images to one method, \"halves\", but is"
            + " \"halves\".",
            assertThrows(SettingsException.class, () -> new Recipe(List.of(halves, halves))).getMessage());
    }

    @Test
    public void epochsOfHalfTheImagesAreHalfTheWork() throws CanceledException {
        final FitResult result = fit(new Halves());

        assertEquals(List.of(15L, 15L), result.epochs().stream().map(EpochMetrics::images).toList());
        assertEquals(30, result.cost().count(Quantity.SAMPLES_TRAINED));
        assertEquals(4, result.cost().count(Quantity.UPDATES));
        assertEquals(4, result.estimate().cost().count(Quantity.UPDATES));
        assertEquals(30 * m_perImage, result.cost().count(Quantity.FORWARD_MACS));
        final ImageSet half = m_images.subset(IntStream.range(0, 15).toArray());
        assertArrayEquals(new Training(m_start, half, SETTINGS).fit(RunControl.none()).network().weights(),
            result.network().weights(), 0);
    }

    /** 10 images, batches of 64: two of each in one batch. */
    @Test
    public void epochsMayBeLongerThanTheSet() throws CanceledException {
        final FitResult result = new Training(m_start, m_images.subset(IntStream.range(0, 10).toArray()),
            new TrainingSettings(1, 64, 0.01, 5, true, 2)).with(List.of(new SilentMethod() {

                @Override
                public List<int[]> epochStarts(final int epoch, final List<int[]> batches) {
                    final int[] twice = Arrays.copyOf(batches.get(0), 20);
                    System.arraycopy(batches.get(0), 0, twice, 10, 10);
                    return List.of(twice);
                }
            })).fit(RunControl.none());

        assertEquals(20, result.epochs().get(0).images());
        assertEquals(1, result.cost().count(Quantity.UPDATES));
        assertEquals(20 * m_perImage, result.cost().count(Quantity.FORWARD_MACS));
    }

    /** Ten scored and one trained: thirteen passes, not forty. */
    @Test
    public void imagesLeftOutCostNothingMore() throws CanceledException {
        final FitResult result = fit(new Hardest(new ArrayList<>()));

        assertEquals(60, result.cost().count(Quantity.SAMPLES_SCORED));
        assertEquals(6, result.cost().count(Quantity.SAMPLES_TRAINED));
        assertEquals(6 * 13 * m_perImage, result.cost().count(Quantity.FORWARD_MACS) + result.cost().count(Quantity.BACKWARD_MACS));
        assertEquals(List.of(3L, 3L), result.epochs().stream().map(EpochMetrics::images).toList());
    }

    @Test
    public void lossesAreThoseOfTheNetworkBeforeTheUpdate() throws CanceledException {
        final double[] expected = Inference.losses(m_start, m_images, InferenceSettings.DEFAULT, RunControl.none());
        final List<double[]> heard = new ArrayList<>();

        fit(new Hardest(heard));

        assertArrayEquals(Arrays.copyOf(expected, 10), heard.get(0), 1e-5);
    }

    @Test
    public void mixedImagesHaveNoTrainingAccuracy() throws CanceledException {
        final FitResult result = fit(new SilentMethod() {

            @Override
            public Set<Claim> claims() {
                return Set.of(Claim.MIXING);
            }
        });

        assertTrue(Double.isNaN(result.epochs().get(0).accuracy()));
        assertEquals(fit().network().hash(), result.network().hash());
    }

    @Test
    public void everyUpdateHasItsOwnStreams() throws CanceledException {
        final List<Long> streams = new ArrayList<>();
        fit(new SilentMethod() {

            @Override
            public Batch batchLoaded(final Batch batch, final Passes passes) {
                assertEquals(m_images.shape(), batch.shape());
                assertEquals(3, batch.classes());
                streams.add(batch.seeds().named("me").asLong());
                return batch;
            }
        });

        assertEquals(6, streams.size());
        assertEquals(6, Set.copyOf(streams).size());
        assertEquals(Seeds.of(5).named("recipe").child("update 2").named("me").asLong(), (long)streams.get(1));
    }

    /** Whatever the order of the images and the number of threads. */
    @Test
    public void everyCopyOfAnImageHasItsOwnStreamInEveryEpoch() throws CanceledException {
        final Set<String> first = drawn(new TrainingSettings(2, 8, 0.01, 5, true, 1));

        assertEquals(120, first.size());
        assertEquals(first, drawn(new TrainingSettings(2, 8, 0.01, 5, true, 3)));
    }

    private Set<String> drawn(final TrainingSettings settings) throws CanceledException {
        final Set<String> drawn = ConcurrentHashMap.newKeySet();
        new Training(m_start, m_images, settings).with(List.of(new SilentMethod() {

            @Override
            public List<int[]> epochStarts(final int epoch, final List<int[]> batches) {
                return batches.stream().map(batch -> IntStream.concat(Arrays.stream(batch), Arrays.stream(batch))
                    .toArray()).toList();
            }

            @Override
            public void imageLoaded(final LoadedImage image, final RandomGenerator random) {
                drawn.add(image.image() + " " + random.nextLong());
            }
        })).fit(RunControl.none());
        return drawn;
    }

    @Test
    public void recipeIsPartOfTheIdentityByItsIds() throws CanceledException {
        assertEquals("[halves-id{share=0.5}]",
            fit(new Halves()).network().history().provenance().get(0).settings().get("recipe"));
        assertNotEquals(fit().cost().id(), fit(new Halves()).cost().id());
    }

    @Test
    public void refusesImagesThatDoNotTellWhatAMethodNeeds() throws CanceledException {
        final TrainingMethod needy = new SilentMethod() {

            @Override
            public Set<Column<?>> columns() {
                return Set.of(Column.SOURCE);
            }
        };

        assertEquals("Training images: \"silent\" needs the source of each, which is not known.",
            assertThrows(DataException.class, () -> fit(needy)).getMessage());
        new Training(m_start, new ColumnedImages<>(m_images, Column.SOURCE, new String[30]), SETTINGS)
            .with(List.of(needy));
    }

    @Test
    public void frozenTensorsStayAndAreComputedOnceForEachImage() throws CanceledException {
        final FitResult result = fit(new SilentMethod() {

            @Override
            public double rate(final Tensor tensor) {
                return tensor.node().equals("scores") ? 1 : 0;
            }
        });

        final float[] before = m_start.weights();
        final float[] after = result.network().weights();
        for (final Tensor tensor : m_start.spec().tensors()) {
            final boolean same = Arrays.equals(before, tensor.offset(), tensor.offset() + tensor.length(), after,
                tensor.offset(), tensor.offset() + tensor.length());
            assertEquals(tensor.toString(), !tensor.node().equals("scores"), same);
        }
        assertEquals(30 * (m_perImage - 12) + 60 * 12, result.cost().count(Quantity.FORWARD_MACS));
        assertEquals(60 * 2 * 12, result.cost().count(Quantity.BACKWARD_MACS));
    }

    @Test
    public void ratesScaleTheStepsOfATensor() throws CanceledException {
        final var settings = new TrainingSettings(1, 30, 0.01, 5, false, 2);
        final float[] whole = new Training(m_start, m_images, settings).fit(RunControl.none()).network().weights();
        final float[] half = new Training(m_start, m_images, settings).with(List.of(new SilentMethod() {

            @Override
            public double rate(final Tensor tensor) {
                return 0.5;
            }
        })).fit(RunControl.none()).network().weights();

        final float[] before = m_start.weights();
        for (int i = 0; i < before.length; i++) {
            assertEquals((whole[i] - before[i]) / 2, half[i] - before[i], 1e-6);
        }
    }

    @Test
    public void othersWeightsMayBeGivenOut() throws CanceledException {
        final float[] zeros = new float[154];
        final FitResult result = new Training(m_start, m_images, SETTINGS).validatedBy(m_images)
            .with(List.of(new SilentMethod() {

                @Override
                public Optional<float[]> result() {
                    return Optional.of(zeros.clone());
                }
            })).fit(RunControl.none());

        assertArrayEquals(zeros, result.network().weights(), 0);
        assertEquals(Math.log(3), result.epochs().get(1).validation().orElseThrow().loss(), 1e-6);
        assertTrue(result.epochs().get(1).loss() < result.epochs().get(0).loss());
    }

    @Test
    public void scoresMayBePulledOtherWays() throws CanceledException {
        final FitResult result = fit(new SilentMethod() {

            @Override
            public void scoresReady(final Batch batch, final int first, final int images, final float[] scores,
                final float[] gradient) {
                assertTrue(first >= 0 && images > 0 && first + images <= batch.size());
                Arrays.fill(gradient, 0, 3 * images, 0);
            }
        });

        assertArrayEquals(m_start.weights(), result.network().weights(), 0);
    }

    @Test
    public void gradientsAtOtherWeightsAreChargedAndLeaveTheTrainingAlone() throws CanceledException {
        final FitResult result = fit(new SilentMethod() {

            @Override
            public void gradientReady(final Batch batch, final Weights gradient, final Weights weights,
                final Passes passes) throws CanceledException {
                final float[] before = gradient.values().clone();
                assertArrayEquals(before, passes.gradient(batch, weights).values(), 1e-6f);
                passes.gradient(batch, Weights.of(m_start.spec(), new float[154]));
            }
        });

        assertArrayEquals(fit().network().weights(), result.network().weights(), 0);
        assertEquals(120, result.cost().count(Quantity.SAMPLES_SCORED));
        assertEquals(3 * 60 * 3 * m_perImage, result.cost().count(Quantity.FORWARD_MACS) + result.cost().count(Quantity.BACKWARD_MACS));
    }

    @Test
    public void budgetsOfImagesHoldWhateverIsPlanned() throws CanceledException {
        final var settings = new TrainingSettings(50, 10, 0.01, 5, true, 2, UpdaterSettings.DEFAULT,
            ScheduleSettings.DEFAULT, ClassWeights.NONE,
            new StoppingSettings(false, StoppingSettings.Metric.LOSS, 1, 0, 0, 17));

        final FitResult result = new Training(m_start, m_images, settings).with(List.of(new Halves()))
            .fit(RunControl.none());

        assertEquals(17, result.cost().count(Quantity.SAMPLES_TRAINED));
        assertEquals(Ending.IMAGES_USED, result.ending());
    }

    private FitResult fit(final TrainingMethod... recipe) throws CanceledException {
        return new Training(m_start, m_images, SETTINGS).with(List.of(recipe)).fit(RunControl.none());
    }

    /** Goes through the first half of the images only. */
    private static final class Halves extends SilentMethod {

        @Override
        public String id() {
            return "halves-id";
        }

        @Override
        public String label() {
            return "halves";
        }

        @Override
        public Map<String, String> settings() {
            return Map.of("share", "0.5");
        }

        @Override
        public Set<Claim> claims() {
            return Set.of(Claim.ORDER);
        }

        @Override
        public List<int[]> epochStarts(final int epoch, final List<int[]> batches) {
            return List.of(batches.get(0), Arrays.copyOf(batches.get(1), 5));
        }
    }

    /** Trains on the image with the largest loss of each batch. */
    private static final class Hardest extends SilentMethod {

        private final List<double[]> m_heard;

        Hardest(final List<double[]> heard) {
            m_heard = heard;
        }

        @Override
        public Batch batchLoaded(final Batch batch, final Passes passes) throws CanceledException {
            final double[] losses = passes.losses(batch, Passes.Mode.APPLIED);
            m_heard.add(losses);
            return batch.keep(IntStream.range(0, losses.length).boxed()
                .max((a, b) -> Double.compare(losses[a], losses[b])).orElseThrow());
        }
    }
}

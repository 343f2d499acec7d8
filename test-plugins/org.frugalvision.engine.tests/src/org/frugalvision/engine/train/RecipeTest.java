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
import java.util.stream.IntStream;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;

/** Methods that change the course of a training. */
public final class RecipeTest {

    private static final TrainingSettings SETTINGS = new TrainingSettings(2, 10, 0.01, 5, false, 2);

    private final Network m_start = Networks.network(1);

    private final ImageSet m_images = Networks.images(30, 1);

    @Test
    public void refusesTwoMethodsThatClaimTheSame() {
        final var halves = new Halves();

        assertEquals("\"Training recipe\" must leave the order of the images to one method, \"halves\", but is"
            + " \"halves\".",
            assertThrows(SettingsException.class, () -> new Recipe(List.of(halves, halves))).getMessage());
    }

    @Test
    public void anOrderOfHalfTheImagesIsHalfTheWork() throws CanceledException {
        final FitResult result = fit(new Halves());

        assertEquals(List.of(15L, 15L), result.epochs().stream().map(EpochMetrics::images).toList());
        assertEquals(30, result.cost().samplesTrained());
        assertEquals(4, result.cost().updates());
        final ImageSet half = m_images.subset(IntStream.range(0, 15).toArray());
        assertArrayEquals(Trainer.fit(m_start, half, Optional.empty(), SETTINGS, List.of(), RunControl.none())
            .network().weights(), result.network().weights(), 0);
    }

    @Test
    public void scoresAreThoseOfTheNetworkBeforeTheUpdate() throws CanceledException {
        final double[] expected = Inference.losses(m_start, m_images, InferenceSettings.DEFAULT, RunControl.none());
        final List<double[]> heard = new ArrayList<>();

        final FitResult result = fit(new Hardest(heard));

        assertArrayEquals(Arrays.copyOf(expected, 10), heard.get(0), 1e-5);
        assertEquals(60, result.cost().samplesScored());
        assertEquals(60, result.cost().samplesTrained());
    }

    @Test
    public void leftOutImagesDoNotCount() throws CanceledException {
        final FitResult hardest = fit(new Hardest(new ArrayList<>()));
        final FitResult all = fit();

        assertTrue(hardest.epochs().get(0).loss() < all.epochs().get(0).loss());
        assertNotEquals(all.network().hash(), hardest.network().hash());
    }

    @Test
    public void mixedImagesHaveNoTrainingAccuracy() throws CanceledException {
        final FitResult result = fit(new TrainingMethod() {

            @Override
            public String label() {
                return "mixing";
            }

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
        fit(new TrainingMethod() {

            @Override
            public String label() {
                return "listening";
            }

            @Override
            public void batchLoaded(final TrainingBatch batch) {
                assertEquals(m_images.shape(), batch.shape());
                assertEquals(3, batch.classes());
                streams.add(batch.seeds().named("me").asLong());
            }
        });

        assertEquals(6, streams.size());
        assertEquals(6, Set.copyOf(streams).size());
        assertEquals(Seeds.of(5).named("recipe").child("update 2").named("me").asLong(), (long)streams.get(1));
    }

    @Test
    public void recipeIsPartOfTheIdentity() throws CanceledException {
        assertEquals("[halves{share=0.5}]",
            fit(new Halves()).network().history().provenance().get(0).settings().get("recipe"));
        assertNotEquals(fit().cost().id(), fit(new Halves()).cost().id());
    }

    private FitResult fit(final TrainingMethod... recipe) throws CanceledException {
        return Trainer.fit(m_start, m_images, Optional.empty(), SETTINGS, List.of(recipe), RunControl.none());
    }

    /** Goes through the first half of the images only. */
    private static final class Halves implements TrainingMethod {

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
        public int[] epochStarts(final int epoch, final int[] order) {
            return Arrays.copyOf(order, order.length / 2);
        }
    }

    /** Trains on the image with the largest loss of each batch. */
    private record Hardest(List<double[]> heard) implements TrainingMethod {

        @Override
        public String label() {
            return "hardest";
        }

        @Override
        public boolean wantsScores() {
            return true;
        }

        @Override
        public void batchScored(final TrainingBatch batch, final double[] losses) {
            heard.add(losses);
            final double largest = Arrays.stream(losses).max().orElseThrow();
            for (int i = 0; i < losses.length; i++) {
                if (losses[i] < largest) {
                    Arrays.fill(batch.rows(), 3 * i, 3 * i + 3, 0);
                }
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.Column;
import org.frugalvision.engine.image.ColumnedImages;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.FitResult;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;
import org.junit.Test;

/** Trust in sources, by the numbers of its specification. */
public final class LossAdaptedPlasticityTest {

    @Test
    public void factorFallsWithDistrust() {
        final double[] distrusts = {0, 50, 100, 200, 400};

        assertArrayEquals(new double[]{1, 0.940015, 0.786448, 0.419974, 0.070651},
            Arrays.stream(distrusts).map(LossAdaptedPlasticity.DEFAULT::factor).toArray(), 1e-6);
    }

    /** Others: 1, 1.2, 0.9, 1.1, so mean 1.05, deviation 0.111803, threshold 1.139443. */
    @Test
    public void sourcesAboveTheThresholdAreDistrusted() {
        final var settings = new LossAdaptedPlasticity(1, 0.02, 0.8, 2, 0);

        assertEquals(settings.factor(1), afterMean(settings, 3.1f), 1e-12);
        assertEquals(settings.factor(1), afterMean(settings, 1.1395f), 1e-12);
        assertEquals(1, afterMean(settings, 1.1394f), 0);
    }

    private static double afterMean(final LossAdaptedPlasticity settings, final float mean) {
        final SourceLosses losses = new SourceLosses(3, settings);
        losses.add(1, 1f);
        losses.add(1, 1.2f);
        losses.add(2, 0.9f);
        losses.add(0, mean);
        losses.add(2, 1.1f);
        return losses.add(0, mean);
    }

    @Test
    public void trustComesBack() {
        final SourceLosses losses = new SourceLosses(2, new LossAdaptedPlasticity(1, 0.02, 0.8, 2, 0));
        for (final float loss : new float[]{1, 1.1f, 1, 1.1f}) {
            losses.add(1, loss);
        }
        for (int i = 0; i < 5; i++) {
            losses.add(0, 9);
        }
        assertEquals(4, losses.distrust(0), 0);

        for (int i = 0; i < 9; i++) {
            losses.add(0, 0.5f);
        }

        assertEquals(0, losses.distrust(0), 0);
    }

    @Test
    public void allAreTrustedWithoutAComparison() {
        final var settings = new LossAdaptedPlasticity(1, 0.02, 0.8, 2, 0);
        final SourceLosses alone = new SourceLosses(2, settings);
        final SourceLosses level = new SourceLosses(2, settings);
        level.add(1, 1);
        level.add(1, 1);
        for (int i = 0; i < 5; i++) {
            assertEquals(1, alone.add(0, 9), 0);
            assertEquals(1, level.add(0, 9), 0);
        }
    }

    @Test
    public void allAreTrustedAtTheStart() {
        final SourceLosses losses = new SourceLosses(2, new LossAdaptedPlasticity(1, 0.02, 0.8, 2, 6));
        losses.add(1, 1);
        losses.add(1, 1.1f);
        for (int i = 0; i < 4; i++) {
            assertEquals(1, losses.add(0, 9), 0);
        }
        assertTrue(losses.add(0, 9) < 1);
    }

    @Test
    public void batchesHoldImagesOfOneSource() throws CanceledException {
        final String[] sources = {"x", "y", "x", "y", "y", "x"};
        final ImageSet images = new ColumnedImages<>(Networks.images(6, 1), Column.SOURCE, sources);

        final List<int[]> batches = LossAdaptedPlasticity.DEFAULT
            .join(Starts.of(Networks.network(1), images, 1, 2))
            .epochStarts(1, List.of(new int[]{5, 4}, new int[]{3, 2}, new int[]{1, 0}));

        assertArrayEquals(new int[][]{{4, 3}, {5, 2}, {0}, {1}}, batches.toArray(int[][]::new));
    }

    /** Two of five sources have random labels. */
    @Test
    public void distrustsSourcesOfWrongLabels() throws CanceledException {
        final var random = Seeds.of(4).generator();
        final ImageSet right = Networks.images(300, 1);
        final var builder = new ImageSetBuilder(right.shape(), Networks.CLASSES);
        final float[] pixels = new float[right.shape().size()];
        for (int i = 0; i < 300; i++) {
            right.readPixels(i, pixels, 0);
            final byte[] bytes = new byte[pixels.length];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = (byte)Math.round(255 * pixels[k]);
            }
            builder.add("Row" + i, bytes, i < 120 ? random.nextInt(3) : i % 3);
        }
        final String[] sources = IntStream.range(0, 300).mapToObj(i -> "source " + i / 60).toArray(String[]::new);

        final FitResult result = new Training(Networks.network(1),
            new ColumnedImages<>(builder.build(), Column.SOURCE, sources),
            new TrainingSettings(40, 20, 0.01, 5, true, 2))
                .with(List.of(new LossAdaptedPlasticity(1, 0.02, 0.8, 10, 0))).fit(RunControl.none());

        final double[] trust = result.outcomes().get("Trust in the source");
        assertTrue(Arrays.toString(trust), trust[0] < 0.9 && trust[60] < 0.9);
        for (int i = 120; i < 300; i += 60) {
            assertEquals(1, trust[i], 0.05);
        }
    }

    @Test
    public void refusesImagesWithoutSources() {
        assertEquals("Training images: \"Loss adapted plasticity\" needs the source of each, which is not known.",
            assertThrows(DataException.class, () -> new Training(Networks.network(1), Networks.images(30, 1),
                new TrainingSettings(1, 4, 0.01, 1, true, 1)).with(List.of(LossAdaptedPlasticity.DEFAULT))
                    .fit(RunControl.none())).getMessage());
    }
}

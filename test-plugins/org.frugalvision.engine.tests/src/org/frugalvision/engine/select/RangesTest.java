// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import static org.junit.Assert.assertArrayEquals;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.junit.Test;

/** What is computed by all cores is what one computes. */
public final class RangesTest {

    private static final int IMAGES = 1100;

    @Test
    public void everyImageIsInOneRange() {
        for (final int images : new int[]{0, 1, 255, 256, 257, IMAGES}) {
            final int[] visits = new int[images];
            Ranges.forAll(images, (from, to) -> {
                for (int i = from; i < to; i++) {
                    visits[i]++;
                }
            });
            final int[] once = new int[images];
            Arrays.fill(once, 1);
            assertArrayEquals(once, visits);
        }
    }

    @Test
    public void selectorsGiveTheSameBitsOnAnyNumberOfCores() throws Exception {
        final RandomGenerator random = Seeds.of(3).generator();
        final float[][] vectors = new float[IMAGES][7];
        final double[][] probabilities = new double[IMAGES][2];
        for (int i = 0; i < IMAGES; i++) {
            for (int k = 0; k < 7; k++) {
                vectors[i][k] = (float)random.nextGaussian();
            }
            probabilities[i][0] = random.nextDouble();
            probabilities[i][1] = 1 - probabilities[i][0];
        }
        final int[] labels = new int[IMAGES];
        Arrays.setAll(labels, i -> i % 2);
        final Pool pool = PoolFixture.labelled(labels).put(Need.VECTORS, run -> vectors)
            .put(Need.EMBEDDINGS, run -> vectors).put(Need.PROBABILITIES, run -> probabilities).pool();
        for (final SubsetSelector selector : List.of(new FacilityLocation(), new Craig(), GraphCut.DEFAULT,
            KCenterGreedy.DEFAULT, new Badge())) {
            final Selection expected = on(1, selector, pool);
            for (final int cores : new int[]{2, 3, 5, 16}) {
                final Selection selection = on(cores, selector, pool);
                assertArrayEquals(selector.toString(), expected.indices(), selection.indices());
                assertArrayEquals(selector.toString(), expected.scores(), selection.scores(), 0);
                assertArrayEquals(selector.toString(), expected.weights(), selection.weights(), 0);
            }
        }
    }

    private static Selection on(final int cores, final SubsetSelector selector, final Pool pool) throws Exception {
        final var threads = new ForkJoinPool(cores);
        try {
            return threads.submit(() -> selector.select(pool, 12, Seeds.of(1).generator(), RunControl.none())).get();
        } finally {
            threads.shutdown();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Batch;
import org.junit.Test;

/** Objects before other backgrounds. */
public final class BackgroundSwapTest {

    private static final ImageShape SHAPE = new ImageShape(1, 56, 56);

    /** [[1, 2], [3, 4]] and [[0, 0], [1, 7]]: sums of 1, 2, 4 and 11, their mean 4.5. */
    @Test
    public void anObjectIsWhereTheSumOfTheMapsIsAboveItsMean() {
        assertArrayEquals(new boolean[]{false, false, false, true},
            RandomMaps.aboveMean(new float[]{1, 2, 3, 4, 0, 0, 1, 7}, 4));
    }

    @Test
    public void onlyWhatIsBackgroundInBothImagesIsExchanged() {
        final Batch batch = Batches.of(new ImageShape(2, 1, 4), 2, 0, 0.1f, 0.9f);

        BackgroundSwap.swap(batch, new boolean[][]{{true, true, false, false}, {true, false, true, false}},
            new int[]{1, 0});

        assertArrayEquals(new float[]{0.1f, 0.1f, 0.1f, 0.9f}, Batches.plane(batch, 0, 0), 0);
        assertArrayEquals(new float[]{0.1f, 0.1f, 0.1f, 0.9f}, Batches.plane(batch, 0, 1), 0);
        assertArrayEquals(new float[]{0.9f, 0.9f, 0.9f, 0.1f}, Batches.plane(batch, 1, 0), 0);
        assertArrayEquals(new float[]{1, 0}, Batches.row(batch, 0), 0);
    }

    /** A bright disc somewhere before weak noise: the mask overlaps it more than it does a place at random. */
    @Test
    public void randomMapsFindBrightObjects() {
        final RandomMaps maps = new RandomMaps(SHAPE, Seeds.of(3).generator());
        final var random = Seeds.of(4).generator();
        double on = 0;
        double off = 0;
        for (int trial = 0; trial < 20; trial++) {
            final float[] pixels = new float[SHAPE.size()];
            final boolean[] disc = new boolean[pixels.length];
            final int row = 12 + random.nextInt(32);
            final int column = 12 + random.nextInt(32);
            for (int i = 0; i < pixels.length; i++) {
                disc[i] = Math.hypot(i / 56 - row, i % 56 - column) < 10;
                pixels[i] = (disc[i] ? 0.9f : 0) + 0.1f * random.nextFloat();
            }
            final boolean[] objects = maps.objects(pixels, 0);
            on += share(objects, disc, true);
            off += share(objects, disc, false);
        }

        assertTrue(on / 20 + " of the discs, " + off / 20 + " of the rest", on / 20 > off / 20 + 0.5);
    }

    private static double share(final boolean[] objects, final boolean[] disc, final boolean within) {
        int marked = 0;
        int all = 0;
        for (int i = 0; i < objects.length; i++) {
            if (disc[i] == within) {
                all++;
                marked += objects[i] ? 1 : 0;
            }
        }
        return (double)marked / all;
    }

    @Test
    public void smallImagesStayAsTheyAre() throws CanceledException {
        final Batch batch = Batches.of(Networks.SHAPE, 8, 1);
        new BackgroundSwap(1).join(Starts.of(Networks.network(1), Networks.images(30, 1), 1, 4))
            .batchLoaded(batch, null);

        assertArrayEquals(Batches.of(Networks.SHAPE, 8, 1).pixels(), batch.pixels(), 0);
    }

    @Test
    public void refusesProbabilitiesThatAreNone() {
        assertEquals("\"Probability\" must be between 0 and 1, but is 2.",
            assertThrows(SettingsException.class, () -> new BackgroundSwap(2)).getMessage());
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.TurnedImages;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.junit.Test;

/** Images that are turned, and how hard it is to tell by how much. */
public final class RotationLossesTest {

    /** Rows 0 1 / 2 3, turned a quarter each time. */
    @Test
    public void imagesAreTurnedByQuarters() {
        final ImageSet turned = new TurnedImages(new ImageSetBuilder(new ImageShape(1, 2, 2), List.of())
            .add("a", new byte[4], ImageSet.UNLABELLED).add("b", new byte[]{0, 51, 102, (byte)153},
                ImageSet.UNLABELLED).build());

        assertEquals(8, turned.size());
        assertArrayEquals(new int[]{0, 1, 2, 3, 0, 1, 2, 3}, turned.labels());
        assertArrayEquals(new float[]{0, 0.2f, 0.4f, 0.6f}, pixels(turned, 4), 0);
        assertArrayEquals(new float[]{0.2f, 0.6f, 0, 0.4f}, pixels(turned, 5), 0);
        assertArrayEquals(new float[]{0.6f, 0.4f, 0.2f, 0}, pixels(turned, 6), 0);
        assertArrayEquals(new float[]{0.4f, 0, 0.6f, 0.2f}, pixels(turned, 7), 0);
        assertEquals("b at 90 degrees", turned.id(5));
        assertEquals("b at 270 degrees", turned.subset(7, 0).id(0));
    }

    private static float[] pixels(final ImageSet images, final int i) {
        final float[] pixels = new float[images.shape().size()];
        images.readPixels(i, pixels, 0);
        return pixels;
    }

    @Test
    public void imagesThatAreNotSquareAreRefused() {
        final ImageSet images = new ImageSetBuilder(new ImageShape(1, 2, 3), List.of()).build();

        assertEquals("Input: images must be square to be turned by 90 degrees, but have 3 x 2 pixels, 1 channel.",
            assertThrows(DataException.class, () -> new TurnedImages(images)).getMessage());
    }

    /** A bright edge shows the turn, an even image does not. */
    @Test
    public void evenImagesAreHardToTell() throws CanceledException {
        final ImageSet images = images();
        final RotationLosses losses = new RotationLosses(
            set -> StartingNetwork.untrained("lenet", ArchitectureOptions.DEFAULT, set, 3), images, 30, 3);
        final double[] values = losses.compute(RunControl.none());

        for (int i = 0; i < 8; i++) {
            assertTrue(Arrays.toString(values), i % 2 == 1 || values[i] < Math.log(4) / 2);
            assertEquals(Arrays.toString(values), Math.log(4), i % 2 == 1 ? values[i] : Math.log(4), 0.3);
        }
        assertEquals(32, losses.cost().get(1).count(Quantity.SAMPLES_SCORED));
        assertEquals(30 * 32, losses.cost().get(0).count(Quantity.SAMPLES_TRAINED));
    }

    private static ImageSet images() {
        final ImageShape shape = new ImageShape(1, 28, 28);
        final ImageSetBuilder builder = new ImageSetBuilder(shape, List.of());
        for (int i = 0; i < 8; i++) {
            final byte[] pixels = new byte[shape.size()];
            Arrays.fill(pixels, (byte)(40 + i));
            Arrays.fill(pixels, 0, i % 2 == 0 ? 200 : 0, (byte)220);
            builder.add("r" + i, pixels, ImageSet.UNLABELLED);
        }
        return builder.build();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.bytedeco.javacpp.Pointer;
import org.frugalvision.engine.image.DamagedImages;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.GlobalAveragePooling;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.run.CanceledAtCheck;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Compute;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.junit.Test;

/** Trainings that are canceled, fail, or get poor input. */
public final class TrainingRobustnessTest {

    private static final TrainingSettings SETTINGS = new TrainingSettings(3, 4, 0.01, 1, true, 2);

    private final Network m_network = Networks.network(1);

    private final ImageSet m_images = Networks.images(18, 1);

    @Test(timeout = 60_000)
    public void cancelAnywhereInAnEpochFreesMemoryThreadsAndTurn() throws Exception {
        final float[] expected = fit(m_images).network().weights();
        final long before = Pointer.totalBytes();
        for (final int check : new int[]{1, 2, 3, 5, 9, 16}) {
            assertThrows(CanceledException.class,
                () -> new Training(m_network, m_images, SETTINGS).fit(new CanceledAtCheck(check)));

            assertEquals("canceled at check " + check, before, Pointer.totalBytes());
            assertNobodyComputes();
        }
        assertArrayEquals(expected, fit(m_images).network().weights(), 0);
    }

    @Test(timeout = 60_000)
    public void anImageThatCannotBeReadFreesMemoryThreadsAndTurn() throws Exception {
        final float[] expected = fit(m_images).network().weights();
        final long before = Pointer.totalBytes();
        for (int image = 0; image < 18; image += 5) {
            final ImageSet damaged = new DamagedImages(m_images, image);
            assertEquals("The image " + image + " cannot be read.",
                assertThrows(IllegalStateException.class, () -> fit(damaged)).getMessage());

            assertEquals("image " + image, before, Pointer.totalBytes());
            assertNobodyComputes();
        }
        assertArrayEquals(expected, fit(m_images).network().weights(), 0);
    }

    @Test
    public void aSinglePixelAloneInItsBatchCanBeLearned() throws CanceledException {
        final var builder = new ImageSetBuilder(new ImageShape(1, 1, 1), List.of("dark", "bright"));
        for (int i = 0; i < 5; i++) {
            builder.add("Row" + i, new byte[]{(byte)(i % 2 == 0 ? 10 : 240)}, i % 2);
        }
        final ImageSet images = builder.build();
        final Network network = Network.initialise(new NetworkSpec(images.shape(), List.of(
            new Node("conv", new Convolution(3, 1, 1, 0, false, Activation.IDENTITY), List.of(Node.INPUT)),
            new Node("norm", new BatchNormalization(1e-5, Activation.RELU), List.of("conv")),
            new Node("pool", new GlobalAveragePooling(), List.of("norm")),
            new Node("scores", new Dense(2, Activation.IDENTITY), List.of("pool")))), images.classes(), Seeds.of(1));

        final FitResult result =
            new Training(network, images, new TrainingSettings(2, 1, 0.001, 1, true, 2)).fit(RunControl.none());

        assertEquals(10, result.epochs().stream().mapToLong(EpochMetrics::images).sum());
        assertEquals(Math.log(2), result.epochs().get(1).loss(), 0.1);
    }

    private FitResult fit(final ImageSet images) throws CanceledException {
        return new Training(m_network, images, SETTINGS).fit(RunControl.none());
    }

    private static void assertNobodyComputes() throws InterruptedException, ExecutionException {
        CompletableFuture.runAsync(() -> {
            try {
                Compute.lease(RunControl.none()).close();
            } catch (CanceledException e) {
                throw new AssertionError(e);
            }
        }).get();
    }
}

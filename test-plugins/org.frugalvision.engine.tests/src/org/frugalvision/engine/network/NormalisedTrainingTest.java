// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.util.List;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.architecture.BatchNorm;
import org.frugalvision.engine.architecture.Head;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;
import org.junit.Test;

/** What training does to running statistics and weights, on any number of threads. */
public final class NormalisedTrainingTest {

    private static final List<String> CLASSES = List.of("a", "b");

    /** One pixel of 0, 51, 102, 255: as values 0, 0.2, 0.4, 1. */
    private static final ImageSet PIXELS = pixels();

    @Test
    public void runningStatisticsMoveATenthTowardsThoseOfTheWholeBatch() throws CanceledException {
        for (final int threads : new int[]{1, 2, 16}) {
            // mean 0.4, variance (0.16 + 0.04 + 0 + 0.36) / 4 = 0.14
            assertArrayEquals(new float[]{0.1f * 0.4f, 0.9f + 0.1f * 0.14f}, statistics(threads), 1e-6f);
        }
    }

    @Test
    public void anyNumberOfThreadsTrainsTheSameNetwork() throws CanceledException {
        final var options = new ArchitectureOptions(0.25, BatchNorm.USUAL, 0.3, Head.USUAL);
        final Network start = Network.initialise(
            Architectures.create("resnet8").build(new ImageShape(2, 8, 8), 3, options), Networks.CLASSES, Seeds.of(1));
        final var builder = new ImageSetBuilder(new ImageShape(2, 8, 8), Networks.CLASSES);
        for (int i = 0; i < 70; i++) {
            final byte[] pixels = new byte[128];
            Seeds.of(i).generator().nextBytes(pixels);
            builder.add("Row" + i, pixels, i % 3);
        }
        final ImageSet images = builder.build();

        final String one = train(start, images, 1).hash();

        for (final int threads : new int[]{2, 3, 5, 16}) {
            assertEquals(threads + " threads", one, train(start, images, threads).hash());
        }
    }

    private static float[] statistics(final int threads) throws CanceledException {
        final var spec = new NetworkSpec(PIXELS.shape(), List.of(
            new Node("norm", new BatchNormalization(Activation.IDENTITY), List.of(Node.INPUT)),
            new Node("scores", new Dense(2, Activation.IDENTITY), List.of("norm"))));
        final float[] weights =
            train(Network.initialise(spec, CLASSES, Seeds.of(1)), PIXELS, threads).weights();
        return new float[]{weights[2], weights[3]};
    }

    private static Network train(final Network start, final ImageSet images, final int threads)
        throws CanceledException {
        final var settings = new TrainingSettings(1, 40, 1e-3, 1, false, threads);
        return new Training(start, images, settings).fit(RunControl.none()).network();
    }

    private static ImageSet pixels() {
        final var builder = new ImageSetBuilder(new ImageShape(1, 1, 1), CLASSES);
        final int[] values = {0, 51, 102, 255};
        for (int i = 0; i < values.length; i++) {
            builder.add("Row" + i, new byte[]{(byte)values[i]}, i % 2);
        }
        return builder.build();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.predict;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.architecture.BatchNorm;
import org.frugalvision.engine.architecture.Head;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.PlainGraph;
import org.frugalvision.engine.network.Softmax;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.junit.Test;

/** Networks applied to images of other sizes than their own. */
public final class SizeFreeTest {

    private static final List<String> CLASSES = List.of("a", "b", "c");

    private static final InferenceSettings SETTINGS = new InferenceSettings(2, 1);

    @Test
    public void poolingHeadsTakeOtherSizes() throws CanceledException {
        for (final Head head : List.of(Head.GLOBAL_AVERAGE, Head.PYRAMID)) {
            final Network network = network(head);
            for (final int side : new int[]{8, 11, 20, 24}) {
                final double[][] probabilities =
                    Inference.probabilities(network, images(2, side, side + 1), SETTINGS, RunControl.none());

                final NetworkSpec spec = network.spec().withInput(new ImageShape(2, side, side + 1));
                assertArrayEquals(expected(spec, network.weights(), images(2, side, side + 1)), probabilities[2],
                    1e-4);
            }
        }
    }

    @Test
    public void theNetworkForAnotherSizeHasTheSameWeights() throws CanceledException {
        final Network network = network(Head.PYRAMID);
        final Network other = network.forImages(new ImageShape(2, 20, 24), "Images");

        assertEquals(new ImageShape(2, 20, 24), other.spec().input());
        assertArrayEquals(network.weights(), other.weights(), 0);
        assertArrayEquals(Inference.probabilities(network, images(2, 20, 24), SETTINGS, RunControl.none()),
            Inference.probabilities(other, images(2, 20, 24), SETTINGS, RunControl.none()));
    }

    @Test
    public void otherHeadsRefuseThem() {
        final ImageSet images = images(2, 20, 20);

        assertEquals("Row \"Row0\": the image has 20 x 20 pixels, 2 channels, but must have 16 x 16 pixels, 2 channels"
            + " because the network was trained on images of that size.",
            assertThrows(DataException.class,
                () -> Inference.probabilities(network(Head.FLATTEN), images, SETTINGS, RunControl.none()))
                .getMessage());
        assertEquals("Node \"dense1\" has weights for images of 16 x 16 pixels, 2 channels only.",
            assertThrows(IllegalArgumentException.class,
                () -> network(Head.FLATTEN).spec().withInput(new ImageShape(2, 24, 24))).getMessage());
    }

    @Test
    public void otherChannelsAreRefused() {
        assertEquals("Row \"Row0\": the image has 3 channels, but must have 2 channels as those the network was trained"
            + " on.",
            assertThrows(DataException.class,
                () -> Inference.probabilities(network(Head.PYRAMID), images(3, 16, 16), SETTINGS,
                RunControl.none())).getMessage());
    }

    @Test
    public void imagesThatVanishOnTheWayAreRefused() {
        assertEquals("Row \"Row0\": the image has 7 x 16 pixels, 2 channels, which is too small or too large for the"
            + " network (Node \"stage3-pool\" is not possible: a window of 2 x 2 does not fit into 1 rows or columns).",
            assertThrows(DataException.class,
                () -> Inference.probabilities(network(Head.PYRAMID), images(2, 16, 7), SETTINGS,
                RunControl.none())).getMessage());
    }

    private static Network network(final Head head) {
        final var options = new ArchitectureOptions(0.25, BatchNorm.USUAL, 0, head);
        return Network.initialise(Architectures.create("vgg-small").build(new ImageShape(2, 16, 16), 3, options),
            CLASSES, "vgg-small", Seeds.of(1));
    }

    private static double[] expected(final NetworkSpec spec, final float[] weights, final ImageSet images) {
        final float[] pixels = new float[spec.input().size()];
        images.readPixels(2, pixels, 0);
        final double[] values = new double[weights.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = weights[i];
        }
        final double[] scores = new PlainGraph(spec, false).scores(values, pixels, 1)[0];
        return Softmax.probabilities(new float[]{(float)scores[0], (float)scores[1], (float)scores[2]}, 0, 3);
    }

    private static ImageSet images(final int channels, final int height, final int width) {
        final var builder = new ImageSetBuilder(new ImageShape(channels, height, width), CLASSES);
        for (int i = 0; i < 3; i++) {
            final byte[] pixels = new byte[channels * height * width];
            Seeds.of(i).generator().nextBytes(pixels);
            builder.add("Row" + i, pixels, i);
        }
        return builder.build();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;
import org.junit.Test;

/** Single weights become 0 and stay so. */
public final class WeightStepTest {

    @Test
    public void theSmallestWeightsBecomeZero() {
        assertArrayEquals(new float[]{0, -0.5f, 0.3f, 0, 7, 7}, sparse(0.5, 0.1f, -0.5f, 0.3f, -0.05f, 7, 7), 0);
        assertArrayEquals("of equal ones the first", new float[]{0, 0, 1, 1, 7, 7}, sparse(0.5, 1, -1, 1, 1, 7, 7), 0);
    }

    @Test
    public void layersAreComparedOnlyIfWanted() {
        final Network network = Networks.network(1);
        final float[] each = WeightStep.sparse(network, 0.5, false).weights();
        final float[] all = WeightStep.sparse(network, 0.5, true).weights();

        assertEquals(12, zeros(each, 0, 24));
        assertEquals(54, zeros(each, 27, 135));
        assertEquals(6, zeros(each, 139, 151));
        assertEquals(72, zeros(all, 0, 24) + zeros(all, 27, 135) + zeros(all, 139, 151));
    }

    /** Momentum and decay would move them. */
    @Test
    public void zerosStayInFineTuning() throws CanceledException {
        final Network sparse = WeightStep.sparse(Networks.network(1), 0.25, true);

        final Network tuned = new Training(sparse, Networks.images(30, 1), new TrainingSettings(3, 8, 1e-2, 1, true, 1))
            .with(List.of(new WeightMask())).fit(RunControl.none()).network();

        for (int i = 0; i < 151; i++) {
            assertTrue(i >= 24 && i < 27 || i >= 135 && i < 139
                || sparse.weights()[i] == 0 == (tuned.weights()[i] == 0));
        }
    }

    /** The file of many zeros is small, and every version reads it. */
    @Test
    public void zerosMakeTheFileSmall() {
        final Network network = Networks.network(1);

        assertTrue(Quantity.fileBytes(WeightStep.sparse(network, 0.1, true)) < Quantity.fileBytes(network) - 300);
    }

    private static int zeros(final float[] values, final int from, final int to) {
        int zeros = 0;
        for (int i = from; i < to; i++) {
            zeros += values[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    /** A layer with four weights and two biases. */
    private static float[] sparse(final double left, final float... weights) {
        final NetworkSpec spec = new NetworkSpec(new ImageShape(2, 1, 1), List.of(
            new Node("scores", new Convolution(2, 1, 1, 0, true, Activation.IDENTITY), List.of(Node.INPUT))));
        final Network network = ZeroedChannels.random(spec, 1, false);
        return WeightStep.sparse(new Network(spec, network.classes(), weights, network.history()), left, false)
            .weights();
    }
}

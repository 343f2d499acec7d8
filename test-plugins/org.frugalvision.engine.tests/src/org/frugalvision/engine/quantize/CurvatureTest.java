// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.quantize;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.Tensor;
import org.frugalvision.engine.run.CanceledAtCheck;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.junit.Test;

/** How bent the loss is. */
public final class CurvatureTest {

    private static final ImageShape SHAPE = new ImageShape(1, 1, 2);

    private static final List<String> CLASSES = List.of("a", "b", "c");

    private static final ImageSet IMAGES =
        new ImageSetBuilder(SHAPE, CLASSES).add("one", new byte[]{(byte)255, 102}, 0).build();

    private static final Network NETWORK = Network.initialise(
        new NetworkSpec(SHAPE, List.of(new Node("scores", new Dense(3, Activation.IDENTITY), List.of(Node.INPUT)))),
        CLASSES, Seeds.of(1));

    private static final List<Tensor> WEIGHTS = NETWORK.spec().tensors().subList(0, 1);

    /** Of softmax regression, the trace is |x|² times the sum of p (1 - p); here x = (1, 0.4). */
    @Test
    public void theTraceOfSoftmaxRegressionIsKnown() throws CanceledException {
        final float[] weights = NETWORK.weights();
        final double[] exponentials = new double[3];
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            exponentials[k] = Math.exp(weights[2 * k] + 0.4 * weights[2 * k + 1]);
            sum += exponentials[k];
        }
        double expected = 0;
        for (final double one : exponentials) {
            expected += 1.16 * one / sum * (1 - one / sum);
        }

        assertEquals(expected, traces(1000, 1)[0], 0.1 * expected);
    }

    @Test
    public void itIsTheSameForAnyNumberOfThreads() throws CanceledException {
        assertArrayEquals(traces(2, 1), traces(2, 3), 0);
    }

    @Test
    public void canBeCanceled() {
        assertThrows(CanceledException.class,
            () -> new Curvature(NETWORK, IMAGES).traces(WEIGHTS, 1, 1, new CanceledAtCheck(1)));
    }

    private static double[] traces(final int vectors, final int threads) throws CanceledException {
        return new Curvature(NETWORK, IMAGES).traces(WEIGHTS, vectors, threads, RunControl.none());
    }
}

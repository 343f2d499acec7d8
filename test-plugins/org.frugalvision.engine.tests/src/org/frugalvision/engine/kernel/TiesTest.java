// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.kernel.Replica.Mode;
import org.frugalvision.engine.kernel.Replica.Pixels;
import org.frugalvision.engine.kernel.Replica.Wanted;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.AverageAndMaximum;
import org.frugalvision.engine.network.ChannelAverageAndMaximum;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.Layer;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.network.Pooling;
import org.frugalvision.engine.network.SpatialPyramidPooling;
import org.frugalvision.engine.run.CanceledException;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** Of equal maxima the first one gets the whole gradient, with every library. */
@RunWith(Parameterized.class)
public final class TiesTest {

    private static final ImageShape SHAPE = new ImageShape(2, 4, 4);

    private static final int IMAGES = 9;

    @Parameter
    public Kernel m_kernel;

    @Parameter(1)
    public Layer m_layer;

    /** Whether a value of the layer's output is a maximum. */
    @Parameter(2)
    public IntPredicate m_maximum;

    /** Whether a value of the input is the first one of those that such a maximum may come from. */
    @Parameter(3)
    public IntPredicate m_first;

    @Parameters(name = "{0} {1}")
    public static List<Object[]> layers() {
        final IntPredicate all = place -> true;
        final IntPredicate firstOfFour = place -> place % 2 == 0 && place / 4 % 2 == 0;
        final List<Object[]> layers = new ArrayList<>();
        for (final Kernel kernel : KernelCheck.kernels()) {
            layers.add(new Object[]{kernel, new Pooling(Pooling.Kind.MAXIMUM, 2, 2, 0), all, firstOfFour});
            layers.add(new Object[]{kernel, new SpatialPyramidPooling(List.of(2)), all, firstOfFour});
            layers.add(new Object[]{kernel, new AverageAndMaximum(), (IntPredicate)place -> place % 2 == 1,
                (IntPredicate)place -> place % 16 == 0});
            layers.add(new Object[]{kernel, new ChannelAverageAndMaximum(), (IntPredicate)place -> place >= 16,
                (IntPredicate)place -> place < 16});
        }
        return layers;
    }

    @Test
    public void theFirstOneGetsTheGradient() throws CanceledException {
        final NetworkSpec spec = new NetworkSpec(SHAPE, List.of(new Node("maxima", m_layer, List.of(Node.INPUT)),
            new Node("scores", new Dense(2, Activation.IDENTITY), List.of("maxima"))));
        final float[] weights = new float[spec.graph().parameters()];
        for (int i = 0; i < spec.graph().shape(1).size(); i++) {
            weights[i] = m_maximum.test(i) ? 3 : 0;
        }
        final float[] pixels = new float[IMAGES * SHAPE.size()];
        Arrays.fill(pixels, 0.5f);
        final float[] gradient = new float[pixels.length];
        try (Workers workers = Workers.open(2); Replica replica = Kernels.open(spec, workers, m_kernel)) {
            replica.setWeights(weights);
            replica.gradient(new Pixels(pixels, IMAGES, SHAPE), Mode.EVALUATION,
                (first, images, scores, by) -> Arrays.fill(by, 1), Wanted.INPUT, null, gradient);
        }

        for (int i = 0; i < gradient.length; i++) {
            assertEquals("value " + i, m_first.test(i % SHAPE.size()) ? 3 : 0, gradient[i], 1e-6);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Addition;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.DepthwiseConvolution;
import org.frugalvision.engine.network.Layer;
import org.frugalvision.engine.network.LayersTest;
import org.frugalvision.engine.network.Pooling;
import org.frugalvision.engine.run.CanceledException;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/** Every library computes activations that do more than clip, at the end of every layer, forward and backward. */
@RunWith(Parameterized.class)
public final class ActivationKernelsTest {

    private static final Layer CONVOLUTION = new Convolution(4, 3, 1, 1, false, Activation.IDENTITY);

    @Parameter
    public Kernel m_kernel;

    @Parameter(1)
    public List<Layer> m_layers;

    @Parameters(name = "{0} {1}")
    public static List<Object[]> networks() {
        final List<Object[]> networks = new ArrayList<>();
        for (final Kernel kernel : KernelCheck.kernels()) {
            for (final Activation activation : List.of(Activation.SIGMOID, Activation.SWISH, Activation.HARD_SWISH)) {
                networks(activation).forEach(layers -> networks.add(new Object[]{kernel, layers}));
            }
        }
        return networks;
    }

    private static List<List<Layer>> networks(final Activation activation) {
        return List.of( //
            List.of(new Convolution(17, 3, 2, 1, true, activation)),
            List.of(CONVOLUTION, new DepthwiseConvolution(3, 1, 1, true, activation)),
            List.of(CONVOLUTION, new BatchNormalization(1e-3, activation), CONVOLUTION),
            List.of(new Dense(5, activation)),
            List.of(CONVOLUTION, new Addition(activation), CONVOLUTION),
            List.of(new Convolution(3, 3, 1, 1, true, activation), new Pooling(Pooling.Kind.MAXIMUM, 2, 2, 0)));
    }

    @Test
    public void outputsAreThoseOfPlainLoops() throws CanceledException {
        check(9).outputsAgree(false, 1e-4);
        check(9).outputsAgree(true, 1e-4);
    }

    @Test
    public void gradientsAreThoseOfPlainLoops() throws CanceledException {
        check(3).gradientsAgree(true, 1);
        check(3).gradientsAgree(false, 3);
    }

    private KernelCheck check(final int images) {
        return new KernelCheck(m_kernel, LayersTest.spec(m_layers), images);
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.network.Layer;
import org.frugalvision.engine.network.LayersTest;
import org.frugalvision.engine.run.CanceledException;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;

/**
 * Every library computes every kind of layer as plain loops do, forward and backward, in training and without; a batch
 * of 11 has several parts.
 */
@RunWith(Parameterized.class)
public final class LayerKernelsTest {

    @Parameter
    public Kernel m_kernel;

    @Parameter(1)
    public List<Layer> m_layers;

    @Parameters(name = "{0} {1}")
    public static List<Object[]> networks() {
        final List<Object[]> networks = new ArrayList<>();
        for (final Kernel kernel : KernelCheck.kernels()) {
            LayersTest.networks().forEach(layers -> networks.add(new Object[]{kernel, layers}));
        }
        return networks;
    }

    @Test
    public void outputsAreThoseOfPlainLoops() throws CanceledException {
        check(11).outputsAgree(false, 1e-4);
        check(11).outputsAgree(true, 1e-4);
        check(1).outputsAgree(false, 1e-4);
    }

    @Test
    public void gradientsAreThoseOfPlainLoops() throws CanceledException {
        check(3).gradientsAgree(true, 1);
    }

    @Test
    public void gradientsOfABatchOfSeveralParts() throws CanceledException {
        check(11).gradientsAgree(true, 5);
    }

    @Test
    public void gradientsInEvaluation() throws CanceledException {
        check(3).gradientsAgree(false, 3);
    }

    @Test
    public void partsOfTheGradientAreThoseOfTheWhole() throws CanceledException {
        check(9).partsOfTheGradientAgree();
    }

    private KernelCheck check(final int images) {
        return new KernelCheck(m_kernel, LayersTest.spec(m_layers), images);
    }
}

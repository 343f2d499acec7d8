// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.dl4j.Backend;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.DepthwiseConvolution;
import org.frugalvision.engine.network.TensorShape;
import org.frugalvision.engine.run.Seeds;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameter;
import org.junit.runners.Parameterized.Parameters;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Without fast code for it, a depthwise convolution is the same; only its own code is tested elsewhere here. */
@RunWith(Parameterized.class)
public final class Nd4jDepthwiseTest {

    private static final ImageShape SHAPE = new ImageShape(5, 7, 9);

    private static final int IMAGES = 3;

    @Parameter
    public DepthwiseConvolution m_layer;

    private final Nd4jTransfers m_transfers = new Nd4jTransfers((what, values) -> { });

    @Parameters(name = "{0}")
    public static List<DepthwiseConvolution> layers() {
        final List<DepthwiseConvolution> layers = new ArrayList<>();
        for (final int kernel : new int[]{1, 2, 3, 5}) {
            for (int stride = 1; stride <= 3; stride++) {
                for (int padding = 0; padding < Math.min(3, kernel); padding++) {
                    layers.add(new DepthwiseConvolution(kernel, stride, padding, (kernel + stride + padding) % 2 == 0,
                        Activation.IDENTITY));
                }
            }
        }
        return layers;
    }

    @Test
    public void bothWaysAgree() {
        Backend.start().useOneThread();
        assertTrue(Nd4jCalls.hasDepthwise());
        final float[][] expected = compute(new Nd4jDepthwise(m_layer), true);
        final float[][] taps = compute(new Nd4jDepthwiseTaps(m_layer), true);

        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals("array " + i, expected[i], taps[i], 1e-4f);
        }
        assertArrayEquals(expected[2], compute(new Nd4jDepthwise(m_layer), false)[2], 0);
        assertArrayEquals(taps[2], compute(new Nd4jDepthwiseTaps(m_layer), false)[2], 0);
    }

    /** Output, gradient by the input, gradients by the weights. */
    private float[][] compute(final Nd4jOperation operation, final boolean inputWanted) {
        final ImageShape output = m_layer.output(List.of(SHAPE));
        try (Nd4jMemory memory = new Nd4jMemory()) {
            final List<INDArray> weights = new ArrayList<>();
            final List<INDArray> gradients = new ArrayList<>();
            for (final TensorShape tensor : m_layer.tensors(List.of(SHAPE))) {
                final int[] sizes = tensor.shape();
                final long[] shape = sizes.length == 1 ? new long[]{1, sizes[0]}
                    : new long[]{sizes[0], sizes[1], sizes[2], sizes[3]};
                weights.add(filled(memory.take(shape), weights.size()));
                gradients.add(memory.take(shape));
            }
            final var work = new Nd4jWork(memory, m_transfers, new ArrayBatch(IMAGES, 0, true, 0),
                weights.toArray(INDArray[]::new));
            final INDArray[] in = {filled(memory.take(IMAGES, SHAPE), 7)};
            final INDArray out = memory.take(IMAGES, output);
            final INDArray[] inGradients = {inputWanted ? memory.take(IMAGES, SHAPE) : null};

            operation.forward(in, out, work);
            operation.backward(in, filled(memory.take(IMAGES, output), 8), inGradients, work,
                gradients.toArray(INDArray[]::new));

            return new float[][]{values(out), inputWanted ? values(inGradients[0]) : new float[0],
                values(gradients.get(0)), m_layer.bias() ? values(gradients.get(1)) : new float[0]};
        }
    }

    private INDArray filled(final INDArray array, final int seed) {
        m_transfers.upload(Crossing.IMAGES, KernelCheck.values(Seeds.of(seed).generator(), (int)array.length()),
            array);
        return array;
    }

    private float[] values(final INDArray array) {
        return m_transfers.download(Crossing.OUTPUTS, array);
    }
}
